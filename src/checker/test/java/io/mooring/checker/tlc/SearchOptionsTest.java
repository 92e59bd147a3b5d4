package io.mooring.checker.tlc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.TestedChecker;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.SearchResult.Limit;
import io.mooring.checker.tlc.SearchResult.WitnessResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a check searches, and what ends it before a verdict. */
final class SearchOptionsTest {

  private static final SearchOptions DEFAULT = SearchOptions.DEFAULT;

  private final Path folder;

  SearchOptionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private CheckResult check(SearchOptions search, int size, String... lines) throws Exception {
    CheckRequest request = Steps.request(folder, size, lines).searching(search);
    return TestedChecker.TLC.check(request, CheckProgress.NONE);
  }

  @Test
  void aSearchThatIsCutAtADepthGivesNoVerdict() throws Exception {
    CheckResult cut = check(DEFAULT.withDepth(4), 9, "SPECIFICATION Spec", "INVARIANT Within");

    assertThat(cut.verdict()).isEqualTo(Verdict.STOPPED);
    assertThat(cut.search().limit()).contains(Limit.DEPTH);
    assertThat(cut.message())
        .startsWith("No verdict: the search was cut at depth 4, where 4 states were not followed");
    assertThat(cut.depth()).isEqualTo(4);
    assertThat(cut.distinctStates()).isEqualTo(1 + 2 + 3 + 4);
    assertThat(cut.vacuities()).isEmpty();
  }

  @Test
  void aDepthThatEveryStateIsWithinChangesNothing() throws Exception {
    String[] lines = {"SPECIFICATION Spec", "INVARIANT Within", "CHECK_DEADLOCK FALSE"};
    CheckResult all = check(DEFAULT, 4, lines);
    CheckResult within = check(DEFAULT.withDepth(50), 4, lines);

    assertThat(within.verdict()).isEqualTo(Verdict.SUCCESS);
    assertThat(within.distinctStates()).isEqualTo(all.distinctStates()).isEqualTo(25);
    assertThat(within.edges()).isEqualTo(all.edges());
    assertThat(within.search().limit()).isEmpty();
  }

  @Test
  void aViolationWithinTheDepthIsFoundWithSeveralWorkersToo() throws Exception {
    for (int workers : List.of(1, 3)) {
      CheckResult found =
          check(
              DEFAULT.withDepth(4).withWorkers(workers), 9, "SPECIFICATION Spec", "INVARIANT Low");
      assertThat(found.verdict()).isEqualTo(Verdict.SAFETY_FAILURE);
      assertThat(found.trace().orElseThrow().steps()).hasSize(4);
      assertThat(
              check(
                      DEFAULT.withDepth(3).withWorkers(workers),
                      9,
                      "SPECIFICATION Spec",
                      "INVARIANT Low")
                  .verdict())
          .isEqualTo(Verdict.STOPPED);
    }
  }

  @Test
  void statesBeyondTheDepthAreNotTakenForTheEndOfABehaviour() throws Exception {
    String[] lines = {"SPECIFICATION Spec", "PROPERTY Done", "CHECK_DEADLOCK FALSE"};

    assertThat(check(DEFAULT.withDepth(5), 9, lines).verdict()).isEqualTo(Verdict.STOPPED);
    assertThat(check(DEFAULT, 9, lines).verdict()).isEqualTo(Verdict.SUCCESS);
    assertThat(
            check(DEFAULT, 9, "SPECIFICATION Spec", "PROPERTY Never", "CHECK_DEADLOCK FALSE")
                .verdict())
        .isEqualTo(Verdict.LIVENESS_FAILURE);
  }

  @Test
  void severalWorkersDecideAnInvariant() throws Exception {
    assertThat(
            check(DEFAULT.withWorkers(3), 4, "SPECIFICATION Spec", "INVARIANT Within")
                .search()
                .workers())
        .isEqualTo(3);
  }

  /**
   * A checker that misses violations with several workers misses this one in about every other run.
   */
  @Test
  void severalWorkersMissNoViolationOfATemporalProperty() throws Exception {
    CheckRequest request =
        new Checks(folder)
            .module(
                "Twice",
                "VARIABLE x",
                "Init == x = FALSE",
                "Next == x' \\in BOOLEAN",
                "Spec == Init /\\ [][Next]_x",
                "AtMostOnce == [](x => [](~x => []~x))")
            .request("Twice", "SPECIFICATION Spec", "PROPERTY AtMostOnce")
            .searching(DEFAULT.withWorkers(4));
    for (int i = 0; i < 10; i++) {
      assertThat(TestedChecker.TLC.check(request, CheckProgress.NONE).verdict())
          .isEqualTo(Verdict.LIVENESS_FAILURE);
    }
  }

