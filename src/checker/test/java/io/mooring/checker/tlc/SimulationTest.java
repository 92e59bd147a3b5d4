package io.mooring.checker.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.TestedChecker;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.SearchResult.Limit;
import io.mooring.checker.tlc.SearchResult.Simulated;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimulationTest {

  private final Path folder;

  SimulationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private CheckResult check(SearchOptions search, int size, String... lines) throws Exception {
    CheckRequest request = Steps.request(folder, size, lines).searching(search);
    return TestedChecker.TLC.check(request, CheckProgress.NONE);
  }

  private static SearchOptions of(long behaviours, int depth, long seed) {
    return SearchOptions.DEFAULT.simulating(new Simulation(behaviours, depth, seed));
  }

  private CheckResult simulate(long behaviours, int depth, long seed, String... lines)
      throws Exception {
    return check(of(behaviours, depth, seed), 9, lines);
  }

  @Test
  void aSimulationWithoutAViolationSaysWhatItIs() throws Exception {
    CheckResult result =
        simulate(50, 7, 1, "SPECIFICATION Spec", "INVARIANT Within", "PROPERTY Rises");

    assertThat(result.verdict()).isEqualTo(Verdict.SIMULATED);
    assertThat(result.message())
        .isEqualTo(
            "Nothing is violated in 50 random behaviours of at most 7 states (seed 1);"
                + " of all others nothing is known");
    Simulated simulated = result.search().simulated().orElseThrow();
    assertThat(simulated.behaviours()).isEqualTo(50);
    assertThat(simulated.steps()).isEqualTo(50 * 6);
    assertThat(simulated.longest()).isEqualTo(7);
    assertThat(simulated.failed()).isEmpty();
    assertThat(result.vacuities()).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameBehaviours() throws Exception {
    String[] lines = {"SPECIFICATION Spec", "INVARIANT Low"};
    CheckResult one = simulate(100, 50, 42, lines);
    CheckResult again = simulate(100, 50, 42, lines);

    assertThat(one.verdict()).isEqualTo(Verdict.SAFETY_FAILURE);
    assertThat(again.trace()).isEqualTo(one.trace());
    assertThat(again.search()).isEqualTo(one.search());
  }

  @Test
  void aFailureIsRepeatedByItsSeedAlone() throws Exception {
    // So shallow that the first behaviours do not fail.
    String[] lines = {"SPECIFICATION Spec", "INVARIANT Low"};
    CheckResult found = simulate(10_000, 4, 6, lines);
    long seed = found.search().simulated().orElseThrow().failed().orElseThrow();

    CheckResult repeated = simulate(1, 4, seed, lines);

    assertThat(found.verdict()).isEqualTo(Verdict.SAFETY_FAILURE);
    assertThat(seed).isGreaterThan(6);
    assertThat(repeated.verdict()).isEqualTo(Verdict.SAFETY_FAILURE);
    assertThat(repeated.property()).contains("Low");
    assertThat(repeated.trace()).isEqualTo(found.trace());
    assertThat(found.trace().orElseThrow().steps())
        .extracting(Trace.Step::action)
        .containsExactly("Init", "Up", "Up", "Up");
  }

  @Test
  void actionPropertiesAreChecked() throws Exception {
    CheckResult result = simulate(100, 50, 3, "SPECIFICATION Spec", "PROPERTY Steady");

    assertThat(result.verdict()).isEqualTo(Verdict.SAFETY_FAILURE);
    assertThat(result.property()).contains("Steady");
    assertThat(result.span().orElseThrow().module()).isEqualTo("Steps");
  }

  @Test
  void initialStatesAreCheckedAllOfThem() throws Exception {
    CheckResult result = simulate(3, 5, 3, "SPECIFICATION Spec", "INVARIANT Over");

    assertThat(result.verdict()).isEqualTo(Verdict.SAFETY_FAILURE);
    assertThat(result.property()).contains("Over");
    assertThat(result.trace().orElseThrow().steps()).hasSize(1);
  }

  @Test
  void aDeadlockIsFoundUnlessItIsLeftOut() throws Exception {
    SearchOptions deep = of(20, 500, 8);

    CheckResult deadlock = check(deep, 3, "SPECIFICATION Spec", "INVARIANT Within");
    assertThat(deadlock.verdict()).isEqualTo(Verdict.DEADLOCK);
    CheckResult end = check(deep.withDeadlock(false), 3, "SPECIFICATION Spec", "INVARIANT Within");
    assertThat(end.verdict()).isEqualTo(Verdict.SIMULATED);
    assertThat(end.search().simulated().orElseThrow().longest()).isLessThan(20);
  }

  @Test
  void statesBeyondTheConstraintAreCheckedAndNotFollowed() throws Exception {
    String[] lines = {"SPECIFICATION Spec", "CONSTRAINT Small", "INVARIANT Low", "PROPERTY Rises"};

    CheckResult within = simulate(200, 50, 4, lines);

    assertThat(within.verdict()).isEqualTo(Verdict.SIMULATED);
    assertThat(
            simulate(200, 50, 4, "SPECIFICATION Spec", "CONSTRAINT Small", "INVARIANT Small")
                .verdict())
        .isEqualTo(Verdict.SAFETY_FAILURE);
  }

  @Test
  void anEvaluationThatFailsIsShownWithItsPlaceAndBehaviour() throws Exception {
    CheckResult result =
        simulate(100, 50, 4, "INIT Init", "NEXT Mixed", "INVARIANT Within", "CHECK_DEADLOCK FALSE");

    assertThat(result.verdict()).isEqualTo(Verdict.EVALUATION_ERROR);
    assertThat(result.span().orElseThrow().beginLine()).isEqualTo(30);
    assertThat(result.trace().orElseThrow().steps()).hasSize(3);
    assertThat(result.search().simulated().orElseThrow().failed()).isPresent();
  }

  @Test
  void zeroBehavioursJudgeNothing() throws Exception {
    CheckResult result = simulate(0, 5, 1, "SPECIFICATION Spec", "INVARIANT Within");

    assertThat(result.verdict()).isEqualTo(Verdict.NOTHING_JUDGED);
    assertThat(result.message()).isEqualTo("0 behaviours were simulated, so nothing was judged");
  }

  @Test
  void temporalPropertiesAreSaidToBeUnchecked() throws Exception {
    CheckResult weak =
        simulate(5, 5, 1, "SPECIFICATION Spec", "INVARIANT Within", "PROPERTY Never");
    assertThat(weak.verdict()).isEqualTo(Verdict.SIMULATED);
    assertThat(weak.warnings())
        .anyMatch(
            line -> line.contains("does not check temporal properties") && line.endsWith("Never"));

    CheckResult nothing =
        simulate(5, 5, 1, "SPECIFICATION Spec", "PROPERTY Never", "CHECK_DEADLOCK FALSE");
    assertThat(nothing.verdict()).isEqualTo(Verdict.NOTHING_JUDGED);
  }

  @Test
  void aSimulationEndsWhenItsTimeIsOver() throws Exception {
    CheckResult result =
        check(
            of(Long.MAX_VALUE / 4, 1_000, 1).withTimeout(Duration.ofSeconds(1)),
            900,
            "SPECIFICATION Spec",
            "INVARIANT Within");

    assertThat(result.verdict()).isEqualTo(Verdict.STOPPED);
    assertThat(result.search().limit()).contains(Limit.TIMEOUT);
  }

  @Test
  void actionsAreCountedInASimulationToo() throws Exception {
    CheckResult result =
        check(of(20, 9, 1).withCoverage(true), 9, "INIT Init", "NEXT Wheel", "INVARIANT Within");

    List<Coverage.ActionCount> counts = result.search().coverage().orElseThrow().actions();
    assertThat(counts).extracting(Coverage.ActionCount::name).containsExactly("Up", "Side", "Turn");
    assertThat(counts.get(0).steps()).isPositive();
    assertThat(counts.get(2).steps()).isZero();
  }
}
