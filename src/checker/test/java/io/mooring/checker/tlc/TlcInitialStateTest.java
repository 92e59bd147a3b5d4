package io.mooring.checker.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.CheckResult.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An error in an initial state is shown with that state. */
class TlcInitialStateTest {

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
                "Clock",
                "EXTENDS Naturals",
                "VARIABLE h",
                "Init == h = 0",
                "Next == h' = h + 1",
                "Spec == Init /\\ [][Next]_h")
            .module(
                "Lamps",
                "EXTENDS Naturals",
                "VARIABLES on, seen",
                "C == INSTANCE Clock WITH h <- on",
                "Init == on \\in 0..3 /\\ seen = on * 2",
                "Next == on' = (on + 1) % 4 /\\ seen' = on' * 2",
                "Spec == Init /\\ [][Next]_<<on, seen>>",
                "Few == on < 3 /\\ seen < 9",
                "Always == [](on < 3)",
                "Moves == on < 3 /\\ [][on' # on]_on /\\ <>(on = 1)",
                "Counts == C!Spec",
                "Odd == IF on = 3 THEN seen.colour = 1 ELSE TRUE",
                "Vague == on = 3 => seen",
                "Huge == on < 3 \\/ 2147483647 + on < 0",
                "Below == on < 3",
                "Stuck == on = 5 /\\ UNCHANGED <<on, seen>>");
  }

  private static void endsIn(CheckResult result, int on) {
    List<Trace.Step> steps = result.trace().orElseThrow().steps();
    assertThat(steps).hasSize(1);
    assertThat(steps.get(0).action()).isEqualTo("Init");
    assertThat(steps.get(0).state().get("on")).isEqualTo(new TlaValue.Int(on));
    assertThat(steps.get(0).state().get("seen")).isEqualTo(new TlaValue.Int(2 * on));
    assertThat(result.edges()).isZero();
  }

  private void violates(String property, String kind, int on) throws Exception {
    CheckResult result = checks.check("Lamps", "SPECIFICATION Spec", kind + " " + property);
    assertThat(result.verdict()).isEqualTo(Verdict.SAFETY_FAILURE);
    assertThat(result.property()).contains(property);
    assertThat(result.span()).isPresent();
    endsIn(result, on);
  }

  @Test
  void anInvariantThatOneOfSeveralInitialStatesViolatesIsShownWithThatState() throws Exception {
    violates("Few", "INVARIANT", 3);
  }

  @Test
  void soIsAPropertyThatIsAPredicateOnStates() throws Exception {
    violates("Few", "PROPERTY", 3);
  }

  @Test
  void soIsAPropertyThatIsAlwaysAPredicate() throws Exception {
    violates("Always", "PROPERTY", 3);
  }

  @Test
  void soIsThePredicateThatATemporalPropertyBeginsWith() throws Exception {
    violates("Moves", "PROPERTY", 3);
  }

  @Test
  void soIsTheInitialPredicateOfARefinedSpecification() throws Exception {
    violates("Counts", "PROPERTY", 1);
  }

  @Test
  void soIsAnInitialStateThatAConstraintLeavesOut() throws Exception {
    CheckResult result =
        checks.check("Lamps", "SPECIFICATION Spec", "INVARIANT Few", "CONSTRAINT Below");
    assertThat(result.verdict()).isEqualTo(Verdict.SAFETY_FAILURE);
    endsIn(result, 3);
  }

  @Test
  void aPropertyThatCannotBeEvaluatedThereIsShownWithTheState() throws Exception {
    for (String property : List.of("Odd", "Vague", "Huge")) {
      for (String kind : List.of("INVARIANT ", "PROPERTY ")) {
        CheckResult result = checks.check("Lamps", "SPECIFICATION Spec", kind + property);
        assertThat(result.verdict()).as(property).isEqualTo(Verdict.EVALUATION_ERROR);
        endsIn(result, 3);
      }
    }
  }

  @Test
  void aPredicateThatMakesNoStateShowsNone() throws Exception {
    checks.module(
        "Torn",
        "EXTENDS Naturals",
        "VARIABLE x",
        "Init == x \\in {1, 2} /\\ (x = 2 => x.a = 1)",
        "Next == x' = x",
        "Small == x < 9");
    CheckResult result = checks.check("Torn", "INIT Init", "NEXT Next", "INVARIANT Small");
    assertThat(result.verdict()).isEqualTo(Verdict.EVALUATION_ERROR);
    assertThat(result.trace().map(Trace::steps).orElse(List.of()))
        .noneMatch(step -> step.state().get("x").equals(new TlaValue.Int(1)));
  }

  @Test
  void aDeadlockInAnInitialStateSaysTheWordAndTheCure() throws Exception {
    CheckResult result = checks.check("Lamps", "INIT Init", "NEXT Stuck");
    assertThat(result.verdict()).isEqualTo(Verdict.DEADLOCK);
    assertThat(result.message())
        .startsWith("Deadlock")
        .contains("CHECK_DEADLOCK FALSE in Lamps.cfg");
    endsIn(result, 0);
  }
}
