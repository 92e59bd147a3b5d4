package io.mooring.room.harness.timed;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.run.InputFormatException;
import io.mooring.mbt.run.Violation;
import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.Specification;
import io.mooring.room.harness.model.Stimuli;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Random schedules on a connection whose listeners are called by an executor that takes its time,
 * runs tasks at once, or rejects them. Decisions and effects are checked against the timed
 * specification; deliveries, against the changes that were queued.
 */
class TimedExecutorProperties {

  private static final TimedOracle COARSE = Specification.timed(Duration.ofSeconds(5));

  private static final TimedOracle FINE = Specification.timed(Duration.ofSeconds(1));

  private static final TimedHarness LATE =
      TimedHarness.of(CompiledEngine::new, COARSE)
          .withListenerExecutor(task -> Optional.of(Duration.ofSeconds(60)));

  private static final String LOSS = "Initialize\nJoinChannel\nJoined\nMediaLost\n";

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void nothingWaitsForAListener(
      @ForAll("coarse") List<Stimulus> stimuli, @ForAll("coarsePlan") Plan plan) {
    TimedHarness.of(CompiledEngine::new, COARSE)
        .withListenerExecutor(plan)
        .requireNoViolation(stimuli);
  }

  @Property(tries = 75, edgeCases = EdgeCasesMode.NONE)
  void nothingWaitsForAListenerSecondBySecond(
      @ForAll("fine") List<Stimulus> stimuli, @ForAll("finePlan") Plan plan) {
    TimedHarness.of(CompiledEngine::new, FINE)
        .withListenerExecutor(plan)
        .requireNoViolation(stimuli);
  }

  /** The delays of tasks, repeated after the last one. */
  record Plan(List<Optional<Duration>> delays) implements ExecutorPlan {
    @Override
    public Optional<Duration> delay(int task) {
      return delays.get((task - 1) % delays.size());
    }
  }

  @Provide
  Arbitrary<Plan> coarsePlan() {
    return plans(COARSE.unit());
  }

  @Provide
  Arbitrary<Plan> finePlan() {
    return plans(FINE.unit());
  }

  private static Arbitrary<Plan> plans(Duration unit) {
    Arbitrary<Optional<Duration>> late =
        Arbitraries.integers().between(1, 12).map(units -> Optional.of(unit.multipliedBy(units)));
    Arbitrary<Optional<Duration>> other =
        Arbitraries.of(List.of(Optional.of(Duration.ZERO), Optional.empty()));
    return Arbitraries.oneOf(List.of(late, late, other))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(Plan::new);
  }

  @Provide
  Arbitrary<List<Stimulus>> coarse() {
    return Stimuli.timed(30, COARSE.unit());
  }

  @Provide
  Arbitrary<List<Stimulus>> fine() {
    return Stimuli.timed(30, FINE.unit());
  }

  @Example
  void anEpisodeEndsBeforeItsBeginningIsDelivered() throws InputFormatException {
    String path =
        LATE.run(StimulusText.parse("test", LOSS + "advance 40s\n")).requireNoViolation().path();

    assertThat(path)
        .containsSubsequence(
            "queued    DISCONNECTED -> CONNECTING",
            "--ReconnectWindowUsedUp--> FAILED",
            "closeTransport on session 1",
            "notified",
            "CONNECTED -> RECONNECTING",
            "RECONNECTING -> FAILED");
  }

  @Example
  void aChangeThatIsDeliveredTwiceIsSeen() throws InputFormatException {
    TimedHarness twice =
        LATE.withListener(
            listener ->
                change -> {
                  listener.onConnectionStateChange(change);
                  listener.onConnectionStateChange(change);
                });

    assertThat(violation(twice))
        .isEqualTo(
            "CALLBACK: notified of DISCONNECTED -> CONNECTING (JOIN_CHANNEL), change 1 of session 1"
                + " instead of CONNECTING -> CONNECTED (JOIN_SUCCEED), change 2 of session 1");
  }

  @Example
  void aChangeThatIsNeverDeliveredIsSeen() throws InputFormatException {
    TimedHarness forgetful =
        LATE.withListener(
            listener ->
                change -> {
                  if (change.sequence() < 3) {
                    listener.onConnectionStateChange(change);
                  }
                });

    assertThat(violation(forgetful))
        .isEqualTo(
            "CALLBACK: decided and never delivered: CONNECTED -> RECONNECTING"
                + " (MEDIA_CONNECTION_DISCONNECTED), change 3 of session 1");
  }

  @Example
  void changesInAnotherOrderAreSeen() throws InputFormatException {
    TimedHarness shuffled =
        LATE.withListener(
            listener -> {
              List<Runnable> kept = new ArrayList<>();
              return change -> {
                kept.add(0, () -> listener.onConnectionStateChange(change));
                if (kept.size() == 2) {
                  kept.forEach(Runnable::run);
                  kept.clear();
                }
              };
            });

    assertThat(violation(shuffled)).contains("change 2 of session 1 instead of");
  }

  private static String violation(TimedHarness harness) throws InputFormatException {
    return harness
        .run(StimulusText.parse("test", LOSS))
        .violation()
        .map(Violation::toString)
        .orElse("none");
  }

  @AfterContainer
  static void theRunsTakeEveryActionThatCanBeSeen() throws InputFormatException {
    System.out.println(
        "runs with an executor: TLC was asked "
            + COARSE.queries()
            + " and "
            + FINE.queries()
            + " times");
    TimedHarness.of(CompiledEngine::new, COARSE)
        .run(StimulusText.parse("test", TimedActions.RUN))
        .requireNoViolation();
    COARSE.close();
    FINE.close();

    assertThat(COARSE.enabledActions()).containsExactly(TimedActions.SEEN_IN_ONE_LIFE);
  }
}
