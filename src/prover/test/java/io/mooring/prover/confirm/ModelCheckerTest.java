package io.mooring.prover.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.Trace;
import io.mooring.prover.model.ContradictionException;
import io.mooring.prover.model.Found;
import io.mooring.prover.model.Question;
import io.mooring.prover.translate.Inductive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model checker sees what a solver has found, and nothing else. */
final class ModelCheckerTest {

  private static final String MODULE =
      """
      ---- MODULE T ----
      EXTENDS Integers, Sequences
      CONSTANTS Most, Process
      ASSUME Most \\in Nat /\\ Most > 2
      VARIABLES at, queue
      vars == <<at, queue>>
      Init == at = [p \\in Process |-> 0] /\\ queue = <<1>>
      Go(p) ==
          /\\ \\/ at[p] < Most
             \\/ at[p] = 17
          /\\ at' = [at EXCEPT ![p] = @ + 1]
          /\\ queue' = Append(queue, at[p])
      Wait(p) == at[p] > 5 /\\ UNCHANGED vars
      Next == \\E p \\in Process : Go(p) \\/ Wait(p)
      Spec == Init /\\ [][Next]_vars
      Low == \\A p \\in Process : at[p] <= Most
      Ind == at \\in [Process -> Nat] /\\ queue \\in Seq(Int) /\\ Low /\\ Len(queue) < 2
      Slow == [][Len(queue') < 2]_vars
      Short == Len(queue) < 1
      ====
      """;

  private final Path module;

  ModelCheckerTest(@TempDir Path folder) throws Exception {
    module = Files.writeString(folder.resolve("T.tla"), MODULE);
  }

  private Found found(String obligation) throws Exception {
    Inductive inductive =
        new Inductive(Tlc.bundled(), new Question(module, "Spec", "Ind", List.of("Slow", "Short")));
    for (int i = 0; i < inductive.obligations().size(); i++) {
      if (inductive.obligations().get(i).toString().equals(obligation)) {
        Optional<Found> found = inductive.counterexample(i, Duration.ofSeconds(60));
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw new AssertionError(inductive.obligations().toString());
  }

  private Confirmation seen(Found found) throws Exception {
    return new ModelChecker(Tlc.bundled(), module, Map.of()).of(found, "the obligation");
  }

  /** With another value of a variable in one of the states. */
  private static Found with(Found found, int state, String variable, TlaValue value) {
    List<Trace.Step> steps = new ArrayList<>(found.trace().steps());
    Trace.Step old = steps.get(state);
    SortedMap<String, TlaValue> values = new TreeMap<>(old.state().values());
    values.put(variable, value);
    steps.set(state, new Trace.Step(old.action(), old.span(), new TlaState(values)));
    return new Found(
        found.kind(),
        new Trace(steps, OptionalInt.empty(), Map.of()),
        found.constants(),
        found.modelValues(),
        found.open(),
        found.assumed(),
        found.premise(),
        found.step(),
        found.claim(),
        found.broken());
  }

  private static Found claiming(Found found, String claim, List<String> open) {
    return new Found(
        found.kind(),
        found.trace(),
        found.constants(),
        found.modelValues(),
        open,
        found.assumed(),
        found.premise(),
        found.step(),
        claim,
        found.broken());
  }

  private void isContradicted(Found found, String how) {
    assertThatThrownBy(() -> seen(found))
        .isInstanceOf(ContradictionException.class)
        .hasMessage("the model checker contradicts a solver about \"the obligation\": " + how);
  }

  @Test
  void whatBreaksAnObligationOfEachKindIsConfirmed() throws Exception {
    for (String each :
        List.of(
            "Go keeps Ind (T.tla:17)", "Go satisfies Slow (T.tla:18)", "always Short (T.tla:19)")) {
      assertThat(seen(found(each))).as(each).isEqualTo(Confirmation.CONFIRMED);
    }
    Files.writeString(module, MODULE.replace("Len(queue) < 2\n", "Len(queue) < 1\n"));
    assertThat(seen(found("initially Ind (T.tla:17)"))).isEqualTo(Confirmation.CONFIRMED);
  }

  @Test
  void aStepThatIsNoneIsAContradiction() throws Exception {
    Found found = found("Go keeps Ind (T.tla:17)");

    isContradicted(
        with(
            found, 1, "queue", new TlaValue.Seq(List.of(new TlaValue.Int(9), new TlaValue.Int(9)))),
        "the step is none of the action");
  }

  @Test
  void aStateThatIsNotOneOfTheInvariantIsAContradiction() throws Exception {
    Found found = found("Go keeps Ind (T.tla:17)");
    TlaValue one = new TlaValue.Int(1);

    isContradicted(
        with(found, 0, "queue", new TlaValue.Seq(List.of(one, one, one))),
        "the state does not satisfy Ind");
  }

  @Test
  void aClaimThatIsNotBrokenIsAContradiction() throws Exception {
    Found found = found("always Short (T.tla:19)");

    isContradicted(with(found, 0, "queue", new TlaValue.Seq(List.of())), "nothing is broken");
  }

  @Test
  void constantsOfWhichSomethingElseIsAssumedAreAContradiction() throws Exception {
    Found found = found("always Short (T.tla:19)");
    Map<String, TlaValue> constants = new TreeMap<>(found.constants());
    constants.put("Most", new TlaValue.Int(2));

    isContradicted(
        new Found(
            found.kind(),
            found.trace(),
            constants,
            found.modelValues(),
            found.open(),
            found.assumed(),
            found.premise(),
            found.step(),
            found.claim(),
            found.broken()),
        "the constants do not satisfy the ASSUME ( Most \\in Nat /\\ Most > 2 )");
  }

  @Test
  void whatTheModelCheckerCannotReadIsNotConfirmed() throws Exception {
    Found found = found("always Short (T.tla:19)");

    assertThat(seen(claiming(found, "Head(Tail(queue)) = 1", List.of())).why())
        .isEqualTo("Attempted to apply Head to the empty sequence.");
    assertThat(seen(claiming(found, "Nonsense", List.of())).why())
        .startsWith("MooringCounterexample.tla:")
        .contains("Nonsense");
    assertThat(seen(claiming(found, "Short", List.of("any value"))))
        .isEqualTo(Confirmation.without("any value"));
  }

  @Test
  void functionsAreWrittenWithoutOperatorsOfModules() {
    TlaValue inner = TlaValue.function(Map.of(new TlaValue.Int(5), new TlaValue.Bool(true)));

    assertThat(ValueText.of(TlaValue.function(Map.of(new TlaValue.Model("p"), inner))))
        .isEqualTo(
            "[mooring1 \\in {p} |-> CASE mooring1 = p ->"
                + " [mooring2 \\in {5} |-> CASE mooring2 = 5 -> TRUE]]");
  }
}
