package io.mooring.mbt.machine;

/**
 * A state as the specification has it: a location together with the outputs of the step that led to
 * it.
 *
 * @param location the number of the location
 * @param outputs the outputs of the last step
 */
public record MooreState(int location, Outputs outputs) {

  /** The state that a step leads to. */
  public static MooreState after(MachineStep step) {
    return new MooreState(step.to(), step.outputs());
  }
}
