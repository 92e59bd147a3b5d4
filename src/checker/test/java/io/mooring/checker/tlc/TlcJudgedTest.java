package io.mooring.checker.tlc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.tlc.CheckResult.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check of nothing, or of less than it seems, is reported as such, and never as a success. */
class TlcJudgedTest {

  private static final String ALGORITHM =
      """
      (* --fair algorithm Sum
      variables n = 0;
      begin
        Add: n := n + 1;
      end algorithm; *)
      """;

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
                "Dial",
                "EXTENDS Naturals, TLC",
                "CONSTANTS Top, Users",
                "VARIABLES at, way",
                "Init == at \\in 1..2 /\\ way = 0",
                "Next == at' = (at % Top) + 1 /\\ way' = 0",
                "Spec == Init /\\ [][Next]_<<at, way>>",
                "Fair == Spec /\\ WF_at(Next)",
                "Half == Init /\\ [][Next]_at",
                "Void == at = 1 /\\ at = 2 /\\ way = 0",
                "Within == at <= Top",
                "Plenty == Top > 1",
                "Never == Top > 100",
                "Same == [](Top = Top)",
                "Soon == <>(Top = Top)",
                "Vain == <>(Top # Top)",
                "Mixed == [][at' # at]_at /\\ <>TRUE",
                "Returns == []<>(at = 1)",
                "Nowhere == at > 100",
                "Still == at' = at",
                "Perms == Permutations(Users)",
                "Inner == way = 3 => at = 1",
                "Parts == /\\ Within",
                "         /\\ at = 77 =>",
                "              way = 1",
                "         /\\ Inner",
                "Lonely == at = 78 => way = 1");
  }

  private CheckResult dial(String... lines) throws Exception {
    String[] config = new String[lines.length + 1];
    config[0] = "CONSTANTS Top = 3 Users = {u, v}";
    System.arraycopy(lines, 0, config, 1, lines.length);
    return checks.check("Dial", config);
  }

  private static void judgesNothing(CheckResult result, String... words) {
    assertThat(result.verdict()).isEqualTo(Verdict.NOTHING_JUDGED);
    assertThat(result.message()).contains(words);
    assertThat(result.trace()).isEmpty();
  }

  private static void holds(CheckResult result, String... warnings) {
    assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS);
    assertThat(result.warnings()).hasSize(1);
    assertThat(result.warnings().get(0)).contains(warnings);
  }

  @Test
  void withoutAnInitialStateNothingIsJudged() throws Exception {
    judgesNothing(
        dial("INIT Void", "NEXT Next", "INVARIANT Within", "PROPERTY Returns"),
        "Dial.tla:10: there is no initial state, because none satisfies Void");
  }

  @Test
  void aConstraintThatLeavesOutEveryInitialStateIsNamedWithItsLine() throws Exception {
    judgesNothing(
        dial("SPECIFICATION Spec", "INVARIANT Within", "CONSTRAINT Nowhere"),
        "Dial.cfg:4: the CONSTRAINT leaves out every initial state");
  }

  @Test
  void constraintsThatLeaveOutEveryStepAreAWarning() throws Exception {
    holds(
        dial("SPECIFICATION Spec", "INVARIANT Within", "ACTION_CONSTRAINT Still"),
        "Dial.cfg:4: no step stays within the constraints");
  }

  @Test
  void withoutAQuestionNothingIsJudged() throws Exception {
    judgesNothing(dial("SPECIFICATION Spec", "CHECK_DEADLOCK FALSE"), "Dial.cfg", "CHECK_DEADLOCK");
    judgesNothing(
        dial("SPECIFICATION Spec", "INVARIANT Plenty", "PROPERTY Soon", "CHECK_DEADLOCK FALSE"),
        "that says anything");
    holds(dial("SPECIFICATION Spec"), "nothing is checked but deadlock");
  }

  @Test
  void withoutANextStateRelationNothingIsJudged() throws Exception {
    judgesNothing(dial("INIT Init"), "Dial.cfg", "NEXT");
  }

  @Test
  void aConfigurationWithoutABehaviourIsRefusedWithTheCure() {
    assertThatThrownBy(() -> dial()).hasMessageContainingAll("Dial.cfg", "SPECIFICATION", "INIT");
  }

  @Test
  void ofAModuleWithoutBehavioursTheAssumptionsAreJudgedAndNothingElse() throws Exception {
    checks.module("Sums", "EXTENDS Naturals", "ASSUME 1 + 1 = 2", "ASSUME 2 < 3");
    CheckResult result = checks.check("Sums");
    assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS);
    assertThat(result.message()).contains("All 2 assumptions hold", "nothing else was judged");
    checks.module("Sums", "EXTENDS Naturals", "ASSUME 1 + 1 = 3");
    assertThat(checks.check("Sums").verdict()).isEqualTo(Verdict.ASSUMPTION_FAILURE);
    checks.module("Sums", "EXTENDS Naturals", "Two == 1 + 1");
    judgesNothing(checks.check("Sums"), "names no behaviour", "no ASSUME");
  }

  @Test
  void anAlgorithmThatNobodyTranslatedIsNamedWithItsLine() throws Exception {
    checks.module("Sum", "EXTENDS Naturals", ALGORITHM);
    judgesNothing(checks.check("Sum"), "Sum.tla:3", "PlusCal", "not translated");
    assertThatThrownBy(() -> checks.check("Sum", "SPECIFICATION Spec"))
        .hasMessageContainingAll("Sum.tla:3", "PlusCal", "not translated");
    checks.module(
        "Sum", "EXTENDS Naturals", ALGORITHM, "\\* BEGIN TRANSLATION", "", "\\* END TRANSLATION");
    judgesNothing(checks.check("Sum"), "Sum.tla:3", "not translated");
  }

  @Test
  void soIsOneInAModuleThatIsExtended() throws Exception {
    checks.module("Sum", "EXTENDS Naturals", ALGORITHM).module("MCSum", "EXTENDS Sum");
    assertThatThrownBy(() -> checks.check("MCSum", "SPECIFICATION Spec", "INVARIANT Ok"))
        .hasMessageContainingAll("Sum.tla:3", "not translated");
  }

  @Test
  void aPropertyThatIsTheConstantTrueIsAWarning() throws Exception {
    for (String kind : List.of("INVARIANT", "PROPERTY")) {
      CheckResult result = dial("SPECIFICATION Spec", kind + " Plenty");
      holds(result, "Dial.tla:12: Plenty is the constant TRUE");
      assertThat(result.message()).contains("no property was checked that says anything");
    }
  }

  @Test
  void aPropertyThatSpeaksOfNoVariableIsAWarningAndTheOthersAreJudged() throws Exception {
    holds(dial("SPECIFICATION Spec", "PROPERTY Same"), "Dial.tla:14: Same speaks of no variable");
    holds(
        dial("SPECIFICATION Fair", "INVARIANT Within", "PROPERTIES Soon Returns"),
        "Dial.tla:15: Soon speaks of no variable");
    assertThat(dial("SPECIFICATION Spec", "PROPERTIES Soon Returns").property())
        .contains("Returns");
  }

  @Test
  void aPropertyThatIsFalseEverywhereIsAFinding() throws Exception {
    for (String kind : List.of("INVARIANT", "PROPERTY")) {
      CheckResult result = dial("SPECIFICATION Spec", "INVARIANT Within", kind + " Never");
      assertThat(result.verdict()).isEqualTo(Verdict.SAFETY_FAILURE);
      assertThat(result.property()).contains("Never");
      assertThat(result.span().orElseThrow().line()).isEqualTo("Dial.tla:13");
      assertThat(result.message()).contains("the constant FALSE");
    }
    assertThat(dial("SPECIFICATION Spec", "PROPERTY Vain").verdict())
        .isEqualTo(Verdict.LIVENESS_FAILURE);
  }

  @Test
  void aPartOfAPropertyThatSpeaksOfNoVariableIsAWarning() throws Exception {
    assertThat(dial("SPECIFICATION Spec", "PROPERTY Mixed").warnings())
        .anyMatch(each -> each.contains("Dial.tla:17: a part of Mixed") && each.contains("<>TRUE"));
  }

  @Test
  void aPredicateOnStatesThatIsNamedAsAPropertyIsJudgedInInitialStatesAlone() throws Exception {
    holds(
        dial("SPECIFICATION Spec", "PROPERTY Within"),
        "Dial.tla:11: Within is a predicate on states named as a PROPERTY");
  }

  @Test
  void anImplicationThatIsNeverTestedIsNamedAndNotItsWholeProperty() throws Exception {
    CheckResult result = dial("SPECIFICATION Spec", "INVARIANTS Parts Lonely");
    assertThat(result.vacuities())
        .extracting(CheckResult.Vacuity::text)
        .containsExactly(
            "Dial.tla:24: a part of Parts is vacuous: nothing makes the left side of this => true: at = 77",
            "Dial.tla:22: a part of Parts, in Inner, is vacuous: nothing makes the left side of this => true: way = 3",
            "Dial.tla:27: Lonely is vacuous: nothing makes the left side of this => true: at = 78");
  }

  @Test
  void whatTheCheckerWarnsOfHasItsFileAndLine() throws Exception {
    holds(
        dial("SPECIFICATION Half", "INVARIANT Within"),
        "Dial.tla:9: The subscript of the next-state relation",
        "way");
    checks.module(
        "Point",
        "VARIABLE p",
        "Init == p = [a |-> 0]",
        "Next == p' = [p EXCEPT !.a = 1,",
        "                       !.b = 2]",
        "Ok == p.a \\in {0, 1}");
    holds(
        checks.check("Point", "INIT Init", "NEXT Next", "INVARIANT Ok"),
        "Point.tla:4: this EXCEPT");
    assertThat(dial("SPECIFICATION Fair", "PROPERTY Returns", "SYMMETRY Perms").warnings())
        .anyMatch(each -> each.contains("Dial.cfg:4: SYMMETRY makes"));
    assertThat(dial("SPECIFICATION Fair", "PROPERTY Returns", "", "CONSTRAINT Within").warnings())
        .anyMatch(each -> each.contains("Dial.cfg:5: a CONSTRAINT can hide"));
  }

  @Test
  void aTemporalPropertyThatFailsWithoutFairnessSaysSo() throws Exception {
    assertThat(dial("SPECIFICATION Spec", "PROPERTY Returns").warnings())
        .anyMatch(each -> each.contains("Dial.tla:7: there is no fairness condition"));
    assertThat(dial("SPECIFICATION Fair", "PROPERTY Returns").warnings()).isEmpty();
  }

  @Test
  void anAlgorithmThatChangedSinceItsTranslationIsAWarning() throws Exception {
    String[] translation = {
      "VARIABLES n, pc",
      "vars == << n, pc >>",
      "Init == /\\ n = 0 /\\ pc = \"Add\"",
      "Next == n' = n /\\ pc' = pc",
      "Spec == Init /\\ [][Next]_vars",
      "\\* END TRANSLATION",
      "Ok == n < 5"
    };
    String begin =
        "\\* BEGIN TRANSLATION (chksum(pcal) = \"0\" /\\ chksum(tla) = \"0\")\n"
            + String.join("\n", translation);
    checks.module("Sum", "EXTENDS Naturals", ALGORITHM + begin);
    holds(
        checks.check("Sum", "SPECIFICATION Spec", "INVARIANT Ok"),
        "Sum.tla:3: this PlusCal algorithm and its translation (line 8)");
  }
}
