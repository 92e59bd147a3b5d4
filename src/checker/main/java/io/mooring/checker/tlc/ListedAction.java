package io.mooring.checker.tlc;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An action of a next-state relation.
 *
 * @param name its name, as in {@link Transition}
 * @param parameters the values of its parameters, by their names; empty also where the next-state
 *     relation takes them from a set that changes
 */
public record ListedAction(String name, SortedMap<String, TlaValue> parameters) {

  /** Copies the parameters. */
  public ListedAction {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }
}
