package io.mooring.room.harness.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.machine.MachineComparison;
import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.Specification;
import io.mooring.room.harness.TamperedEngine;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Table;
import org.junit.jupiter.api.Test;

/** The compiled engine and a fresh exploration of the specification by TLC are the same machine. */
class CompiledEngineConformance {

  @Test
  void theCompiledEngineIsWhatTlcExplores() {
    MachineComparison.requireEqual(
        Specification.machine(), RoomMachine.observed(CompiledEngine::new));
  }

  @Test
  void coverageIsCountedAgainstAllThatTlcExplores() {
    assertThat(RoomCoverage.empty().edges().total()).isEqualTo(Specification.edges());
    assertThat(RoomCoverage.empty().rows().total())
        .isEqualTo(Specification.machine().steps().size());
  }

  @Test
  void aChangedRowIsNotWhatTlcExplores() {
    assertThat(
            MachineComparison.compare(
                Specification.machine(),
                RoomMachine.observed(
                    TamperedEngine.changed(
                        Location.RECONNECTING,
                        Event.REJOINED,
                        step -> Table.step(Location.CONNECTED, Event.REJOINED)))))
        .extracting(MachineComparison.Difference::text)
        .anyMatch(
            text ->
                text.startsWith("after Initialize, JoinChannel, Joined, MediaLost, Rejoined\n")
                    && text.contains("--Rejoined-->"));
  }
}
