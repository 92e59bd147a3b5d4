package io.mooring.checker.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.TestedChecker;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.Coverage.ActionCount;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CoverageTest {

  private final Path folder;

  CoverageTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private CheckResult check(int size, String... lines) throws Exception {
    return TestedChecker.TLC.check(
        Steps.request(folder, size, lines).searching(SearchOptions.DEFAULT.withCoverage(true)),
        CheckProgress.NONE);
  }

  @Test
  void actionsAreCountedAndExpressionsThatWereNeverEvaluatedAreNamed() throws Exception {
    CheckResult result = check(2, "INIT Init", "NEXT Wheel", "INVARIANTS Within Branch");

    assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS);
    Coverage coverage = result.search().coverage().orElseThrow();
    assertThat(coverage.actions())
        .extracting(ActionCount::name, ActionCount::steps, ActionCount::newStates)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Up", 6L, 2L),
            org.assertj.core.groups.Tuple.tuple("Side", 6L, 6L),
            org.assertj.core.groups.Tuple.tuple("Turn", 1L, 0L));
    assertThat(coverage.unevaluated())
        .extracting(each -> each.span().place() + " " + each.text())
        .containsExactly("Steps.tla:9:33 m + 7", "Steps.tla:17:27 n % 2 = 0");
  }

  @Test
  void whatWasEvaluatedIsNotNamed() throws Exception {
    CheckResult result =
        check(800, "INIT Init", "NEXT Wheel", "INVARIANTS Within Branch", "CONSTRAINT Small");

    assertThat(result.search().coverage().orElseThrow().unevaluated())
        .extracting(Coverage.Unevaluated::text)
        .contains("n % 2 = 0")
        .doesNotContain("m + 7");
  }

  @Test
  void nothingIsCountedUnlessItIsRequested() throws Exception {
    CheckResult result =
        TestedChecker.TLC.check(
            Steps.request(folder, 2, "INIT Init", "NEXT Wheel"), CheckProgress.NONE);

    assertThat(result.search().coverage()).isEmpty();
  }
}
