package io.mooring.room.testkit;

import io.mooring.room.ChannelRequest;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomScheduler;
import io.mooring.room.RoomScheduler.Cancellable;
import io.mooring.room.RoomSession;
import io.mooring.room.RoomTransport;
import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The network between one member and a {@link SimulatedRoom}, and the transport over it: a test
 * cuts it with {@link #cut()} and heals it with {@link #heal()}.
 *
 * <p>A packet takes {@link #ONE_WAY}, and is lost if the network is down when it is sent. A session
 * notices after the detection time that nothing arrives, and reports the loss of media; a network
 * that heals sooner is not noticed. In an attempt to rejoin, a session sends a packet every {@link
 * #BETWEEN_PACKETS}, until the attempt ends. A join whose packet is lost is not repeated.
 *
 * <p>For one thread.
 */
public final class SimulatedNetwork implements RoomTransport {

  /** How long a packet takes from the member to the server, or back. */
  public static final Duration ONE_WAY = Duration.ofMillis(40);

  /** The time between two packets of an attempt to rejoin. */
  public static final Duration BETWEEN_PACKETS = Duration.ofMillis(500);

  /** The default detection time: half of what is permitted. */
  public static final Duration DEFAULT_DETECTION = Timing.DETECTION_AT_MOST.dividedBy(2);

  private final VirtualTime time;
  private final RoomScheduler process;
  private final SimulatedRoom room;
  private final String member;
  private final Duration detection;
  private final List<Session> sessions = new ArrayList<>();
  private Runnable onAttempt = () -> {};
  private boolean cut;

  /** Whether packets arrive: neither this network nor the server is cut. */
  private boolean up;

  /**
   * A network without sessions, with the {@link #DEFAULT_DETECTION}.
   *
   * @param member the name of the member in the room
   */
  public SimulatedNetwork(SimulatedRoom room, String member) {
    this(room, member, room.time(), DEFAULT_DETECTION);
  }

  /**
   * A network without sessions.
   *
   * @param member the name of the member in the room
   * @param process the time of the member's process, which may die or sleep
   * @param detection how long a session takes to notice that nothing arrives
   */
  public SimulatedNetwork(
      SimulatedRoom room, String member, RoomScheduler process, Duration detection) {
    if (detection.isNegative()) {
      throw new IllegalArgumentException("detection must be >= 0, but was " + detection);
    }
    this.time = room.time();
    this.process = process;
    this.room = room;
    this.member = member;
    this.detection = detection;
    this.up = room.isConnected();
    room.add(this);
  }

  /** Sets the listener that is notified when an attempt to rejoin begins. */
  public void onAttempt(Runnable listener) {
    onAttempt = listener;
  }

  /** Cuts the network: packets that are sent from now on are lost. Has no effect if it is cut. */
  public void cut() {
    cut = true;
    check();
  }

  /** Heals the network: packets arrive again. Has no effect if it is not cut. */
  public void heal() {
    cut = false;
    check();
  }

  /** Notices whether packets arrive now. */
  void check() {
    boolean now = !cut && room.isConnected();
    if (up == now) {
      return;
    }
    up = now;
    if (up) {
      sessions.forEach(Session::healed);
    } else {
      room.lose(member);
      sessions.forEach(Session::lost);
    }
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
    private @Nullable Cancellable detecting;
    private boolean rejoining;
    private @Nullable Cancellable next;

    Session(RoomFacts facts) {
      this.facts = facts;
    }

    /** Sends a packet to the server; the answer arrives after the way there and back. */
    void send(Runnable answer) {
      if (up) {
        time.schedule(
            ONE_WAY,
            () -> {
              room.receive(member);
              // A packet on its way arrives, even if the session was closed meanwhile.
              process.schedule(ONE_WAY, answer);
            });
      }
    }

    void lost() {
      if (open) {
        detecting = process.schedule(detection, facts::mediaLost);
      }
    }

    void healed() {
      if (open && detecting != null) {
        detecting.cancel();
        detecting = null;
        if (!rejoining) {
          // The loss was not noticed: media flows on.
          room.receive(member);
        }
      }
    }

    @Override
    public void tryToRejoin(ReconnectAttempt attempt) {
      rejoining = true;
      cancel(next);
      onAttempt.run();
      send(attempt, attempt.timeLimit());
    }

    private void send(ReconnectAttempt attempt, Duration left) {
      if (left.compareTo(Duration.ZERO) > 0) {
        send(attempt::succeeded);
        Duration rest = left.minus(BETWEEN_PACKETS);
        next = process.schedule(BETWEEN_PACKETS, () -> send(attempt, rest));
      }
    }

    @Override
    public void stopReconnecting() {
      cancel(next);
      next = null;
      rejoining = false;
    }

    @Override
    public void announceLeave() {
      if (up) {
        time.schedule(ONE_WAY, () -> room.leave(member));
      }
    }

    @Override
    public void close() {
      open = false;
      stopReconnecting();
      cancel(detecting);
      detecting = null;
    }

    private static void cancel(@Nullable Cancellable timer) {
      if (timer != null) {
        timer.cancel();
      }
    }
  }
}
