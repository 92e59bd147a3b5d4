package io.mooring.room.testkit.call;

import io.mooring.room.ChannelRequest;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomScheduler.Cancellable;
import io.mooring.room.RoomSession;
import io.mooring.room.RoomTransport;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One user's way to the {@link SimulatedRoom}: a network that can be cut, and the transport over
 * it.
 *
 * <p>A packet takes {@link #ONE_WAY} and is lost when the network is down at its departure. In an
 * attempt to get back a session asks every {@link #BETWEEN_PROBES}, as long as the attempt may
 * take.
 */
final class SimulatedClient implements RoomTransport {
  static final Duration ONE_WAY = Duration.ofMillis(40);
  static final Duration BETWEEN_PROBES = Duration.ofMillis(500);

  private final VirtualTime time;
  private final ProcessTime process;
  private final SimulatedRoom room;
  private final String name;
  private final Duration detection;
  private final Runnable onAttempt;
  private final List<Session> sessions = new ArrayList<>();
  private boolean up = true;

  /**
   * A user without a session.
   *
   * @param time the time of the network
   * @param process the time of the user's own process
   * @param detection how long it takes to notice a loss
   * @param onAttempt is told when an attempt begins
   */
  SimulatedClient(
      VirtualTime time,
      ProcessTime process,
      SimulatedRoom room,
      String name,
      Duration detection,
      Runnable onAttempt) {
    this.time = time;
    this.process = process;
    this.room = room;
    this.name = name;
    this.detection = detection;
    this.onAttempt = onAttempt;
  }

  /** The network is lost. */
  void cut() {
    up = false;
    room.silent(name);
    sessions.forEach(Session::lost);
  }

  /** The network is back. */
  void heal() {
    up = true;
    sessions.forEach(Session::back);
  }

  @Override
  public RoomSession open(ChannelRequest request, RoomFacts facts) {
    Session session = new Session(facts);
    sessions.add(session);
    session.send(facts::joined);
    return session;
  }

  @Override
  public Optional<RoomSession> resume(ChannelRequest request, RoomFacts facts) {
    Session session = new Session(facts);
    sessions.add(session);
    return Optional.of(session);
  }

  private final class Session implements RoomSession {
    private final RoomFacts facts;
    private boolean open = true;
    private @Nullable Cancellable noticing;
    private boolean noticed;
    private @Nullable Cancellable probe;

    Session(RoomFacts facts) {
      this.facts = facts;
    }

    /** Asks the server to be let in; its answer comes after a way there and a way back. */
    void send(Runnable answer) {
      if (up) {
        time.schedule(
            ONE_WAY,
            () -> {
              room.heard(name);
              // What is under way arrives, even if the session was closed meanwhile.
              process.schedule(ONE_WAY, answer);
            });
      }
    }

    void lost() {
      if (open) {
        noticing = process.schedule(detection, facts::mediaLost);
      }
    }

    void back() {
      if (open && noticing != null) {
        noticing.cancel();
        noticing = null;
        if (!noticed) {
          // Nobody noticed: media flows on.
          room.heard(name);
        }
      }
    }

    @Override
    public void tryToRejoin(ReconnectAttempt attempt) {
      noticed = true;
      cancel(probe);
      onAttempt.run();
      probe(attempt, attempt.timeLimit());
    }

    private void probe(ReconnectAttempt attempt, Duration left) {
      if (left.compareTo(Duration.ZERO) > 0) {
        send(attempt::succeeded);
        Duration rest = left.minus(BETWEEN_PROBES);
        probe = process.schedule(BETWEEN_PROBES, () -> probe(attempt, rest));
      }
    }

    @Override
    public void stopReconnecting() {
      cancel(probe);
      probe = null;
      noticed = false;
    }

    @Override
    public void announceLeave() {
      if (up) {
        time.schedule(ONE_WAY, () -> room.left(name));
      }
    }

    @Override
    public void close() {
      open = false;
      stopReconnecting();
      cancel(noticing);
      noticing = null;
    }

    private void cancel(@Nullable Cancellable timer) {
      if (timer != null) {
        timer.cancel();
      }
    }
  }
}
