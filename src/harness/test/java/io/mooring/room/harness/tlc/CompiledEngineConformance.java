package io.mooring.room.harness.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.EngineConformance;
import io.mooring.room.harness.RoomCoverage;
import io.mooring.room.harness.TamperedEngine;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import org.junit.jupiter.api.Test;

/** The compiled engine and a fresh exploration of the specification by TLC are the same machine. */
class CompiledEngineConformance {

  @Test
  void theCompiledEngineIsWhatTlcExplores() {
    EngineConformance.Result result =
        EngineConformance.compare(Specification.graph().graph(), CompiledEngine::new)
            .requireConformance();

    assertThat(result.edges()).isEqualTo(Specification.graph().graph().size());
  }

  @Test
  void coverageIsCountedAgainstAllThatTlcExplores() {
    assertThat(RoomCoverage.empty().edges().total())
        .isEqualTo(Specification.graph().distinctEdges());
    assertThat(RoomCoverage.empty().rows().total()).isEqualTo(Specification.graph().graph().size());
  }

  @Test
  void aChangedRowIsNotWhatTlcExplores() {
    EngineConformance.Result result =
        EngineConformance.compare(
            Specification.graph().graph(),
            TamperedEngine.changed(
                Location.RECONNECTING,
                Event.REJOINED,
                step ->
                    Specification.graph()
                        .graph()
                        .edge(Location.RECONNECTING, Event.JOINED)
                        .orElseThrow()));

    assertThat(result.text())
        .contains(
            "after Initialize, JoinChannel, Joined, MediaLost, Rejoined\n  expected  RECONNECTING --Rejoined--> CONNECTED");
  }
}
