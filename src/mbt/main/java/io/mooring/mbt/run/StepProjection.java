package io.mooring.mbt.run;

import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.StepText;

/**
 * Compares whole steps: location, outcome, code, notifications and effects. For systems that say
 * what step they made, as engines do.
 *
 * @param machine the machine whose steps they are
 */
public record StepProjection(Machine machine) implements Projection<MachineStep> {

  @Override
  public MachineStep of(MachineStep step) {
    return project(step);
  }

  /** The step without the place in the specification that allows it. */
  @Override
  public MachineStep project(MachineStep answer) {
    return answer.withoutSource();
  }

  @Override
  public String text(MachineStep answer) {
    return StepText.step(machine, answer);
  }
}
