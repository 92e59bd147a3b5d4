package io.mooring.room.harness.tlc;

import io.mooring.checker.modelcheck.ItfTrace;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Step;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A behaviour of a specification that has the contract's variables among its own, {@code
 * RoomConnection}, {@code RoomReconnect} or {@code RoomCall}, as the steps that the contract must
 * allow.
 */
public final class SpecTrace {
  /** The variable that has what the last step put out. */
  public static final String OUT = "out";

  private SpecTrace() {}

  /**
   * A step of the contract.
   *
   * @param state the number of the state that it leads to, from 1
   * @param epoch the number of the session after it
   * @param step the step
   */
  public record Taken(int state, long epoch, Step step) {}

  /**
   * The steps, in order. Where the contract's variables stay the same it takes none: time passes,
   * or something is carried out.
   *
   * @param input a file in the Informal Trace Format
   * @throws IOException if it cannot be read, or is not JSON
   * @throws IllegalArgumentException if a variable is missing, or a state stands for nothing that
   *     the contract has; the message begins with the number of the state
   */
  public static List<Taken> steps(InputStream input) throws IOException {
    return steps(ItfTrace.states(input));
  }

  private static List<Taken> steps(List<TlaState> states) {
    SpecValues values = SpecValues.among(List.copyOf(states.get(0).values().keySet()));
    if (!values.tellsLocationsApart()) {
      throw new IllegalArgumentException(
          "state 1 lacks variables of the contract; it has " + states.get(0).values().keySet());
    }
    List<Taken> steps = new ArrayList<>();
    long epoch = 0;
    for (int i = 1; i < states.size(); i++) {
      try {
        TlaState before = values.among(states.get(i - 1));
        TlaState after = values.among(states.get(i));
        if (!before.equals(after)) {
          Step step = values.step(before, event(after), after);
          epoch += step.effects().contains(Effect.OPEN_TRANSPORT) ? 1 : 0;
          steps.add(new Taken(i + 1, epoch(states.get(i), epoch), step));
        }
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException(
            "state " + (i + 1) + ": " + String.valueOf(wrong.getMessage()).replace('\n', ' '),
            wrong);
      }
    }
    return steps;
  }

  private static String event(TlaState state) {
    return state.get(OUT) instanceof TlaValue.Rec out
            && SpecValues.field(out, "event") instanceof TlaValue.Str event
        ? event.value()
        : "";
  }

  private static long epoch(TlaState state, long counted) {
    return state.values().get("epoch") instanceof TlaValue.Int epoch ? epoch.value() : counted;
  }
}
