package io.mooring.checker.tlc;

import static io.mooring.checker.TestedChecker.TLC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.tlc.CheckResult.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlcCheckTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Path module;

  @BeforeAll
  static void write() throws Exception {
    module = Counter.module(folder);
  }

  private static CheckResult check(String... lines) throws Exception {
    return TLC.check(request(lines), CheckProgress.NONE);
  }

  private static CheckRequest request(String... lines) throws Exception {
    return CheckRequest.of(module, Counter.config(folder, "Counter", lines));
  }

  @Test
  void whatHoldsIsASuccessWithItsFigures() throws Exception {
    CheckResult result =
        check("SPECIFICATION Spec", "INVARIANT Small", "PROPERTIES Bounded ComesBack");
    assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS);
    assertThat(result.initialStates()).isEqualTo(1);
    assertThat(result.distinctStates()).isEqualTo(7);
    assertThat(result.edges()).isEqualTo(11);
    assertThat(result.vacuities()).isEmpty();
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void aViolatedInvariantIsNamedWithItsLineAndTrace() throws Exception {
    CheckResult result = check("SPECIFICATION Spec", "INVARIANTS Small BelowTwo");
    assertThat(result.verdict()).isEqualTo(Verdict.SAFETY_FAILURE);
    assertThat(result.property()).contains("BelowTwo");
    assertThat(result.span().orElseThrow().line()).isEqualTo("Counter.tla:22");
    List<Trace.Step> steps = result.trace().orElseThrow().steps();
    assertThat(steps.get(0).action()).isEqualTo("Init");
    assertThat(steps.get(steps.size() - 1).action()).isEqualTo("Jump(2)");
  }

  @Test
  void aViolatedActionPropertyIsNamed() throws Exception {
    CheckResult result = check("SPECIFICATION Spec", "PROPERTIES Bounded UpOnly");
    assertThat(result.verdict()).isEqualTo(Verdict.SAFETY_FAILURE);
    assertThat(result.property()).contains("UpOnly");
  }

  @Test
  void ofSeveralTemporalPropertiesTheViolatedOneIsNamedAndTheTraceRepeats() throws Exception {
    CheckResult result = check("SPECIFICATION Spec", "PROPERTIES ComesBack Reaches");
    assertThat(result.verdict()).isEqualTo(Verdict.LIVENESS_FAILURE);
    assertThat(result.property()).contains("Reaches");
    assertThat(result.trace().orElseThrow().loopTo()).isPresent();
  }

  @Test
  void aRefinementWhoseFairnessIsNotKeptIsNamedAsAWhole() throws Exception {
    CheckResult result = check("SPECIFICATION Spec2", "PROPERTIES Bounded Promise");
    assertThat(result.verdict()).isEqualTo(Verdict.LIVENESS_FAILURE);
    assertThat(result.property()).contains("Promise");
  }

  @Test
  void aBehaviourInWhichNothingHappensAnyMoreStutters() throws Exception {
    CheckResult result = check("SPECIFICATION Spec2", "PROPERTY ComesBack");
    assertThat(result.verdict()).isEqualTo(Verdict.LIVENESS_FAILURE);
    assertThat(result.trace().orElseThrow().stutters()).isTrue();
  }

  @Test
  void aDeadlockIsFoundUnlessItIsAllowed() throws Exception {
    assertThat(check("INIT Init", "NEXT Slow").verdict()).isEqualTo(Verdict.DEADLOCK);
    assertThat(check("INIT Init", "NEXT Slow", "INVARIANT Small", "CHECK_DEADLOCK FALSE").verdict())
        .isEqualTo(Verdict.SUCCESS);
  }

  @Test
  void aVariableWithoutAValueIsAnEvaluationErrorThatNamesIt() throws Exception {
    CheckResult result = check("INIT Init", "NEXT Partial");
    assertThat(result.verdict()).isEqualTo(Verdict.EVALUATION_ERROR);
    assertThat(result.message()).contains("last");
  }

  @Test
  void anExpressionThatCannotBeEvaluatedIsShownWithItsLine() throws Exception {
    CheckResult result = check("INIT Init", "NEXT Broken");
    assertThat(result.verdict()).isEqualTo(Verdict.EVALUATION_ERROR);
    assertThat(result.span().orElseThrow().line()).isEqualTo("Counter.tla:17");
    assertThat(result.message()).contains("nothing").doesNotContain("Exception");
  }

  @Test
  void whatTheRunNeverExercisedIsReported() throws Exception {
    CheckResult result =
        check("SPECIFICATION Spec2", "INVARIANTS Vacuous Fine", "PROPERTY VacuousStep");
    assertThat(result.vacuities())
        .extracting(CheckResult.Vacuity::subject)
        .containsExactly("Never", "Vacuous", "VacuousStep");
  }

  @Test
  void aConfigurationThatChecksNothingIsWarnedOf() throws Exception {
    assertThat(check("SPECIFICATION Spec").warnings())
        .singleElement()
        .asString()
        .contains("no INVARIANT and no PROPERTY");
  }

  @Test
  void aReplacedDefinitionTakesEffectInItsRunAlone() throws Exception {
    CheckRequest request = request("SPECIFICATION Spec", "INVARIANT Small");
    CheckResult changed =
        TLC.check(request.substituting(Map.of("Up", "EvilUp")), CheckProgress.NONE);
    assertThat(changed.property()).contains("Small");
    assertThat(changed.trace().orElseThrow().steps().get(1).action()).isEqualTo("Up");
    assertThat(TLC.check(request, CheckProgress.NONE).verdict()).isEqualTo(Verdict.SUCCESS);
  }

  @Test
  void aPropertyThatIsLeftOutIsObservedAllTheSame() throws Exception {
    CheckRequest request = request("SPECIFICATION Spec", "INVARIANTS Small BelowTwo");
    CheckResult result =
        TLC.check(request.without(Set.of("BelowTwo")).observing("BelowTwo"), CheckProgress.NONE);
    assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS);
    assertThat(result.exercised().observedViolated()).isTrue();
    assertThat(result.distinctStates()).isEqualTo(7);
  }

  @Test
  void ofWitnessesTheOnesThatNothingMakesTrueAreReported() throws Exception {
    CheckRequest request = request("SPECIFICATION Spec", "INVARIANT Small");
    CheckResult result =
        TLC.check(
            request.witnessing(List.of("Full", "Beyond", "Wraps", "Leaps", "FromFull")),
            CheckProgress.NONE);
    assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS);
    assertThat(result.exercised().unseen()).containsExactly("Beyond", "Leaps");
    assertThat(result.exercised().actions()).containsExactly("Jump", "Up", "Wrap");
  }

  @Test
  void aSoughtPredicateIsReachedOnAShortestBehaviour() throws Exception {
    CheckRequest request = request("SPECIFICATION Spec", "INVARIANT BelowTwo");
    CheckResult state = TLC.check(request.seeking("Full"), CheckProgress.NONE);
    assertThat(actions(state)).containsExactly("Init", "Jump(3)");
    CheckResult step = TLC.check(request.seeking("Wraps"), CheckProgress.NONE);
    assertThat(actions(step)).containsExactly("Init", "Jump(3)", "Wrap");
    CheckResult first = TLC.check(request.seeking("AtStart"), CheckProgress.NONE);
    assertThat(actions(first)).containsExactly("Init");
    CheckResult none = TLC.check(request.seeking("Beyond"), CheckProgress.NONE);
    assertThat(none.trace()).isEmpty();
    assertThat(none.distinctStates()).isEqualTo(7);
  }

  private static List<String> actions(CheckResult result) {
    assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS);
    return result.trace().orElseThrow().steps().stream().map(Trace.Step::action).toList();
  }

  @Test
  void aWitnessMustBeAPredicateWithoutParametersThatTheModuleDefines() throws Exception {
    CheckRequest request = request("SPECIFICATION Spec", "INVARIANT Small");
    assertThatThrownBy(() -> TLC.check(request.seeking("Nowhere"), CheckProgress.NONE))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("Counter.tla: defines no Nowhere");
    assertThatThrownBy(() -> TLC.check(request.seeking("Reaches"), CheckProgress.NONE))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("Reaches is a temporal formula");
    assertThatThrownBy(() -> TLC.check(request.seeking("Jump"), CheckProgress.NONE))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("Jump has parameters");
  }

  @Test
  void twoWorkersFindTheSame() throws Exception {
    CheckRequest request =
        request("SPECIFICATION Spec", "INVARIANTS Small Vacuous", "PROPERTY Bounded")
            .witnessing(List.of("Full", "Beyond"));
    CheckResult one = TLC.check(request, CheckProgress.NONE);
    CheckResult two = TLC.check(request.withWorkers(2), CheckProgress.NONE);
    assertThat(two.distinctStates()).isEqualTo(one.distinctStates());
    assertThat(two.edges()).isEqualTo(one.edges());
    assertThat(two.exercised()).isEqualTo(one.exercised());
  }

  @Test
  void howeverACheckEndsItLeavesNoThreadBehind() throws Exception {
    check("SPECIFICATION Spec", "INVARIANT Small");
    check("SPECIFICATION Spec", "INVARIANT BelowTwo");
    check("SPECIFICATION Spec", "INVARIANT Beyond");
    check("SPECIFICATION Spec", "PROPERTY UpOnly");
    check("SPECIFICATION Spec", "PROPERTIES ComesBack Reaches");
    check("INIT Init", "NEXT Slow");
    check("INIT Init", "NEXT Partial");
    check("INIT Init", "NEXT Broken");

    for (int i = 0; i < 100 && queueThreads() > 0; i++) {
      Thread.sleep(100);
    }
    assertThat(queueThreads()).isZero();
  }

  /** The threads of the checker's queue of states. */
  private static long queueThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("TLCStatePool"))
        .count();
  }
}
