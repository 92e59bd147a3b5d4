package io.mooring.checker.mutate;

import static io.mooring.checker.mutate.MutationOperator.DROP_CONJUNCT;
import static io.mooring.checker.mutate.MutationOperator.DROP_DISJUNCT;
import static io.mooring.checker.mutate.MutationOperator.DROP_ELEMENT;
import static io.mooring.checker.mutate.MutationOperator.DROP_OPERAND;
import static io.mooring.checker.mutate.MutationOperator.DROP_UPDATE;
import static io.mooring.checker.mutate.MutationOperator.FLIP_BOOLEAN;
import static io.mooring.checker.mutate.MutationOperator.NEGATE;
import static io.mooring.checker.mutate.MutationOperator.OFF_BY_ONE;
import static io.mooring.checker.mutate.MutationOperator.SWAP_BRANCHES;
import static io.mooring.checker.mutate.MutationOperator.SWAP_COMPARISON;
import static io.mooring.checker.mutate.MutationOperator.SWAP_CONSTANT;
import static io.mooring.checker.mutate.MutationOperator.SWAP_JUNCTION;
import static io.mooring.checker.mutate.MutationOperator.SWAP_QUANTIFIER;
import static io.mooring.checker.mutate.MutationOperator.WEAKEN_FAIRNESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The result of each mutation operator on a text. */
class MutationOperatorTest {

  private final Changes changes;

  MutationOperatorTest(@TempDir Path folder) {
    changes = new Changes(folder);
  }

  @Test
  void conditionsAreDroppedAndUpdatesAreNot() throws Exception {
    assertThat(changes.of(DROP_CONJUNCT, "  /\\ x < 3 /\\ s = <<>>\n  /\\ x' = 1\n  /\\ s' = s"))
        .containsExactly("'x < 3' dropped", "'s = <<>>' dropped");
  }

  @Test
  void aConditionOnTheNextStateIsDroppedLikeAnyOther() throws Exception {
    assertThat(changes.of(DROP_CONJUNCT, " x' \\in 0..3 /\\ s' = s /\\ x' # x"))
        .containsExactly("'x' # x' dropped");
  }

  @Test
  void branchesAndArmsAreDropped() throws Exception {
    assertThat(
            changes.of(
                DROP_DISJUNCT,
                "  \\/ x' = 1 /\\ s' = s\n"
                    + "  \\/ s' = s /\\ x' = CASE x = 0 -> 1 [] OTHER -> 2"))
        .containsExactly(
            "'x' = 1 /\\ s' = s' dropped",
            "'s' = s /\\ x' = CASE x = 0 -> 1 [] OTHER -> 2' dropped",
            "'x = 0' dropped");
  }

  @Test
  void whatIsDroppedLeavesATruthValue() throws Exception {
    List<Mutant> mutants =
        changes
            .mutantSet(
                "Init == x = 0 /\\ s = <<>>",
                "Next == (x < 3 /\\ x' = x /\\ s' = s) \\/ (x' = 0 /\\ s' = s)",
                "Spec == Init /\\ [][Next]_<<x, s>>")
            .mutants();
    assertThat(mutants)
        .filteredOn(mutant -> mutant.operator() == DROP_CONJUNCT)
        .isNotEmpty()
        .allMatch(mutant -> mutant.replacement().equals("TRUE"));
    assertThat(mutants)
        .filteredOn(mutant -> mutant.operator() == DROP_DISJUNCT)
        .hasSize(2)
        .allMatch(mutant -> mutant.replacement().equals("FALSE"));
  }

  @Test
  void conditionsAreNegated() throws Exception {
    assertThat(
            changes.of(
                NEGATE, " x = 1 /\\ s # <<>> /\\ ~(x > 2) /\\ x \\in {1} /\\ UNCHANGED <<x, s>>"))
        .containsExactly(
            "x = 1  ->  x # 1",
            "s # <<>>  ->  s = <<>>",
            "~(x > 2)  ->  (x > 2)",
            "x \\in {1}  ->  x \\notin {1}");
  }

