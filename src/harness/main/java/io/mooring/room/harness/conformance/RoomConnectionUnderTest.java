package io.mooring.room.harness.conformance;

import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.Engine;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomTransport;
import io.mooring.room.TimeAway;
import io.mooring.room.harness.model.Commands;
import io.mooring.room.harness.model.RoomTours;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Timer;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The whole {@link RoomConnection} as a black box, on virtual time and a {@link
 * SimulatedTransport}.
 *
 * <p>It has had earlier sessions, so that every fact can be reported at any time: by the newest
 * session, or, if that has no attempt or no window, by the latest that has. After every event but
 * the end of a window, while a session is open, the one before reports all facts as well, all
 * attempts that are over succeed, and all timers that were cancelled fire: that must have no
 * effect.
 */
public final class RoomConnectionUnderTest implements ConnectionUnderTest {

  /**
   * Every event, return codes, and effects on the transport; timers can be observed only when they
   * fire.
   */
  public static final ConnectionScope SCOPE =
      ConnectionScope.CALLBACKS
          .withReturnCodes()
          .withEffects(
              EnumSet.of(
                  Effect.OPEN_TRANSPORT,
                  Effect.START_RECONNECTING,
                  Effect.STOP_RECONNECTING,
                  Effect.ANNOUNCE_LEAVE,
                  Effect.CLOSE_TRANSPORT));

  /** The timer of the window is recognised by its length: no attempt and no pause has it. */
  private static final Duration WINDOW = Duration.ofSeconds(37);

  private static final List<Event> FACTS =
      Arrays.stream(Event.values()).filter(Stimulus::isStated).toList();

  private final Supplier<? extends Engine> engines;
  private VirtualTime time = VirtualTime.hostile();
  private SimulatedTransport transport = new SimulatedTransport();
  private RoomConnection connection;

  /** The length of the window; shorter after a restore, by what was over. */
  private Duration window = WINDOW;

  private final List<Notification> notifications = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();

  /**
   * A connection under test.
   *
   * @param engine returns a new engine at every call
   */
  public RoomConnectionUnderTest(Supplier<? extends Engine> engine) {
    engines = engine;
    connection = built(transport).build();
    transport.onCall(this::called);
    for (Stimulus stimulus : RoomTours.WARM_UP) {
      apply(stimulus);
    }
  }

  private RoomConnection.Builder built(RoomTransport links) {
    return RoomConnection.builder(links)
        .engine(engines)
        .scheduler(time)
        .reconnectWindow(WINDOW)
        .listener(change -> notifications.add(new Notification(change.to(), change.reason())));
  }

  /** Restores what was captured; clock and transport of the earlier life are not used again. */
  @Override
  public Optional<ConnectionAnswer> dieAndReturn(Duration away, boolean wayBack) {
    ConnectionSnapshot stored = ConnectionSnapshot.parse(connection.capture().text());
    time = VirtualTime.hostile();
    transport = new SimulatedTransport();
    window = WINDOW.compareTo(away) > 0 ? WINDOW.minus(away) : WINDOW;
    notifications.clear();
    effects.clear();
    TimeAway known = TimeAway.exactly(away);
    connection =
        built(wayBack ? transport : withoutAWayBack(transport))
            .restore(stored, known, known)
            .build();
    transport.onCall(this::called);
    return Optional.of(new ConnectionAnswer(connection.getConnectionState(), notifications));
  }

  @SuppressWarnings("UnnecessaryMethodReference") // without it there is a way back
  private static RoomTransport withoutAWayBack(RoomTransport transport) {
    return transport::open;
  }

  private void apply(Stimulus stimulus) {
    if (stimulus instanceof Stimulus.Command command) {
      apply(command.event());
    } else if (stimulus instanceof Stimulus.Fact fact) {
      apply(fact.event());
    }
  }

  @Override
  public ConnectionAnswer apply(Event event) {
    notifications.clear();
    effects.clear();
    ReturnCode code = ReturnCode.OK;
    switch (event) {
      case INITIALIZE, JOIN_CHANNEL, LEAVE_CHANNEL, RELEASE ->
          code = Commands.give(connection, event);
      case RECONNECT_WINDOW_USED_UP -> useUpTheWindow();
      default -> state(event);
    }
    if (Timer.onlyTeller(event).isEmpty()) {
      reportStale();
    }
    return new ConnectionAnswer(connection.getConnectionState(), notifications, code, effects);
  }

  private void state(Event fact) {
    ableTo(fact).findFirst().ifPresent(session -> session.report(fact));
  }

  /** The sessions that can report a fact, the newest first. */
  private Stream<SimulatedTransport.Session> ableTo(Event fact) {
    return IntStream.range(0, transport.sessions().size())
        .mapToObj(ago -> transport.session(ago).orElseThrow())
        .filter(session -> !fact.isOfAttempt() || !session.attempts().isEmpty());
  }

  private void useUpTheWindow() {
    List<VirtualTime.Timer> windows = windows();
    if (!windows.isEmpty()) {
      VirtualTime.Timer newest = windows.get(windows.size() - 1);
      if (newest.isPending()) {
        newest.fireInTime();
      } else {
        newest.fireLate();
      }
    }
  }

  private List<VirtualTime.Timer> windows() {
    return time.timers().stream().filter(timer -> timer.delay().equals(window)).toList();
  }

  /** Reports everything that is stale, while a session is open: it must have no effect. */
  private void reportStale() {
    Optional<SimulatedTransport.Session> newest = transport.session(0);
    if (newest.filter(SimulatedTransport.Session::isOpen).isEmpty()) {
      return;
    }
    for (Event fact : FACTS) {
      ableTo(fact).skip(1).findFirst().ifPresent(session -> session.report(fact));
    }
    List<ReconnectAttempt> attempts = newest.get().attempts();
    attempts.stream().limit(Math.max(0, attempts.size() - 1)).forEach(ReconnectAttempt::succeeded);
    windows().stream().filter(window -> !window.isPending()).forEach(VirtualTime.Timer::fireLate);
  }

  /** An effect on a session that is over is none of the open one. */
  private void called(SimulatedTransport.Call call) {
    SimulatedTransport.Session newest = transport.sessions().get(transport.sessions().size() - 1);
    if (newest.index() == call.session() || !newest.isOpen()) {
      effects.add(call.effect());
    }
  }
}
