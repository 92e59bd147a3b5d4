package io.mooring.checker.tlc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.InFamily;
import io.mooring.checker.TestedChecker;
import io.mooring.checker.tlc.CheckResult.Verdict;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only checkers of the family 1.8 can do stands in the results. */
class NewerFeaturesTest {

  private static final String REFUSED = "1.7 refuses the keyword, see ToldErrorsTest";

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private Checks checks;

  @BeforeEach
  void write() throws Exception {
    checks =
        new Checks(folder)
            .module(
                "Jug",
                "EXTENDS Naturals, TLC",
                "VARIABLES n, m",
                "Init == n \\in 0..1 /\\ m = \"a\"",
                "Inc == n < 5 /\\ n' = n + 1 /\\ m' = \"b\"",
                "Reset == n = 5 /\\ n' = 0 /\\ m' = \"a\"",
                "Next == Inc \\/ Reset",
                "Spec == Init /\\ [][Next]_<<n, m>>",
                "Small == n < 3",
                "Nought == n = 0",
                "Shown == [twice |-> 2 * n, step |-> m]",
                "Bad(x) == IF x = 1 THEN x + \"a\" ELSE x",
                "Torn == [twice |-> 2 * n, bad |-> Bad(n)]",
                "Ever == <>(n = 9)",
                "Distinct == PrintT(\"end\") /\\ TLCGet(\"distinct\") = 7",
                "Few == TLCGet(\"distinct\") < 2",
                "Broken == 1 = \"a\"",
                "Full == n = 5",
                "Wraps == n = 5 /\\ n' = 0",
                "Never == n = 77");
  }

  private static Map<String, TlaValue> alias(int twice, String step) {
    return new TreeMap<>(Map.of("twice", new TlaValue.Int(twice), "step", new TlaValue.Str(step)));
  }

  @Test
  @InFamily(value = "1.8", others = "1.7 has none of them")
  void whatTheCheckerCanDoIsFoundByWhatItDoes() throws Exception {
    assertThat(TestedChecker.TLC.about().features()).isEqualTo(EnumSet.allOf(Feature.class));
  }

  @Test
  @InFamily(value = "1.7", others = "1.8 has all of them")
  void whatTheCheckerCannotDoIsNotClaimed() throws Exception {
    assertThat(TestedChecker.TLC.about().features()).isEmpty();
  }

  @Test
  @InFamily(value = "1.8", others = REFUSED)
  void theAliasIsEvaluatedInEachStateOfABehaviour() throws Exception {
    Trace trace =
        checks
            .check("Jug", "SPECIFICATION Spec", "INVARIANT Small", "ALIAS Shown")
            .trace()
            .orElseThrow();
    assertThat(trace.steps().stream().map(Trace.Step::alias).toList())
        .isEqualTo(List.of(alias(2, "a"), alias(4, "b"), alias(6, "b")));
    assertThat(trace.steps().get(2).state().values()).containsOnlyKeys("m", "n");
    assertThat(trace.steps().get(2).action()).isEqualTo("Inc");
  }

  @Test
  @InFamily(value = "1.8", others = REFUSED)
  void soItIsInAnInitialStateAndInABehaviourThatRepeats() throws Exception {
    Trace initial =
        checks
            .check("Jug", "SPECIFICATION Spec", "INVARIANT Nought", "ALIAS Shown")
            .trace()
            .orElseThrow();
    assertThat(initial.steps().get(0).alias()).isEqualTo(alias(2, "a"));
    Trace lasso =
        checks
            .check("Jug", "SPECIFICATION Spec", "PROPERTY Ever", "ALIAS Shown")
            .trace()
            .orElseThrow();
    assertThat(lasso.loopTo()).isPresent();
    assertThat(lasso.steps()).allSatisfy(step -> assertThat(step.alias()).hasSize(2));
  }

  @Test
  @InFamily(value = "1.8", others = REFUSED)
  void whereTheAliasCannotBeEvaluatedTheVariablesStandWithTheReason() throws Exception {
    Trace trace =
        checks
            .check("Jug", "SPECIFICATION Spec", "INVARIANT Small", "ALIAS Torn")
            .trace()
            .orElseThrow();
    assertThat(trace.steps().get(0).alias()).containsKeys("n", "m", "_ALIASEvalError");
  }

  @Test
  @InFamily(value = "1.8", others = REFUSED)
  void aPostconditionIsAPropertyOfTheResult() throws Exception {
    CheckResult holds = checks.check("Jug", "SPECIFICATION Spec", "POSTCONDITION Distinct");
    assertThat(holds.verdict()).isEqualTo(Verdict.SUCCESS);
    assertThat(holds.properties()).containsExactly("Distinct");
    assertThat(holds.message()).isEqualTo("No violation of Distinct within these bounds");
    assertThat(holds.warnings()).isEmpty();
    assertThat(holds.printed().first()).containsExactly("\"end\"");
    CheckResult fails = checks.check("Jug", "SPECIFICATION Spec", "POSTCONDITIONS Distinct Few");
    assertThat(fails.verdict()).isEqualTo(Verdict.POSTCONDITION_FAILURE);
    assertThat(fails.property()).contains("Few");
    assertThat(fails.span().orElseThrow().line()).isEqualTo("Jug.tla:16");
    assertThat(fails.message()).isEqualTo("Postcondition Few is false at the end of the check");
    assertThat(fails.trace()).isEmpty();
    CheckResult broken = checks.check("Jug", "SPECIFICATION Spec", "POSTCONDITION Broken");
    assertThat(broken.verdict()).isEqualTo(Verdict.EVALUATION_ERROR);
    assertThat(broken.message()).startsWith("Postcondition Broken cannot be evaluated");
  }

  @Test
  @InFamily(value = "1.8", others = REFUSED)
  void aPostconditionThatIsFalseBesideAViolationIsAWarning() throws Exception {
    CheckResult result =
        checks.check("Jug", "SPECIFICATION Spec", "INVARIANT Small", "POSTCONDITION Few");
    assertThat(result.verdict()).isEqualTo(Verdict.SAFETY_FAILURE);
    assertThat(result.property()).contains("Small");
    assertThat(result.warnings())
        .containsExactly("Jug.tla:16: at the end of this check Few is not true either");
  }

  @Test
  @InFamily(value = "1.8", others = REFUSED)
  void whatMustBePossibleIsAPropertyOfTheResult() throws Exception {
    CheckResult holds = checks.check("Jug", "SPECIFICATION Spec", "_POSSIBLE Full Wraps");
    assertThat(holds.verdict()).isEqualTo(Verdict.SUCCESS);
    assertThat(holds.warnings()).isEmpty();
    CheckResult fails = checks.check("Jug", "SPECIFICATION Spec", "_POSSIBLE Full Never");
    assertThat(fails.verdict()).isEqualTo(Verdict.POSTCONDITION_FAILURE);
    assertThat(fails.property()).contains("Never");
    assertThat(fails.span().orElseThrow().line()).isEqualTo("Jug.tla:20");
    assertThat(fails.message()).startsWith("Nothing makes Never true");
  }

  @Test
  @InFamily(value = "1.8", others = REFUSED)
  void aNameThatIsNotThereIsToldWithItsLine() throws Exception {
    for (String keyword : List.of("ALIAS", "POSTCONDITION", "_POSSIBLE")) {
      assertThatThrownBy(() -> checks.check("Jug", "SPECIFICATION Spec", keyword + " Smoll"))
          .hasMessageContaining("Jug.cfg:2: " + keyword + " Smoll: the module defines no Smoll");
    }
  }
}
