package io.mooring.mbt.tlc;

import io.mooring.checker.tlc.TlaValue;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An action of a specification with its arguments.
 *
 * @param name its name
 * @param arguments its arguments, by the names of its parameters
 */
public record SpecAction(String name, Map<String, TlaValue> arguments) {

  /** Copies the arguments. */
  public SpecAction {
    arguments = Map.copyOf(arguments);
  }

  /** An action without parameters. */
  public static SpecAction of(String name) {
    return new SpecAction(name, Map.of());
  }

  /** An action with one argument. */
  public static SpecAction of(String name, String parameter, TlaValue argument) {
    return new SpecAction(name, Map.of(parameter, argument));
  }

  // The methods that a record has by itself are slower, and these are the hottest of a check.

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof SpecAction action
            && name.equals(action.name)
            && arguments.equals(action.arguments));
  }

  @Override
  public int hashCode() {
    return arguments.isEmpty() ? name.hashCode() : name.hashCode() * 31 + arguments.hashCode();
  }

  /** For example {@code WorldTells(e = 1, fact = "Joined")}. */
  @Override
  public String toString() {
    return arguments.isEmpty()
        ? name
        : name
            + new TreeMap<>(arguments)
                .entrySet().stream()
                    .map(argument -> argument.getKey() + " = " + argument.getValue())
                    .collect(Collectors.joining(", ", "(", ")"));
  }
}
