package io.mooring.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.ManualScheduler.Task;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A connection with everything around it under a test's control. Its log says in which order the
 * transport, the listener and the recorder were called.
 */
class Rig {

  final List<String> log = new ArrayList<>();
  final List<ConnectionChange> changes = new ArrayList<>();
  final List<CallFailure> failures = new ArrayList<>();
  final List<Step> steps = new ArrayList<>();
  final List<Session> sessions = new ArrayList<>();
  final ManualScheduler scheduler = new ManualScheduler();

  /** Called by the transport at each call, in addition to writing the log. */
  final Map<String, Runnable> during = new HashMap<>();

  /** Called by the listener at each state, in addition to writing the log. */
  final Map<ConnectionState, Runnable> onState = new HashMap<>();

  /** Called by the recorder before it writes the log. */
  Runnable onRecord = () -> {};

  /** When the attempts began, counted from the rig's making. */
  final List<Duration> begun = new ArrayList<>();

  private long zero;

  private final boolean wayBack;
  final RoomConnection connection;

  /** How many changes were told in all. */
  long told;

  Rig() {
    this(builder -> builder);
  }

  /** A rig whose connection is built with something else as well. */
  Rig(UnaryOperator<RoomConnection.Builder> more) {
    this(more, false);
  }

  /** The same, over a transport that has a way back into a session or has none. */
  Rig(UnaryOperator<RoomConnection.Builder> more, boolean wayBack) {
    this.wayBack = wayBack;
    connection =
        more.apply(
                RoomConnection.builder(transport())
                    .scheduler(scheduler)
                    .onFailure(failures::add)
                    .recorder(new Witness()))
            .build();
    connection.addListener(
        change -> {
          log.add("told " + change.to());
          changes.add(change);
          told++;
          onState.getOrDefault(change.to(), () -> {}).run();
        });
  }

  /** A rig whose connection is in the given state, with an empty log. */
  static Rig in(ConnectionState state) {
    return in(state, options -> options);
  }

  /** The same, of a connection with options. */
  static Rig in(ConnectionState state, UnaryOperator<RoomConnection.Builder> options) {
    Rig rig = new Rig(options);
    rig.zero = rig.scheduler.nanoTime();
    if (state != ConnectionState.UNKNOWN) {
      rig.connection.initialize();
    }
    if (state.code() >= ConnectionState.CONNECTING.code()) {
      rig.connection.joinChannel("lobby", 7);
    }
    if (state == ConnectionState.CONNECTED || state == ConnectionState.RECONNECTING) {
      rig.facts().joined();
    }
    if (state == ConnectionState.RECONNECTING) {
      rig.facts().mediaLost();
    }
    if (state == ConnectionState.FAILED) {
      rig.facts().longLinkFailed();
    }
    assertThat(rig.state()).isEqualTo(state);
    rig.log.clear();
    rig.changes.clear();
    rig.steps.clear();
    return rig;
  }

  ConnectionState state() {
    return connection.getConnectionState();
  }

  /** The states that were told, in order. */
  List<ConnectionState> told() {
    return changes.stream().map(ConnectionChange::to).toList();
  }

  ReturnCode join() {
    return connection.joinChannel("lobby", 7).code();
  }

  Session session() {
    return sessions.get(sessions.size() - 1);
  }

  RoomFacts facts() {
    return session().facts;
  }

  /** The latest attempt of the current session. */
  ReconnectAttempt attempt() {
    List<ReconnectAttempt> attempts = session().attempts;
    return attempts.get(attempts.size() - 1);
  }

  /** The reconnect window that was armed last: no attempt and no pause here is as long. */
  Task window() {
    return scheduler.tasks.stream()
        .filter(task -> task.delay.compareTo(Timing.ATTEMPT_AT_MOST) > 0)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  RoomTransport transport() {
    return new RoomTransport() {
      @Override
      public RoomSession open(ChannelRequest request, RoomFacts facts) {
        return session("open", request, facts);
      }

      @Override
      public Optional<RoomSession> resume(ChannelRequest request, RoomFacts facts) {
        Optional<RoomSession> session =
            wayBack ? Optional.of(session("resume", request, facts)) : Optional.empty();
        resumed(facts);
        return session;
      }
    };
  }

  private Session session(String call, ChannelRequest request, RoomFacts facts) {
    Session session = new Session(sessions.size() + 1, request, facts);
    sessions.add(session);
    session.call(call);
    return session;
  }

  /** Called by the transport while it resumes a session. */
  void resumed(RoomFacts facts) {}

  /** The transport's side of a session. */
  final class Session implements RoomSession {
    final int number;
    final ChannelRequest request;
    final RoomFacts facts;
    final List<ReconnectAttempt> attempts = new ArrayList<>();

    Session(int number, ChannelRequest request, RoomFacts facts) {
      this.number = number;
      this.request = request;
      this.facts = facts;
    }

    private void call(String name) {
      log.add(name + " " + number);
      during.getOrDefault(name, () -> {}).run();
    }

    @Override
    public void tryToRejoin(ReconnectAttempt attempt) {
      attempts.add(attempt);
      begun.add(Duration.ofNanos(scheduler.nanoTime() - zero));
      call("tryToRejoin");
    }

    @Override
    public void stopReconnecting() {
      call("stopReconnecting");
    }

    @Override
    public void announceLeave() {
      call("announceLeave");
    }

    @Override
    public void close() {
      call("close");
    }
  }

  private final class Witness implements StepRecorder {
    @Override
    public void recorded(long nanoTime, long sessionEpoch, Step step) {
      onRecord.run();
      log.add("recorded " + step.event());
      steps.add(step);
    }

    @Override
    public void stale(long nanoTime, long sessionEpoch, Event event, List<Effect> undone) {
      log.add("stale " + event + " of " + sessionEpoch);
    }
  }
}
