package com.example.door;

import com.example.door.spec.Event;
import com.example.door.spec.Table;
import io.mooring.mbt.conformance.MachineConformance;
import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.run.Answer;
import io.mooring.mbt.run.SystemUnderTest;

// region conformance
class DoorConformanceTest extends MachineConformance<Event> {

  @Override
  protected JavaMachine<Event> machine() {
    return JavaMachine.of(Table.class, Event.class);
  }

  @Override
  protected SystemUnderTest<Event, Answer> system() {
    return new DoorUnderTest(Door::new);
  }
}
// endregion
