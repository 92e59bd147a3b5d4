package io.mooring.room.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.machine.ExploredMachine;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineComparison;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The running Spring machine is what TLC explores. */
final class SpringEngineConformance {

  private static final Path SPEC = Path.of("../../spec/RoomConnection.tla");
  private static final Path CONFIG = Path.of("../../spec/RoomConnection.cfg");

  @Test
  void theRunningMachineIsTheGraphThatTlcExplored() throws TlcException {
    Machine explored = ExploredMachine.of("RoomConnection", Tlc.bundled().explore(SPEC, CONFIG));

    Machine observed = RoomMachine.observed(SpringEngine::new);

    MachineComparison.requireEqual(explored, observed);
    assertThat(explored.locations()).hasSize(Location.values().length);
    assertThat(observed.steps()).hasSize(Location.values().length * Event.values().length);
  }

  @Test
  void aRowThatIsMissingIsShownByTheShortestWayToIt() {
    Machine observed =
        RoomMachine.observed(
            () ->
                new SpringEngine(
                    actions ->
                        Machines.without(actions, Location.DISCONNECTED, Event.JOIN_CHANNEL)));

    assertThatThrownBy(() -> MachineComparison.requireEqual(RoomMachine.table(), observed))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            "after Initialize, JoinChannel\n  expected  DISCONNECTED --JoinChannel--> CONNECTING")
        .hasMessageContaining(
            "[throws java.lang.IllegalStateException: The Spring state machine does not do"
                + " what the specification demands of JOIN_CHANNEL in DISCONNECTED: it answered"
                + " DENIED");
  }

  @Test
  void theSameMachineTakesManyEventsInARow() {
    SpringEngine engine = new SpringEngine();
    Event[] events = Event.values();
    Location location = engine.location();
    for (int i = 0; i < 2_000; i++) {
      Event event = events[(i * 7 + i / events.length) % events.length];
      Step step = engine.step(event);
      assertThat(step.sameStateAs(Table.step(location, event))).isTrue();
      assertThat(step.from()).isEqualTo(location);
      location = step.to();
    }
  }
}
