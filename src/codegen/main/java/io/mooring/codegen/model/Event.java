package io.mooring.codegen.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An action of the specification with values for its parameters: something that can happen.
 *
 * @param name its Java constant
 * @param action the action's name
 * @param parameters the values of the action's parameters, by their names, in its order
 * @param command whether a user gives it; otherwise it is a fact that the world tells
 * @param ofAttempt whether it is a fact that answers one attempt, and means nothing once that is
 *     over
 * @param doc the action's comment; may be empty
 * @param line where the action is defined
 */
public record Event(
    String name,
    String action,
    Map<String, Value> parameters,
    boolean command,
    boolean ofAttempt,
    String doc,
    SourceLine line) {

  /** Copies the parameters. */
  public Event {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** The event as the specification writes it: {@code Insert(5)}. */
  public String text() {
    if (parameters.isEmpty()) {
      return action;
    }
    StringBuilder text = new StringBuilder(action).append('(');
    for (Map.Entry<String, Value> parameter : parameters.entrySet()) {
      if (text.charAt(text.length() - 1) != '(') {
        text.append(", ");
      }
      text.append(parameter.getValue());
    }
    return text.append(')').toString();
  }
}