  @Test
  void aConditionWithoutAnOppositeIsWrapped() throws Exception {
    assertThat(changes.of(NEGATE, " x < 3 /\\ UNCHANGED <<x, s>>"))
        .containsExactly("x < 3  ->  ~(x < 3)");
  }

  @Test
  void andBecomesOrInConditions() throws Exception {
    assertThat(
            changes.of(
                SWAP_JUNCTION,
                "  /\\ x < 1 \\/ x > 2\n  /\\ \\/ x = 0\n     \\/ x = 3\n  /\\ UNCHANGED <<x, s>>"))
        .containsExactly(
            "x < 1 \\/ x > 2  ->  (x < 1 /\\ x > 2)",
            "\\/ x = 0 \\/ x = 3  ->  /\\ x = 0 /\\ x = 3");
  }

  @Test
  void ofThreeConditionsInALineTheFirstTwoStayTogether() throws Exception {
    assertThat(changes.of(SWAP_JUNCTION, " IF x < 1 \\/ x > 2 \\/ x = 3 THEN x' = 1 ELSE x' = 2"))
        .containsExactly(
            "x < 1 \\/ x > 2 \\/ x = 3  ->  ((x < 1 \\/ x > 2) /\\ x = 3)",
            "x < 1 \\/ x > 2  ->  (x < 1 /\\ x > 2)");
  }

  @Test
  void oneForAllAndAllForOne() throws Exception {
    assertThat(
            changes.of(
                SWAP_QUANTIFIER,
                " (\\E i \\in 1..2 : x = i) /\\ \\E k \\in {1} : x' = k /\\ s' = s"))
        .containsExactly("\\E i \\in 1..2 : x = i  ->  \\A i \\in 1..2 : x = i");
  }

  @Test
  void comparisonsAreWrongAtTheirBound() throws Exception {
    assertThat(
            changes.of(
                SWAP_COMPARISON,
                " x < 1 /\\ x <= 2 /\\ x =< 3 /\\ x > 4 /\\ x \\geq 5 /\\ UNCHANGED <<x, s>>"))
        .containsExactly(
            "x < 1  ->  x <= 1",
            "x <= 2  ->  x < 2",
            "x =< 3  ->  x < 3",
            "x > 4  ->  x >= 4",
            "x \\geq 5  ->  x > 5");
  }

  @Test
  void theBranchesOfAChoiceChangePlaces() throws Exception {
    assertThat(changes.of(SWAP_BRANCHES, " s' = s /\\ x' = IF x = 0 THEN 1 ELSE 2"))
        .containsExactly("x = 0  ->  ~(x = 0)");
  }

  @Test
  void aStringBecomesTheNextOfItsSetAndTheLastTheFirst() throws Exception {
    assertThat(changes.of(SWAP_CONSTANT, " x' = 0 /\\ s' = <<\"red\", \"blue\", \"pink\">>"))
        .containsExactly(
            "s' = <<\"red\", \"blue\", \"pink\">>  ->  s' = <<\"green\", \"blue\", \"pink\">>",
            "s' = <<\"red\", \"blue\", \"pink\">>  ->  s' = <<\"red\", \"red\", \"pink\">>");
  }

  @Test
  void aFieldIsNoString() throws Exception {
    assertThat(changes.of(SWAP_CONSTANT, " x' = [red |-> 1].red /\\ s' = [s EXCEPT !.red = 2]"))
        .isEmpty();
  }

  @Test
  void truthIsFlipped() throws Exception {
    assertThat(changes.of(FLIP_BOOLEAN, " x' = 0 /\\ s' = TRUE"))
        .containsExactly("s' = TRUE  ->  s' = FALSE");
  }

