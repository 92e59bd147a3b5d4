package io.mooring.mbt.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.TlaState;
import io.mooring.codegen.model.ModelJson;
import io.mooring.mbt.tlc.ValueMapping;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Machines whose variables are sets, functions, sequences and records, wherever they are read. */
class TypedMachinesTest {

  private static final Path SPECS = Path.of("../codegen/test/resources/specs");

  @ParameterizedTest
  @CsvSource({"Elevator, Elevator", "Locks, Locks", "Mailbox, Mailbox", "Mailbox, LargeMailbox"})
  void javaModelAndGraphAreOneMachine(String module, String config) throws Exception {
    GeneratedMachine generated =
        GeneratedMachine.of(SPECS.resolve(module + ".tla"), SPECS.resolve(config + ".cfg"));
    Machine explored = ExploredMachine.of(module, generated.graph());
    Machine model = ModelMachine.of(ModelJson.read(ModelJson.write(generated.model())));
    Machine java = generated.java().machine();
    MachineComparison.requireEqual(explored, java);
    MachineComparison.requireEqual(explored, model);
    assertThat(java.locations()).hasSameSizeAs(generated.model().locations());
  }

  @ParameterizedTest
  @CsvSource({"Elevator", "Locks", "Mailbox"})
  void everyStateIsTheLocationThatItIsMappedTo(String module) throws Exception {
    GeneratedMachine generated =
        GeneratedMachine.of(SPECS.resolve(module + ".tla"), SPECS.resolve(module + ".cfg"));
    Machine java = generated.java().machine();
    ValueMapping mapping = new ValueMapping(java, generated.graph().states().get(0));
    for (TlaState state : generated.graph().states()) {
      int location = mapping.location(state);
      mapping
          .location(location)
          .forEach((variable, value) -> assertThat(state.get(variable)).isEqualTo(value));
    }
    assertThat(mapping.distinguishesLocations()).isTrue();
  }
}
