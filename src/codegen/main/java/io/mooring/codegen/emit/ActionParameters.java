package io.mooring.codegen.emit;

import io.mooring.codegen.model.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of the method of an action.
 *
 * @param declarations with their types
 * @param tags for Javadoc
 * @param event the Java expression for the event of the arguments
 */
record ActionParameters(List<String> declarations, List<String> tags, String event) {

  /** The event that a call stands for, found by the values of its arguments. */
  static final String FIND =
      """
      private static Event event(String action, Object... arguments) {
        List<Object> values = Arrays.asList(arguments);
        for (Event event : Event.values()) {
          if (event.action().equals(action)
              && values.equals(new ArrayList<>(event.parameters().values()))) {
            return event;
          }
        }
        throw new IllegalArgumentException(
            "The specification has no event " + action + " with the arguments " + values);
      }
      """;

  /** Those of an action. */
  static ActionParameters of(Event action, MachineNames names) {
    List<String> declarations = new ArrayList<>();
    List<String> arguments = new ArrayList<>(List.of(JavaTypes.string(action.action())));
    List<String> tags = new ArrayList<>();
    for (String parameter : action.parameters().keySet()) {
      String name = MachineNames.ofParameter(parameter);
      declarations.add(names.typeOf(action, parameter) + " " + name);
      arguments.add(name);
      tags.add("@param " + name + " the specification's {@code " + parameter + "}");
    }
    return new ActionParameters(
        declarations,
        tags,
        declarations.isEmpty()
            ? "Event." + action.name()
            : "event(" + String.join(", ", arguments) + ")");
  }

  /** The comment of a method of an action: what the module says of it, and where. */
  static String doc(Event action, List<String> tags) {
    List<String> paragraphs =
        new ArrayList<>(
            Javadoc.paragraphs(action.doc(), "The action {@code " + action.action() + "}."));
    paragraphs.add(
        "The specification's {@code "
            + action.action()
            + "} ("
            + Javadoc.html(action.line().toString())
            + ").");
    return Javadoc.comment(paragraphs, tags);
  }
}
