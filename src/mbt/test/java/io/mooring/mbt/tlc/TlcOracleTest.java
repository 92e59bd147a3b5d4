package io.mooring.mbt.tlc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineComparisonTest;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Machines;
import io.mooring.mbt.machine.MooreGraph;
import io.mooring.mbt.machine.StepText;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TlcOracleTest {

  private static TlcOracle open(Machines machines) throws TlcException {
    return TlcOracle.open(Tlc.bundled(), machines.file(), machines.config(), machines.machine());
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void everyEdgeOfTheGraphIsRightAndIsQueriedOnce(Machines machines) throws TlcException {
    Machine machine = machines.machine();
    MooreGraph graph = new MooreGraph(machine);
    try (TlcOracle tlc = open(machines)) {
      // From two threads, and twice.
      IntStream.range(0, 2)
          .parallel()
          .forEach(
              again -> {
                for (int state = 0; state < graph.states(); state++) {
                  MachineStep before = graph.state(state);
                  for (int event = 0; event < machine.events().size(); event++) {
                    MachineStep after = machine.step(before.to(), event).orElseThrow();
                    assertThat(tlc.objection(before, after)).isEmpty();
                  }
                }
              });
      assertThat(tlc.queries()).isBetween((long) graph.edges(), 2L * graph.edges());
      long queries = tlc.queries();
      assertThat(tlc.objection(machine.initial(), machine.step(machine.initial().to(), 0).get()))
          .isEmpty();
      assertThat(tlc.queries()).isEqualTo(queries);
    }
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void everyRowThatIsChangedIsRejectedByWhatTheSpecificationHas(Machines machines)
      throws TlcException {
    Machine machine = machines.machine();
    try (TlcOracle tlc = open(machines)) {
      for (MachineStep step : machine.steps()) {
        MachineStep before = into(machine, step.from());
        for (MachineStep changed : MachineComparisonTest.changes(machine, step)) {
          assertThat(tlc.objection(before, changed))
              .contains(
                  "TLC has "
                      + StepText.step(machine, step)
                      + ", but the step was "
                      + StepText.step(machine, changed));
        }
      }
    }
  }

  private static MachineStep into(Machine machine, int location) {
    return machine.steps().stream()
        .filter(step -> step.to() == location)
        .findFirst()
        .orElseGet(machine::initial);
  }

  @Test
  void theParametersOfAnEventReachTlc() throws TlcException {
    Machine turnstile = Machines.TURNSTILE.machine();
    try (TlcOracle tlc = open(Machines.TURNSTILE)) {
      MachineStep one = tlc.step(turnstile.initial(), 0);
      MachineStep two = tlc.step(turnstile.initial(), 1);

      assertThat(turnstile.events().get(0).text()).isEqualTo("Insert(coin = 1)");
      assertThat(one.to()).isNotEqualTo(two.to());
    }
  }

  @Test
  void aSpecificationOfAnotherMachineIsRefused() {
    Machines door = Machines.DOOR;
    assertThatThrownBy(
            () ->
                TlcOracle.open(
                        Tlc.bundled(),
                        door.file(),
                        door.config(),
                        Machines.CIRCUIT_BREAKER.machine())
                    .step(Machines.CIRCUIT_BREAKER.machine().initial(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
