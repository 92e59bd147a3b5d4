package io.mooring.room.harness.timed;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.Successor;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.run.InputFormatException;
import io.mooring.mbt.run.Run;
import io.mooring.mbt.run.Violation;
import io.mooring.room.ChannelRequest;
import io.mooring.room.CompiledEngine;
import io.mooring.room.ConnectionChange;
import io.mooring.room.ConnectionListener;
import io.mooring.room.Engine;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomScheduler;
import io.mooring.room.RoomSession;
import io.mooring.room.RoomTransport;
import io.mooring.room.harness.Specification;
import io.mooring.room.harness.TamperedEngine;
import io.mooring.room.harness.log.StimulusRun;
import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusText;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Timer;
import io.mooring.room.spec.Timing;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Faults put in by hand: the timed specification rejects each of them, with the reason. */
class TimedOracleTest {
  private static final TimedOracle TLC = Specification.timed(Duration.ofSeconds(5));
  private static final TimedHarness SOUND = TimedHarness.of(CompiledEngine::new, TLC);
  private static final Duration WINDOW = RoomConnection.DEFAULT_RECONNECT_WINDOW;

  private static final String IN_THE_ROOM = "Initialize\nJoinChannel\nJoined\n";
  private static final String LOSS = IN_THE_ROOM + "MediaLost\n";

  @AfterAll
  static void close() {
    TLC.close();
  }

  @Test
  void aWindowThatIsTooShortEndsWhenItMayNotYet() {
    assertThat(rejection(withWindow(Duration.ofSeconds(25)), LOSS + "advance 60s\n"))
        .startsWith(
            "the specification does not allow: decided reconnectWindow (run 2):"
                + " RECONNECTING --ReconnectWindowUsedUp--> FAILED")
        .contains("because TimerFires is not enabled", "one of 3 states; all:\n")
        .contains("state = RECONNECTING", "deadline = 1\n", "deadline = 2\n", "deadline = 3\n")
        .contains("Enabled there: ")
        .endsWith("WorldTells about session 1");
  }

  /** A client whose clock goes sees itself that the window is over, once anything happens. */
  @Test
  void aWindowThatIsTooLongIsMissedWhenItMustHaveEnded() {
    TimedHarness late = withWindow(Duration.ofSeconds(45));
    assertThat(late.run(parsed(LOSS + "advance 60s\n")).violation()).isEmpty();
    TimedHarness lateWithoutClock =
        late.withScheduler(clock -> late.scheduler().apply(new Standing(clock)));

    assertThat(rejection(lateWithoutClock, LOSS + "advance 60s\n"))
        .startsWith(
            "the specification does not allow: time 45.000 s\n  because Tick(d = 1) is not enabled")
        .contains("deadline = 0,")
        .contains("Enabled there: TimerFires, ");
  }

  @Test
  void aWindowThatASecondLossRestarts() {
    Supplier<Engine> restarts =
        TamperedEngine.changed(
            Location.RECONNECTING,
            Event.SIGNAL_LOST,
            step -> with(step, Outcome.TAKEN, step.to(), List.of(Effect.ARM_WINDOW)));

    assertThat(rejection(TimedHarness.of(restarts, TLC), LOSS + "SignalLost\n"))
        .contains(
            "because the specification has RECONNECTING --SignalLost--> RECONNECTING [ignored],"
                + " but the step was RECONNECTING --SignalLost--> RECONNECTING [runs ARM_WINDOW]");
  }

  @Test
  void aTimerThatWasCancelledAndStillActs() {
    Supplier<Engine> acts =
        TamperedEngine.changed(
            Location.DISCONNECTED_DEPARTED,
            Event.RECONNECT_WINDOW_USED_UP,
            step -> with(step, Outcome.TAKEN, Location.FAILED, List.of()));

    assertThat(
            rejection(
                TimedHarness.of(acts, TLC), LOSS + "LeaveChannel\nadvance 5s\nreconnectWindow\n"))
        .contains(
            "because the specification has DISCONNECTED_DEPARTED --ReconnectWindowUsedUp-->"
                + " DISCONNECTED_DEPARTED [ignored], but the step was");
  }

  @Test
  void aTimerThatALeaveDoesNotCancel() {
    TimedHarness forgets =
        SOUND.withScheduler(
            inner ->
                scheduler(
                    inner,
                    (delay, task) -> {
                      RoomScheduler.Cancellable run = inner.schedule(delay, task);
                      return delay.equals(WINDOW) ? () -> {} : run;
                    }));

    assertThat(rejection(forgets, LOSS + "LeaveChannel\n"))
        .contains("because the specification has armed [], but what runs is [[episode |-> 1,");
  }

