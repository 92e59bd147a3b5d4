package io.mooring.checker.tlc;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An edge of a {@link StateGraph}: a step that one named action allows.
 *
 * @param from index of the state that the step leaves
 * @param to index of the state that the step enters; may be the same one
 * @param action name of the action: the first definition below the next-state relation that is not
 *     merely a disjunction of other actions
 * @param parameters the values of the action's parameters, by their names
 * @param span the disjunct of the action that allows the step, as TLC splits it
 */
public record Transition(
    int from, int to, String action, SortedMap<String, TlaValue> parameters, SourceSpan span) {

  /** Copies the parameters. */
  public Transition {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }
}
