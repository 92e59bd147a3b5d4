package io.mooring.checker.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.CheckResult.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output of a specification is part of the result. */
class TlcPrintedTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  private CheckResult check(String invariant) throws Exception {
    return new Checks(folder)
        .module(
            "Talk",
            "EXTENDS Naturals, TLC",
            "VARIABLE x",
            "ASSUME PrintT(\"assumed\")",
            "Init == x = 0",
            "Next == x < 300 /\\ PrintT(<<\"from\", x>>) /\\ x' = x + 1",
            "Spec == Init /\\ [][Next]_x",
            "Small == x < 1000",
            "Tiny == x < 2",
            "Heard == PrintT(\"asked\") => x < 1000",
            "Long == Print([i \\in 1..(1000 + x) |-> i], x < 9)[1] = 1",
            "Broken == x < 2 \\/ x.a")
        .check("Talk", "SPECIFICATION Spec", "INVARIANT " + invariant, "CHECK_DEADLOCK FALSE");
  }

  @Test
  void theFirstTextsAndTheLastOnesAreKeptAndTheOthersCounted() throws Exception {
    Printed printed = check("Small").printed();
    assertThat(printed.count()).isEqualTo(301);
    assertThat(printed.first())
        .hasSize(100)
        .startsWith("\"assumed\"", "<<\"from\", 0>>", "<<\"from\", 1>>");
    assertThat(printed.leftOut()).isEqualTo(181);
    assertThat(printed.last()).hasSize(20).endsWith("<<\"from\", 298>>", "<<\"from\", 299>>");
  }

  @Test
  void whatIsEvaluatedAgainToExplainAResultIsNotPrintedAgain() throws Exception {
    CheckResult violated = check("Tiny");
    assertThat(violated.verdict()).isEqualTo(Verdict.SAFETY_FAILURE);
    assertThat(violated.printed().first())
        .containsExactly("\"assumed\"", "<<\"from\", 0>>", "<<\"from\", 1>>");
    CheckResult broken = check("Broken");
    assertThat(broken.verdict()).isEqualTo(Verdict.EVALUATION_ERROR);
    assertThat(broken.printed().first())
        .containsExactly("\"assumed\"", "<<\"from\", 0>>", "<<\"from\", 1>>");
  }

  @Test
  void theSearchForWhatIsNeverExercisedPrintsNothing() throws Exception {
    List<String> first = check("Heard").printed().first();
    assertThat(first)
        .startsWith("\"assumed\"", "\"asked\"", "<<\"from\", 0>>", "\"asked\"", "<<\"from\", 1>>");
  }

  @Test
  void aLongTextIsCut() throws Exception {
    assertThat(check("Long").printed().first())
        .anyMatch(text -> text.length() < 2_100 && text.contains(" characters more)"));
  }
}
