package io.mooring.mbt.conformance;

import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.run.Answer;
import io.mooring.mbt.run.Scope;
import io.mooring.mbt.run.SystemUnderTest;

/** A system that does what a machine says, and throws where it says nothing. */
final class MachineSystem implements SystemUnderTest<MachineEvent, Answer> {
  private final Machine machine;
  private final Scope scope;
  private int location;

  MachineSystem(Machine machine, Scope scope) {
    this.machine = machine;
    this.scope = scope;
    this.location = machine.initial().to();
  }

  @Override
  public Answer apply(MachineEvent event) {
    int row = machine.row(location, machine.find(event));
    MachineStep step =
        machine
            .step(row)
            .orElseThrow(() -> new IllegalStateException("no row " + machine.rowText(row)));
    location = step.to();
    return scope.of(step);
  }

  /** How systems that are another machine conform to a machine. */
  static Conformance<MachineEvent, Answer> conformance(
      Machine machine, Machine system, Scope scope) {
    return Conformance.of(machine, scope, () -> new MachineSystem(system, scope));
  }
}