  @Test
  void aFactOfAnEarlierSessionThatIsDecidedInTheNext() {
    TimedHarness mixesUp =
        SOUND.withTransport(
            inner ->
                new RoomTransport() {
                  private final List<RoomFacts> sessions = new ArrayList<>();

                  @Override
                  public RoomSession open(ChannelRequest request, RoomFacts facts) {
                    sessions.add(facts);
                    return inner.open(
                        request,
                        proxy(
                            RoomFacts.class,
                            () -> sessions.get(sessions.size() - 1),
                            method -> true));
                  }
                });

    assertThat(rejection(mixesUp, IN_THE_ROOM + "LeaveChannel\nJoinChannel\nstale 1 Kicked\n"))
        .startsWith("the specification does not allow: decided Kicked of session 1: CONNECTING")
        .contains("because the specification discards it, because what it is about is over");
  }

  @Test
  void aCallbackBeforeAnEarlierOne() {
    TimedHarness overtakes =
        SOUND.withListener(
            listener ->
                new ConnectionListener() {
                  private final List<ConnectionChange> held = new ArrayList<>();

                  @Override
                  public void onConnectionStateChange(ConnectionChange change) {
                    if (change.sequence() == 1) {
                      held.add(change);
                    } else {
                      listener.onConnectionStateChange(change);
                      held.forEach(listener::onConnectionStateChange);
                    }
                  }
                });

    assertThat(rejection(overtakes, IN_THE_ROOM))
        .startsWith("the specification does not allow: notified #2 CONNECTING -> CONNECTED")
        .contains(
            "because the next notification is CONNECTING (JOIN_CHANNEL), change 1 of session 1",
            "CallbackBegins");
  }

  @Test
  void aLateSuccessThatIsNotUndone() {
    assertThat(
            rejection(
                without("announceLeave"),
                IN_THE_ROOM + "Kicked\nJoinChannel\nstale 1 Joined\nadvance 5s\n"))
        .contains("no such call is expected", "called closeTransport on session 1");
  }

  @Test
  void attemptsThatGoOnAfterALeave() {
    assertThat(rejection(without("stopReconnecting"), LOSS + "LeaveChannel\n"))
        .contains("called announceLeave on session 1", "no such call is expected");
  }

  @Test
  void anAttemptThatTakesTooLong() {
    assertThat(
            rejection(
                withTimer(Timing.ATTEMPT_AT_MOST, Duration.ofSeconds(15)), LOSS + "advance 20s\n"))
        .startsWith(
            "the specification does not allow: time 15.000 s\n  because Tick(d = 1) is not enabled")
        .contains("attemptLeft = 0,", "phase = \"trying\"", "AttemptTimesOut");
  }

  @Test
  void anAttemptThatDoesNotWaitForTheOneBefore() {
    assertThat(rejection(withTimer(TLC.unit(), Duration.ZERO), LOSS + "advance 20s\n"))
        .startsWith("the specification does not allow: attempt 2, number 2 on session 1")
        .contains("because NextAttempt is not enabled", "attemptLeft = 2,", "phase = \"waiting\"");
  }

  @Test
  void aPauseThatIsTooLong() {
    assertThat(rejection(withTimer(TLC.unit(), Duration.ofSeconds(15)), LOSS + "advance 30s\n"))
        .startsWith(
            "the specification does not allow: time 25.000 s\n  because Tick(d = 1) is not enabled")
        .contains("attemptLeft = 0,", "phase = \"waiting\"", "NextAttempt");
  }

  @Test
  void anOldTimerOfTheOtherKindIsDropped() {
    StimulusRun run =
        SOUND
            .run(parsed(LOSS + "joinTimeout\nSameUserIdElsewhere\nJoinChannel\nreconnectWindow\n"))
            .requireNoViolation();

    assertThat(run.decided()).last().extracting(Step::event).isEqualTo(Event.JOIN_CHANNEL);
    assertThat(run.path())
        .contains("discarded joinTimeout (run 1)")
        .contains("discarded reconnectWindow (run 2)");
  }

