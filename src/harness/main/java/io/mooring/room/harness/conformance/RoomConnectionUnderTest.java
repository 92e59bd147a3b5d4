package io.mooring.room.harness.conformance;

import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.Engine;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomTransport;
import io.mooring.room.TimeAway;
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
 * <p>It has had an earlier life, so that every fact can be told at any moment: of the newest
 * session, or, where that has made no attempt or armed no window, of the latest that has. After
 * every event but the end of a window, while a session lives, all facts are told in the name of the
 * one before as well, all attempts succeed that are over, and all timers run out that were
 * cancelled: nothing may come of it.
 */
public final class RoomConnectionUnderTest implements ConnectionUnderTest {

  /**
   * Every event, what commands return, and what is done to the transport; timers are seen when they
   * run out.
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

  /** No attempt and no pause is as long, so that the window's timer is known by it. */
  private static final Duration WINDOW = Duration.ofSeconds(37);

  private static final List<Event> FACTS =
      Arrays.stream(Event.values()).filter(Stimulus::isStated).toList();

  private final Supplier<? extends Engine> engines;
  private VirtualTime time = VirtualTime.hostile();
  private SimulatedTransport transport = new SimulatedTransport();
  private RoomConnection connection;

  /** How long the window is armed for; shorter where a part of it was over at a return. */
  private Duration window = WINDOW;

  private final List<Notification> told = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();

  /**
   * A connection under test.
   *
   * @param engine what it runs on
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
        .listener(change -> told.add(new Notification(change.to(), change.reason())));
  }

  /** What was captured is stored; clock and transport of the earlier life are never used again. */
  @Override
  public Optional<ConnectionAnswer> dieAndReturn(Duration away, boolean wayBack) {
    ConnectionSnapshot stored = ConnectionSnapshot.parse(connection.capture().text());
    time = VirtualTime.hostile();
    transport = new SimulatedTransport();
    window = WINDOW.compareTo(away) > 0 ? WINDOW.minus(away) : WINDOW;
    told.clear();
    effects.clear();
    TimeAway known = TimeAway.exactly(away);
    connection =
        built(wayBack ? transport : withoutAWayBack(transport))
            .restore(stored, known, known)
            .build();
    transport.onCall(this::called);
    return Optional.of(new ConnectionAnswer(connection.getConnectionState(), told));
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
    told.clear();
    effects.clear();
    ReturnCode code = ReturnCode.OK;
    switch (event) {
      case INITIALIZE -> code = connection.initialize();
      case JOIN_CHANNEL -> code = connection.joinChannel("room", 7).code();
      case LEAVE_CHANNEL -> code = connection.leaveChannel().code();
      case RELEASE -> code = connection.release();
      case RECONNECT_WINDOW_USED_UP -> useUpTheWindow();
      default -> state(event);
    }
    if (Timer.onlyTeller(event).isEmpty()) {
      comeLate();
    }
    return new ConnectionAnswer(connection.getConnectionState(), told, code, effects);
  }

  private void state(Event fact) {
    ableTo(fact).findFirst().ifPresent(session -> session.report(fact));
  }

  /** The sessions in whose name a fact can be told, the newest first. */
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

  /** All that the world can say of what is over, while a session lives: nothing may come of it. */
  private void comeLate() {
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

  /** What is done to a session that is over while another lives is nothing of that one's. */
  private void called(SimulatedTransport.Call call) {
    SimulatedTransport.Session newest = transport.sessions().get(transport.sessions().size() - 1);
    if (newest.index() == call.session() || !newest.isOpen()) {
      effects.add(call.effect());
    }
  }
}
