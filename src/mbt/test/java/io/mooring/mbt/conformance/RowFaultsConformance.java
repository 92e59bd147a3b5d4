package io.mooring.mbt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineComparisonTest;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Machines;
import io.mooring.mbt.machine.Outputs;
import io.mooring.mbt.machine.StepText;
import io.mooring.mbt.run.Answer;
import io.mooring.mbt.run.Scope;
import io.mooring.mbt.run.TableSystem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.automatalib.util.automaton.Automata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of three machines, one at a time, changed and missing: found by each suite, named. */
final class RowFaultsConformance {

  @ParameterizedTest
  @EnumSource(Machines.class)
  void everyRowThatIsMissingIsFoundAndNamed(Machines machines) {
    Machine whole = machines.machine();
    Scope scope = Scope.everything(whole);
    for (MachineStep step : whole.steps()) {
      Machine faulty = whole.without(whole.row(step.from(), step.event()));

      requireNamed(conformance(whole, faulty, scope), step, 0)
          .forEach(
              (suite, found) ->
                  assertThat(found.summary())
                      .as(suite)
                      .startsWith("after ")
                      .contains(
                          whole.events().get(step.event()).text() + "\n  expected  ",
                          "(" + step.source() + ")\n  found     throws java.lang.Illegal"));
    }
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void everyRowThatDoesNothingIsFoundAndNamedUnlessItDoesNothing(Machines machines) {
    Machine whole = machines.machine();
    Scope scope = Scope.everything(whole);
    int found = 0;
    for (MachineStep step : whole.steps()) {
      Outputs silent =
          new Outputs(
              step.outputs().action(),
              "ignored",
              whole.initial().outputs().code(),
              List.of(),
              List.of());
      MachineStep nothing =
          new MachineStep(step.from(), step.event(), step.from(), silent, step.source());
      Conformance<MachineEvent, Answer> faulty = conformance(whole, whole.with(nothing), scope);

      if (scope.of(nothing).equals(scope.of(step))) {
        assertThat(faulty.wpMethod(1)).as(StepText.step(whole, step)).isEmpty();
      } else {
        found++;
        requireNamed(faulty, step, 0);
      }
    }
    assertThat(found).isPositive().isLessThan(whole.rows());
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void everyVisibleChangeOfARowIsFoundAndNamedAndNoOther(Machines machines) {
    Machine whole = machines.machine();
    int found = 0;
    int invisible = 0;
    for (MachineStep step : whole.steps()) {
      for (MachineStep changed : MachineComparisonTest.changes(whole, step)) {
        if (isFound(whole, Scope.everything(whole), step, changed)) {
          found++;
        } else {
          invisible++;
          assertThat(changed.outputs().outcome())
              .as("only another outcome with the same answer is invisible")
              .isNotEqualTo(step.outputs().outcome());
        }
      }
    }
    assertThat(invisible).as("one other outcome a row").isEqualTo(whole.rows());
    assertThat(found).isGreaterThan(whole.rows());
  }

  /** Where only a part of the location is visible, a wrong target may show much later. */
  @ParameterizedTest
  @EnumSource(Machines.class)
  void everyRowThatLeadsElsewhereUnseenIsFoundIfItMatters(Machines machines) {
    Machine whole = machines.machine();
    String first = whole.locations().get(0).variables().keySet().iterator().next();
    Scope scope = Scope.everything(whole).showing(first);
    int found = 0;
    for (MachineStep step : whole.steps()) {
      for (int to = 0; to < whole.locations().size(); to++) {
        if (to != step.to()
            && isFound(
                whole,
                scope,
                step,
                new MachineStep(step.from(), step.event(), to, step.outputs(), step.source()))) {
          found++;
        }
      }
    }
    assertThat(found).isPositive();
  }

  private static Conformance<MachineEvent, Answer> conformance(
      Machine machine, Machine system, Scope scope) {
    return Conformance.of(machine, () -> new TableSystem<>(system, scope::of), scope);
  }

  /** Whether a change is found; it must be, exactly if it is visible. */
  private static boolean isFound(
      Machine whole, Scope scope, MachineStep step, MachineStep changed) {
    Machine faulty = whole.with(changed);
    Conformance<MachineEvent, Answer> conformance = conformance(whole, faulty, scope);
    Contract<MachineEvent, Answer> other = conformance(faulty, faulty, scope).contract();
    boolean visible =
        Automata.findShortestSeparatingWord(
                conformance.contract().mealy(), other.mealy(), conformance.contract().alphabet())
            != null;
    int extra = Math.max(0, other.states() - conformance.contract().states());
    if (visible) {
      requireNamed(conformance, step, extra);
    } else {
      assertThat(suites(conformance, extra).values())
          .as(StepText.step(whole, changed))
          .allMatch(Optional::isEmpty);
    }
    return visible;
  }

  private static Map<String, Optional<Counterexample<MachineEvent, Answer>>> suites(
      Conformance<MachineEvent, Answer> conformance, int extra) {
    Map<String, Optional<Counterexample<MachineEvent, Answer>>> suites = new LinkedHashMap<>();
    suites.put("Wp-method", conformance.wpMethod(extra));
    suites.put("learned", LearnedModel.learn(conformance, extra).counterexample());
    Contract<MachineEvent, Answer> contract = conformance.contract();
    if (shown(contract) == contract.locations().size()) {
      suites.put("every edge", conformance.everyEdge());
      suites.put("tours", conformance.tours());
    }
    return suites;
  }

  /** How many locations an answer tells apart by its variables alone. */
  private static long shown(Contract<MachineEvent, Answer> contract) {
    Machine machine = contract.machine();
    return machine.steps().stream()
        .map(step -> contract.answer(step).variables())
        .distinct()
        .count();
  }

  private static Map<String, Counterexample<MachineEvent, Answer>> requireNamed(
      Conformance<MachineEvent, Answer> conformance, MachineStep row, int extra) {
    Machine machine = conformance.contract().machine();
    Map<String, Counterexample<MachineEvent, Answer>> found = new LinkedHashMap<>();
    suites(conformance, extra)
        .forEach(
            (suite, counterexample) -> {
              assertThat(counterexample)
                  .as(suite + " on " + StepText.step(machine, row))
                  .isPresent();
              assertThat(counterexample.orElseThrow().steps()).as(suite).contains(row);
              assertThat(counterexample.orElseThrow().path())
                  .as(suite)
                  .contains(machine.events().get(row.event()).text() + " ")
                  .contains("(" + row.source() + ")");
              found.put(suite, counterexample.orElseThrow());
            });
    return found;
  }
}
