package io.mooring.checker.tlc;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A step that a specification allows from a given state.
 *
 * @param action the action's name, as in {@link Transition}
 * @param parameters the values of the action's parameters, by their names
 * @param state the state after the step
 * @param span the disjunct of the action that allows the step
 */
public record Successor(
    String action, SortedMap<String, TlaValue> parameters, TlaState state, SourceSpan span) {

  /** Copies the parameters. */
  public Successor {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }
}