  @Test
  void aFaultIsShrunkToItsShortestListAndItsReportEndsWithIt() {
    TimedHarness faulty = withWindow(Duration.ofSeconds(25));
    Run<Stimulus> run =
        faulty.smallest(
            faulty.run(
                parsed(
                    LOSS
                        + "Rejoined\nin-callback advance 5s\nSignalLost\nLeaveChannel\n"
                        + "JoinChannel\nJoined\nReDispatched\nadvance 60s\n")));

    assertThat(run.text()).isEqualTo(IN_THE_ROOM + "ReDispatched\nadvance 20s\n");
    assertThat(run.path())
        .contains("time      25.000 s\n")
        .doesNotContain("time      30.000 s")
        .endsWith(
            "--ReconnectWindowUsedUp--> FAILED [notifies (FAILED, TIME_OUT);"
                + " runs CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT]\n");
  }

  @Test
  void everyStepThatAJudgeFollowsIsOneOfTheNextStateRelation() throws TlcException {
    try (Oracle next = Tlc.bundled().open(Specification.TIMED, Specification.TIMED_CONFIG)) {
      TimedOracle listed = new TimedOracle(checked(next), Duration.ofSeconds(10));
      TimedHarness harness =
          TimedHarness.of(CompiledEngine::new, listed)
              .withReconnectWindow(Timer.RECONNECT_WINDOW.longest());

      harness
          .run(
              parsed(
                  LOSS.replace("Media", "Signal")
                      + "advance 20s\nRejoined\nreconnectWindow\nin-callback JoinChannel\n"
                      + "LeaveChannel\nstale 1 Joined\njoinTimeout\nRelease\n"))
          .requireNoViolation();

      assertThat(listed.enabledActions())
          .contains("AttemptTimesOut", "CancelledTimerFires", "TimerFires", "WorldTells");
    }
  }

  /** The same, and whatever it answers must be among all that the next-state relation allows. */
  private static Oracle checked(Oracle next) {
    return (Oracle)
        Proxy.newProxyInstance(
            Oracle.class.getClassLoader(),
            new Class<?>[] {Oracle.class},
            (proxy, method, arguments) -> {
              Object answer = method.invoke(next, arguments);
              if (method.getName().equals("successors") && arguments.length == 3) {
                assertThat(next.successors((TlaState) arguments[0]))
                    .extracting(Successor::state)
                    .containsAll(((List<?>) answer).stream().map(TlaState.class::cast).toList());
              }
              return answer;
            });
  }

  private static String rejection(TimedHarness harness, String list) {
    assertThat(SOUND.run(parsed(list)).violation()).isEmpty();
    Violation violation = harness.run(parsed(list)).violation().orElseThrow();
    assertThat(violation.kind()).isEqualTo(ViolationKind.RUN);
    return violation.message();
  }

  private static TimedHarness withWindow(Duration length) {
    return withTimer(WINDOW, length);
  }

  /** A connection whose timers of one length have another. */
  private static TimedHarness withTimer(Duration length, Duration other) {
    return SOUND.withScheduler(
        inner ->
            scheduler(
                inner,
                (delay, task) -> inner.schedule(delay.equals(length) ? other : delay, task)));
  }

  /** A clock that stands still, with timers that fire. */
  private record Standing(RoomScheduler clock) implements RoomScheduler {
    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
      return clock.schedule(delay, task);
    }
  }

  /** The ways in which a scheduler runs a task. */
  private interface Schedules {
    RoomScheduler.Cancellable schedule(Duration delay, Runnable task);
  }

  private static RoomScheduler scheduler(RoomScheduler clock, Schedules schedules) {
    return new RoomScheduler() {
      @Override
      public long nanoTime() {
        return clock.nanoTime();
      }

      @Override
      public Cancellable schedule(Duration delay, Runnable task) {
        return schedules.schedule(delay, task);
      }
    };
  }

  /** A connection whose calls of one method never reach the transport. */
  private static TimedHarness without(String call) {
    UnaryOperator<RoomTransport> deaf =
        inner ->
            (request, facts) -> {
              RoomSession session = inner.open(request, facts);
              return proxy(RoomSession.class, () -> session, method -> !method.equals(call));
            };
    return SOUND.withTransport(deaf);
  }

  private static <T> T proxy(Class<T> type, Supplier<T> target, Predicate<String> passes) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                passes.test(method.getName()) ? method.invoke(target.get(), arguments) : null));
  }

  private static Step with(Step step, Outcome outcome, Location to, List<Effect> effects) {
    return new Step(
        step.from(),
        step.event(),
        outcome,
        to,
        step.code(),
        step.notifications(),
        effects,
        step.source());
  }

  private static List<Stimulus> parsed(String list) {
    try {
      return StimulusText.parse("test", list);
    } catch (InputFormatException failure) {
      throw new IllegalArgumentException(failure);
    }
  }
}
