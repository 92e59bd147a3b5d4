package io.mooring.mbt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineComparison;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Machines;
import io.mooring.mbt.run.SystemUnderTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ObservedMachineTest {

  @ParameterizedTest
  @EnumSource(Machines.class)
  void aSystemThatReturnsTheStepsOfItsTableIsThatTable(Machines machines) {
    assertThat(differences(machines.java(), step -> step)).isEmpty();
  }

  @Test
  void everyDifferenceAndEveryLocationThatIsMissedIsListed() {
    Machine door = Machines.DOOR.machine();

    assertThat(
            differences(
                Machines.DOOR.java(),
                step -> {
                  if (door.events().get(step.event()).text().equals("Lock")) {
                    throw new IllegalStateException("no key");
                  }
                  return step;
                }))
        .extracting(MachineComparison.Difference::text)
        .satisfiesExactlyInAnyOrder(
            text ->
                assertThat(text)
                    .startsWith("after Lock\n  expected  CLOSED --Lock--> LOCKED [runs ")
                    .endsWith("[throws java.lang.IllegalStateException: no key]"),
            text ->
                assertThat(text)
                    .startsWith("after Open, Lock\n  expected  OPEN --Lock--> OPEN [")
                    .endsWith("[throws java.lang.IllegalStateException: no key]"),
            text ->
                assertThat(text)
                    .isEqualTo(
                        "after Lock\n  expected  LOCKED is reached\n"
                            + "  found     no event sequence reaches it"));
  }

  @Test
  void aStepOfAnotherRowIsADifference() {
    Machine door = Machines.DOOR.machine();
    MachineStep first = door.step(0).orElseThrow();

    assertThat(differences(Machines.DOOR.java(), step -> first))
        .extracting(MachineComparison.Difference::text)
        .anyMatch(text -> text.endsWith("[returns " + door.rowText(0) + "]"));
  }

  /** A system that returns the generated steps of a table, each replaced by another of them. */
  private static <E extends Enum<E>> List<MachineComparison.Difference> differences(
      JavaMachine<E> java, UnaryOperator<MachineStep> fault) {
    Machine machine = java.machine();
    Map<MachineStep, Object> generated = generated(java);
    Machine observed =
        ObservedMachine.of(
            java,
            () ->
                new SystemUnderTest<E, Object>() {
                  private int location = machine.initial().to();

                  @Override
                  public Object apply(E event) {
                    MachineStep step =
                        fault.apply(machine.step(location, java.number(event)).orElseThrow());
                    location = step.to();
                    return generated.getOrDefault(step, "no step");
                  }
                });
    return MachineComparison.compare(machine, observed);
  }

  private static Map<MachineStep, Object> generated(JavaMachine<?> java) {
    Map<MachineStep, Object> steps = new HashMap<>();
    try {
      Class<?> event = java.events().get(0).getDeclaringClass();
      Class<?> table = event.getClassLoader().loadClass(event.getPackageName() + ".Table");
      for (Object step : (List<?>) table.getMethod("steps").invoke(null)) {
        steps.put(java.step(step), step);
      }
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
    return steps;
  }
}
