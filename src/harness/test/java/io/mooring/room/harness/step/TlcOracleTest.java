package io.mooring.room.harness.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.tlc.TlcOracle;
import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.Specification;
import io.mooring.room.harness.Steps;
import io.mooring.room.harness.TamperedEngine;
import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.harness.model.RoomTours;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** TLC as oracle of the room connection, and steps that are not in the specification. */
class TlcOracleTest {

  private static Optional<String> objection(TlcOracle tlc, Step before, Step after) {
    return tlc.objection(RoomMachine.step(before), RoomMachine.step(after));
  }

  @Test
  void aStepThatIsNotInTheSpecificationIsObjectedTo() {
    try (TlcOracle tlc = Specification.oracle()) {
      Step initialize = Table.step(Location.UNKNOWN, Event.INITIALIZE);

      assertThat(objection(tlc, Table.initial(), initialize)).isEmpty();
      assertThat(objection(tlc, Table.initial(), Steps.to(initialize, Location.FAILED)))
          .contains(
              "TLC has UNKNOWN --Initialize--> DISCONNECTED [silent],"
                  + " but the step was UNKNOWN --Initialize--> FAILED [silent]");
    }
  }

  @Test
  void aFaultyEngineIsCaughtByTlcAlone() {
    List<Stimulus> stimuli = new ArrayList<>(RoomTours.WARM_UP);
    stimuli.add(Stimulus.of(Event.KICKED));
    try (TlcOracle tlc = Specification.oracle()) {
      assertThat(ConnectionHarness.of(CompiledEngine::new).withOracle(tlc).run(stimuli).violation())
          .isEmpty();
      assertThat(
              ConnectionHarness.of(
                      TamperedEngine.changed(
                          Location.RECONNECTING,
                          Event.RELEASE,
                          step -> Steps.to(step, Location.DISCONNECTED)))
                  .withOracle(tlc)
                  .run(stimuli)
                  .violation()
                  .orElseThrow()
                  .kind())
          .isEqualTo(ViolationKind.ORACLE);
    }
  }
}
