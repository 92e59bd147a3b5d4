package io.mooring.checker.tlc;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A behaviour: one that shows why a property does not hold, or one that leads to what was sought.
 *
 * @param steps the states in order, the initial one first
 * @param loopTo index of the step that the last one leads back to, for a behaviour that repeats for
 *     ever; the last index itself means that nothing happens any more (stuttering)
 * @param names for each variable with a known type, the names of its values
 */
public record Trace(List<Step> steps, OptionalInt loopTo, Map<String, ValueNames> names) {

  /** Copies the steps and the names. */
  public Trace {
    steps = List.copyOf(steps);
    names = Map.copyOf(names);
  }

  /** The names of a variable's values. */
  public ValueNames namesOf(String variable) {
    return names.getOrDefault(variable, ValueNames.NONE);
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
