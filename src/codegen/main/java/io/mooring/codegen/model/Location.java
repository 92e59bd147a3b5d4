package io.mooring.codegen.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A reachable valuation of all variables except {@code out}.
 *
 * @param name its Java constant
 * @param values the value of each variable, by its name in the module
 */
public record Location(String name, SortedMap<String, Value> values) {

  /** Copies the values. */
  public Location {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }
}
