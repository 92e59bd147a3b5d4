package io.mooring.mbt.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.codegen.model.ModelJson;
import io.mooring.codegen.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two machines are compared in both directions; its changes of steps serve other tests. */
public final class MachineComparisonTest {

  @ParameterizedTest
  @EnumSource(Machines.class)
  void javaModelAndExploredGraphAreTheSameMachine(Machines machines) throws Exception {
    Machine java = machines.machine();
    Machine model = ModelMachine.of(ModelJson.read(ModelJson.write(machines.model())));
    Machine explored = ExploredMachine.of(java.name(), machines.graph());

    assertThat(MachineComparison.compare(java, model)).isEmpty();
    assertThat(MachineComparison.compare(java, explored)).isEmpty();
    assertThat(MachineComparison.compare(explored, java)).isEmpty();
    assertThat(model.locations().stream().map(MachineLocation::name))
        .containsExactlyElementsOf(java.locations().stream().map(MachineLocation::name).toList());
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void everyRowThatIsMissingIsFoundAndNamed(Machines machines) {
    Machine whole = machines.machine();
    for (int row = 0; row < whole.rows(); row++) {
      MachineStep step = whole.step(row).orElseThrow();

      assertThat(MachineComparison.compare(whole, whole.without(row)))
          .as(whole.rowText(row))
          .anySatisfy(
              difference ->
                  assertThat(difference.text())
                      .contains(whole.events().get(step.event()).text())
                      .contains("expected  " + StepText.step(whole, step))
                      .contains("found     the event cannot occur"));
      assertThat(MachineComparison.compare(whole.without(row), whole))
          .as(whole.rowText(row))
          .anySatisfy(
              difference ->
                  assertThat(difference.text())
                      .contains("found     " + StepText.step(whole, step)));
    }
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void everyRowThatIsChangedIsFoundAndNamed(Machines machines) {
    Machine whole = machines.machine();
    for (MachineStep step : whole.steps()) {
      for (MachineStep changed : changes(whole, step)) {
        assertThat(MachineComparison.compare(whole, whole.with(changed)))
            .as(StepText.step(whole, step) + " became " + StepText.step(whole, changed))
            .anySatisfy(
                difference ->
                    assertThat(difference.text())
                        .contains("expected  " + StepText.step(whole, step))
                        .contains("found     " + StepText.step(whole, changed)));
      }
    }
  }

  /** The step with another target, outcome, code, notifications or effects, one at a time. */
  public static List<MachineStep> changes(Machine machine, MachineStep step) {
    List<MachineStep> changes = new ArrayList<>();
    for (int to = 0; to < machine.locations().size(); to++) {
      if (to != step.to()) {
        changes.add(new MachineStep(step.from(), step.event(), to, step.outputs(), step.source()));
      }
    }
    Outputs outputs = step.outputs();
    String outcome = outputs.outcome().equals("taken") ? "ignored" : "taken";
    Optional<Constant> code =
        outputs.code().map(known -> new Constant("OTHER", new Value.Int(4711)));
    List<Map<String, Constant>> notifications =
        outputs.notifications().isEmpty()
            ? List.of(Map.of("invented", Constant.of(new Value.Bool(true))))
            : List.of();
    List<Constant> effects =
        outputs.effects().isEmpty() ? List.of(Constant.of(new Value.Str("invented"))) : List.of();
    List<Outputs> others =
        new ArrayList<>(
            List.of(
                new Outputs(
                    outputs.action(),
                    outcome,
                    outputs.code(),
                    outputs.notifications(),
                    outputs.effects()),
                new Outputs(
                    outputs.action(),
                    outputs.outcome(),
                    outputs.code(),
                    notifications,
                    outputs.effects()),
                new Outputs(
                    outputs.action(),
                    outputs.outcome(),
                    outputs.code(),
                    outputs.notifications(),
                    effects)));
    if (code.isPresent()) {
      others.add(
          new Outputs(
              outputs.action(),
              outputs.outcome(),
              code,
              outputs.notifications(),
              outputs.effects()));
    }
    others.forEach(
        other ->
            changes.add(
                new MachineStep(step.from(), step.event(), step.to(), other, step.source())));
    return changes;
  }

  @Test
  void anEventCarriesItsParameters() {
    Machine turnstile = Machines.TURNSTILE.machine();

    assertThat(turnstile.events().stream().map(MachineEvent::text))
        .containsExactly("Insert(coin = 1)", "Insert(coin = 2)", "Push", "Reset");
    assertThat(turnstile.name()).isEqualTo("Turnstile");
  }

  @Test
  void whatIsNoGeneratedTableIsRefused() {
    assertThatThrownBy(() -> JavaMachine.of(String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("java.lang.String is no generated table: there is no java.lang.Event");
  }

  @Test
  void differencesAreReportedWithTheirNumberAndTheLocationsThatAreMissed() {
    Machine door = Machines.DOOR.machine();

    assertThatThrownBy(() -> MachineComparison.requireEqual(door, door.without(0)))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            2 differences
            after Open
              expected  CLOSED --Open--> OPEN [silent]
              found     the event cannot occur
            after Open
              expected  OPEN is reached
              found     no event sequence reaches it""");
  }

  @Test
  void whatIsReachedBeyondTheExpectedMachineIsADifference() {
    Machine door = Machines.DOOR.machine();

    assertThat(MachineComparison.compare(door.without(0), door))
        .extracting(MachineComparison.Difference::text)
        .anyMatch(text -> text.contains("expected  never reaches OPEN\n  found     reaches it"));
  }
}
