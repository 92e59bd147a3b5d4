package io.mooring.room.harness.timed;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.run.InputFormatException;
import io.mooring.room.CompiledEngine;
import io.mooring.room.ReconnectPolicy;
import io.mooring.room.harness.Specification;
import io.mooring.room.harness.model.Stimuli;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusText;
import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Random schedules on the real connection over the compiled engine, every run checked against the
 * timed specification.
 */
class TimedConnectionProperties {
  private static final TimedOracle COARSE = Specification.timed(Duration.ofSeconds(5));
  private static final TimedOracle FINE = Specification.timed(Duration.ofSeconds(1));

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void everyRunIsOneOfTheSpecification(
      @ForAll("coarse") List<Stimulus> stimuli, @ForAll("coarsePace") Pace pace) {
    TimedHarness.of(CompiledEngine::new, COARSE)
        .withReconnectPolicy(pace)
        .requireNoViolation(stimuli);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void everyRunInSecondsIsOneOfTheSpecification(
      @ForAll("fine") List<Stimulus> stimuli, @ForAll("finePace") Pace pace) {
    TimedHarness.of(CompiledEngine::new, FINE)
        .withReconnectPolicy(pace)
        .requireNoViolation(stimuli);
  }

  /** The lengths of attempts and pauses, which begin again after the last. */
  record Pace(List<Duration> limits, List<Duration> pauses) implements ReconnectPolicy {
    @Override
    public Duration timeLimit(int attempt) {
      return limits.get((attempt - 1) % limits.size());
    }

    @Override
    public Duration backOff(int failed, double random) {
      return pauses.get((failed - 1) % pauses.size());
    }
  }

  @Provide
  Arbitrary<Pace> coarsePace() {
    return paces(COARSE.unit());
  }

  @Provide
  Arbitrary<Pace> finePace() {
    return paces(FINE.unit());
  }

  private static Arbitrary<Pace> paces(Duration unit) {
    return Combinators.combine(
            lengths(unit, Timing.ATTEMPT_AT_MOST), lengths(unit, Timing.BACK_OFF_AT_MOST))
        .as(Pace::new);
  }

  private static Arbitrary<List<Duration>> lengths(Duration unit, Duration longest) {
    return Arbitraries.integers()
        .between(1, (int) longest.dividedBy(unit))
        .map(unit::multipliedBy)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<Stimulus>> coarse() {
    return Stimuli.timed(30, COARSE.unit());
  }

  @Provide
  Arbitrary<List<Stimulus>> fine() {
    return Stimuli.timed(30, FINE.unit());
  }

  /** Links break and heal unseen. */
  @AfterContainer
  static void theRunsTakeEveryActionThatCanBeSeen() throws InputFormatException {
    System.out.println(
        "timed runs: TLC was asked " + COARSE.queries() + " and " + FINE.queries() + " times");
    TimedHarness.of(CompiledEngine::new, COARSE)
        .run(StimulusText.parse("test", TimedActions.RUN))
        .requireNoViolation();
    COARSE.close();
    FINE.close();

    assertThat(COARSE.enabledActions()).containsExactly(TimedActions.SEEN_IN_ONE_LIFE);
  }
}