  @Test
  void numbersAndConstantsThatStandForOneAreOffByOne() throws Exception {
    assertThat(changes.of(OFF_BY_ONE, " x < Max /\\ x' = x + 1 /\\ s' = s"))
        .containsExactly(
            "x < Max  ->  x < (Max + 1)",
            "x < Max  ->  x < (Max - 1)",
            "x' = x + 1  ->  x' = x + 2",
            "x' = x + 1  ->  x' = x + 0");
  }

  @Test
  void updatesAreDropped() throws Exception {
    assertThat(changes.of(DROP_UPDATE, " x' \\in 1..2 /\\ s' = [s EXCEPT ![1] = 5, ![2] = @]"))
        .containsExactly(
            "x' \\in 1..2  ->  x' = x",
            "s' = [s EXCEPT ![1] = 5, ![2] = @]  ->  s' = s",
            "s' = [s EXCEPT ![1] = 5, ![2] = @]  ->  s' = [s EXCEPT ![1] = @, ![2] = @]");
  }

  @Test
  void anActionThatSetsVariablesIsDroppedAsAWhole() throws Exception {
    List<String> made =
        changes
            .mutantSet(
                "Init == x = 0 /\\ s = <<>>",
                "Put(v) == x' = v /\\ UNCHANGED s",
                "Next == x = 0 /\\ Put(1)",
                "Spec == Init /\\ [][Next]_<<x, s>>")
            .mutants()
            .stream()
            .filter(mutant -> mutant.operator() == DROP_UPDATE)
            .map(Mutant::description)
            .toList();
    assertThat(made).containsExactly("x' = v  ->  x' = x", "Put(1)  ->  UNCHANGED <<x, s>>");
  }

  @Test
  void elementsAreDropped() throws Exception {
    assertThat(changes.of(DROP_ELEMENT, " x' \\in {1, 2} /\\ s' = <<7>>"))
        .containsExactly(
            "x' \\in {1, 2}  ->  x' \\in {2}",
            "x' \\in {1, 2}  ->  x' \\in {1}", "s' = <<7>>  ->  s' = <<>>");
  }

  @Test
  void oneSideOfAnOperationIsDropped() throws Exception {
    assertThat(
            changes.of(
                DROP_OPERAND, " x' = ({x} \\cup {x + 1}) \\ Max /\\ s' = Append(s, 1) \\o Tail(s)"))
        .containsExactly(
            "x' = ({x} \\cup {x + 1}) \\ Max  ->  x' = ({x} \\cup {x + 1})",
            "x' = ({x} \\cup {x + 1}) \\ Max  ->  x' = ({x} ) \\ Max",
            "x' = ({x} \\cup {x + 1}) \\ Max  ->  x' = ( {x + 1}) \\ Max",
            "s' = Append(s, 1) \\o Tail(s)  ->  s' = Append(s, 1)",
            "s' = Append(s, 1) \\o Tail(s)  ->  s' = Tail(s)",
            "s' = Append(s, 1) \\o Tail(s)  ->  s' = (s) \\o Tail(s)");
  }

  @Test
  void fairnessIsWeakened() throws Exception {
    List<String> made =
        changes
            .mutantSet(
                "Init == x = 0 /\\ s = <<>>",
                "Next == x' = x /\\ s' = s",
                "Spec == Init /\\ [][Next]_x /\\ WF_x(Next) /\\ (\\A i \\in 1..2 : SF_x(Next))")
            .mutants()
            .stream()
            .filter(mutant -> mutant.operator() == WEAKEN_FAIRNESS)
            .map(Mutant::description)
            .toList();
    assertThat(made)
        .containsExactly(
            "WF_x(Next)  ->  TRUE", "SF_x(Next)  ->  WF_x(Next)", "SF_x(Next)  ->  TRUE");
  }

  @Test
  void everyOperatorIsFoundByItsId() {
    for (MutationOperator each : MutationOperator.values()) {
      assertThat(MutationOperator.of(each.id())).contains(each);
    }
    assertThat(MutationOperator.of("drop-all")).isEmpty();
  }
}
