package com.example.door;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.door.spec.Event;
import com.example.door.spec.Table;
import io.mooring.mbt.fuzz.Fuzz;
import io.mooring.mbt.fuzz.FuzzOptions;
import io.mooring.mbt.fuzz.FuzzReport;
import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.run.MachineHarness;
import io.mooring.mbt.run.Scope;
import org.junit.jupiter.api.Test;

// region fuzz
class DoorFuzzTest {
  private static final JavaMachine<Event> MACHINE = JavaMachine.of(Table.class, Event.class);

  @Test
  void noListOfEventsIsAnsweredOtherwise() {
    MachineHarness<Event, ?> harness =
        MachineHarness.of(
            MACHINE, () -> new DoorUnderTest(Door::new), Scope.everything(MACHINE.machine()));

    FuzzReport<Event> report =
        Fuzz.of("Door", "table", harness)
            .with(FuzzOptions::withGuidance)
            .with(options -> options.withTries(10_000))
            .run();

    assertTrue(report.isGood(), report::text);
    assertTrue(report.total().coverage().isExhausted(), report::text);
  }
}
// endregion
