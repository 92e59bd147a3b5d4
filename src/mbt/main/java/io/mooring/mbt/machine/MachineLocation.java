package io.mooring.mbt.machine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A location: a reachable valuation of the specification's variables except its outputs. Two are
 * equal when their values are.
 *
 * @param name the Java constant; the values in words where it has none
 * @param variables the value of each variable, in the order of the specification
 */
public record MachineLocation(String name, Map<String, Constant> variables) {

  /** Copies the values. */
  public MachineLocation {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MachineLocation location && variables.equals(location.variables);
  }

  @Override
  public int hashCode() {
    return variables.hashCode();
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
