package io.mooring.mbt.run;

import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.MachineStep;
import java.util.function.Function;

/** A system that does what a machine says, right or wrong, and answers what can be seen of it. */
public final class TableSystem<A> implements SystemUnderTest<MachineEvent, A> {
  private final Machine machine;
  private final Function<MachineStep, A> seen;
  private int location;

  /** A system in the initial location. */
  public TableSystem(Machine machine, Function<MachineStep, A> seen) {
    this.machine = machine;
    this.seen = seen;
    this.location = machine.initial().to();
  }

  @Override
  public A apply(MachineEvent event) {
    int number = machine.find(event);
    MachineStep step =
        machine
            .step(location, number)
            .orElseThrow(() -> new IllegalStateException("no step for " + event.text()));
    location = step.to();
    return seen.apply(step);
  }
}
