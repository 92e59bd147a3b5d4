package io.mooring.mbt.tlc;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.trace.ItfTrace;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A behaviour of a specification that has the variables of a machine among its own, in the Informal
 * Trace Format, as steps that the machine must allow.
 */
public final class ItfSteps {

  private ItfSteps() {}

  /**
   * A step of the machine.
   *
   * @param number the number of the state that it leads to, from 1
   * @param state that state, with all variables of the specification
   * @param step the step
   */
  public record ItfStep(int number, TlaState state, MachineStep step) {}

  /**
   * The steps, in order. Where the variables of the machine stay the same there is none: another
   * part of the specification made that step.
   *
   * @throws IOException if the input cannot be read, or is not JSON
   * @throws IllegalArgumentException if a variable is missing, or a state is no location of the
   *     machine; the message begins with the number of the state
   */
  public static List<ItfStep> steps(Machine machine, InputStream input) throws IOException {
    List<TlaState> states = ItfTrace.states(input);
    ValueMapping values = new ValueMapping(machine, states.get(0));
    if (!values.distinguishesLocations()) {
      throw new IllegalArgumentException(
          "state 1 lacks variables of "
              + machine.name()
              + "; it has "
              + states.get(0).values().keySet());
    }
    List<ItfStep> steps = new ArrayList<>();
    for (int i = 1; i < states.size(); i++) {
      try {
        TlaState before = values.part(states.get(i - 1));
        TlaState after = values.part(states.get(i));
        if (!before.equals(after)) {
          steps.add(new ItfStep(i + 1, states.get(i), step(values, before, after)));
        }
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException(
            "state " + (i + 1) + ": " + String.valueOf(wrong.getMessage()).replace('\n', ' '),
            wrong);
      }
    }
    return steps;
  }

  /** Of the events of an action with parameters that which leads there, or else the first. */
  private static MachineStep step(ValueMapping values, TlaState before, TlaState after) {
    String action = values.outputs(after).action();
    List<Integer> events = values.events(action);
    if (events.isEmpty()) {
      throw new IllegalArgumentException(
          "\"" + action + "\" is no event of " + values.machine().name());
    }
    for (int event : events) {
      MachineStep step = values.step(before, event, after);
      Optional<MachineStep> row = values.machine().step(step.from(), event);
      if (row.isPresent() && row.get().sameStateAs(step)) {
        return step;
      }
    }
    return values.step(before, events.get(0), after);
  }
}
