package io.mooring.checker.tlc;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A state: a value for every variable of a specification.
 *
 * @param values the value of each variable, by its name
 */
public record TlaState(SortedMap<String, TlaValue> values) {

  /** Copies the values. */
  public TlaState {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /**
   * The value of one variable.
   *
   * @throws IllegalArgumentException if the specification has no such variable
   */
  public TlaValue get(String variable) {
    TlaValue value = values.get(variable);
    if (value == null) {
      throw new IllegalArgumentException(
          "No variable " + variable + "; this state has " + values.keySet());
    }
    return value;
  }

  /** The state as a TLA+ conjunction, one variable a line. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry -> "/\\ " + entry.getKey() + " = " + entry.getValue())
        .collect(Collectors.joining("\n"));
  }
}
