package io.mooring.room.codegen.tlc;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A behaviour that shows why a property does not hold.
 *
 * @param steps the states in order, the initial one first
 * @param loopTo index of the step that the last one leads back to, for a behaviour that repeats for
 *     ever; the last index itself means that nothing happens any more (stuttering)
 */
public record Trace(List<Step> steps, OptionalInt loopTo) {

  /** Copies the steps. */
  public Trace {
    steps = List.copyOf(steps);
  }

  /** Whether the behaviour ends with nothing happening for ever. */
  public boolean stutters() {
    return loopTo.isPresent() && loopTo.getAsInt() == steps.size() - 1;
  }

  /**
   * A state together with the action that led to it.
   *
   * @param action the action, with its parameters if it has any; {@code Init} for the first state
   * @param span the disjunct that allowed the step; null when TLC does not say
   * @param state the state after the step
   */
  public record Step(String action, @Nullable SourceSpan span, TlaState state) {}
}
