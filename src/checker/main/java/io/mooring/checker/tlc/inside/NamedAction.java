package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlaValue;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import tlc2.tool.Action;

/**
 * One of TLC's actions (a disjunct with its parameters bound) under the name that people use for
 * it.
 *
 * @param name name of the action
 * @param arguments the values of its parameters in their order
 * @param parameters the same by name
 * @param action TLC's action
 * @param span the disjunct
 */
record NamedAction(
    String name,
    List<TlaValue> arguments,
    SortedMap<String, TlaValue> parameters,
    Action action,
    SourceSpan span) {

  NamedAction {
    arguments = List.copyOf(arguments);
  }

  /** The action as people write it: {@code Kick("a")}. */
  String text() {
    return arguments.isEmpty()
        ? name
        : name
            + arguments.stream()
                .map(TlaValue::toString)
                .collect(Collectors.joining(", ", "(", ")"));
  }
}
