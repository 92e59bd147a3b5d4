package io.mooring.checker.tlc;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
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
   * @param alias what the configuration's {@code ALIAS} says of the step, by the names of its
   *     fields; empty if it has none
   */
  public record Step(
      String action, @Nullable SourceSpan span, TlaState state, SortedMap<String, TlaValue> alias) {

    /** Copies the fields of the alias. */
    public Step {
      alias = Collections.unmodifiableSortedMap(new TreeMap<>(alias));
    }

    /** A step without an alias. */
    public Step(String action, @Nullable SourceSpan span, TlaState state) {
      this(action, span, state, Collections.emptySortedMap());
    }

    /** What is shown of the step: the fields of the alias, or else the variables. */
    public TlaState shown() {
      return alias.isEmpty() ? state : new TlaState(alias);
    }
  }
}