  @Test
  void deadlockIsLeftOutWithoutChangingTheConfiguration() throws Exception {
    String[] lines = {"SPECIFICATION Spec", "INVARIANT Within"};

    assertThat(check(DEFAULT, 2, lines).verdict()).isEqualTo(Verdict.DEADLOCK);
    assertThat(check(DEFAULT.withDeadlock(false), 2, lines).verdict()).isEqualTo(Verdict.SUCCESS);
    assertThat(check(DEFAULT.withDeadlock(false), 2, "INIT Init", "NEXT Next").verdict())
        .isEqualTo(Verdict.NOTHING_JUDGED);
  }

  @Test
  void aSearchEndsWhenItsTimeIsOver() throws Exception {
    CheckResult ended =
        check(
            DEFAULT.withTimeout(Duration.ofSeconds(1)),
            30_000,
            "SPECIFICATION Spec",
            "INVARIANT Within");

    assertThat(ended.verdict()).isEqualTo(Verdict.STOPPED);
    assertThat(ended.search().limit()).contains(Limit.TIMEOUT);
    assertThat(ended.message()).startsWith("No verdict: the check was not done after 1 s");
  }

  @Test
  void anEvaluationThatTakesTooLongIsEnded() throws Exception {
    SearchOptions search = DEFAULT.withTimeout(Duration.ofSeconds(1));

    CheckResult inAState = check(search, 9, "SPECIFICATION Spec", "INVARIANT Slow");
    assertThat(inAState.verdict()).isEqualTo(Verdict.STOPPED);
    assertThat(inAState.search().limit()).contains(Limit.TIMEOUT);
    CheckResult atStart = check(search, 9, "INIT SlowInit", "NEXT Next");
    assertThat(atStart.verdict()).isEqualTo(Verdict.STOPPED);
    assertThat(atStart.search().limit()).contains(Limit.TIMEOUT);
  }

  @Test
  void aViolationBeforeTheTimeIsOverIsOne() throws Exception {
    CheckResult found =
        check(DEFAULT.withTimeout(Duration.ofHours(1)), 9, "SPECIFICATION Spec", "INVARIANT Low");

    assertThat(found.verdict()).isEqualTo(Verdict.SAFETY_FAILURE);
    assertThat(found.search().limit()).isEmpty();
  }

  @Test
  void aCheckThatKeepsMoreMemoryThanItMayEndsWithoutAVerdict() throws Exception {
    CheckResult ended =
        check(DEFAULT.withMemory(1L << 20), 30_000, "SPECIFICATION Spec", "INVARIANT Within");

    assertThat(ended.verdict()).isEqualTo(Verdict.STOPPED);
    assertThat(ended.search().limit()).contains(Limit.MEMORY);
    assertThat(ended.message()).contains("keeps more than the 1 MB of memory that it may use");
    CheckResult enough =
        check(DEFAULT.withMemory(Runtime.getRuntime().maxMemory()), 2, "SPECIFICATION Spec");
    assertThat(enough.verdict()).isEqualTo(Verdict.DEADLOCK);
  }

  @Test
  void aMemoryLimitBeyondThatOfJavaIsRefused() {
    assertThatThrownBy(() -> check(DEFAULT.withMemory(1L << 60), 2, "SPECIFICATION Spec"))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("is more than Java may use here", "-Xmx");
  }

  @Test
  void constantsAreAssignedInPlaceOfWhatTheConfigurationSays() throws Exception {
    CheckRequest request =
        Steps.request(folder, 9, "SPECIFICATION Spec", "INVARIANT Within", "CHECK_DEADLOCK FALSE");

    CheckResult result =
        TestedChecker.TLC.check(request.assigning(Map.of("N", "2")), CheckProgress.NONE);

    assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS);
    assertThat(result.distinctStates()).isEqualTo(9);
  }

  @Test
  void predicatesAreCountedInStatesAndStepsWithAShortestBehaviourForEach() throws Exception {
    CheckRequest request =
        Steps.request(folder, 3, "SPECIFICATION Spec", "INVARIANT Low")
            .counting(List.of("Corner", "Back", "Over", "Small"));

    CheckResult result = TestedChecker.TLC.check(request, CheckProgress.NONE);

    assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS);
    List<WitnessResult> found = result.search().witnesses();
    assertThat(found)
        .extracting(WitnessResult::name)
        .containsExactly("Corner", "Back", "Over", "Small");
    assertThat(found).extracting(each -> each.count().orElse(-1)).containsExactly(1L, 12L, 0L, 8L);
    assertThat(found).extracting(WitnessResult::onSteps).containsExactly(false, true, false, false);
    assertThat(found)
        .extracting(each -> each.shortest().map(trace -> trace.steps().size()).orElse(0))
        .containsExactly(7, 2, 0, 1);
  }
}
