package io.mooring.mbt.machine;

/**
 * What an event does in a location.
 *
 * @param from the number of the location that the step leaves
 * @param event the number of the event
 * @param to the number of the location that the step enters; may be the same one
 * @param outputs its outputs
 * @param source file and line of the specification that allow it; may be empty
 */
public record MachineStep(int from, int event, int to, Outputs outputs, String source) {

  /** Whether both steps end in the same state: in one location, with the same outputs. */
  public boolean sameStateAs(MachineStep other) {
    return to == other.to && outputs.equals(other.outputs);
  }

  /** The step without the place in the specification that allows it. */
  public MachineStep withoutSource() {
    return source.isEmpty() ? this : new MachineStep(from, event, to, outputs, "");
  }
}
