package io.mooring.mbt.machine;

import io.mooring.codegen.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An event: an action of the specification with values for its parameters. Two are equal when
 * action and values are.
 *
 * @param name the Java constant; the {@linkplain #text() text} where it has none
 * @param action the name of the action
 * @param parameters the value of each parameter, in the order of the action; empty if it has none
 * @param command whether a user gives it; otherwise the world tells it. True where the
 *     specification does not say
 */
public record MachineEvent(
    String name, String action, Map<String, Value> parameters, boolean command) {

  /** Copies the parameters. */
  public MachineEvent {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** The event as inputs and reports write it: {@code Push}, {@code Insert(coin = 1)}. */
  public String text() {
    return parameters.isEmpty()
        ? action
        : parameters.entrySet().stream()
            .map(each -> each.getKey() + " = " + each.getValue())
            .collect(Collectors.joining(", ", action + "(", ")"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MachineEvent event
        && action.equals(event.action)
        && parameters.equals(event.parameters);
  }

  @Override
  public int hashCode() {
    return 31 * action.hashCode() + parameters.hashCode();
  }

  /** The {@linkplain #text() text}. */
  @Override
  public String toString() {
    return text();
  }
}
