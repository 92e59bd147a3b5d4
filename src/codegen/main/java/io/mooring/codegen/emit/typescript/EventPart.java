package io.mooring.codegen.emit.typescript;

import io.mooring.codegen.emit.Target;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The events of a module, and what is known of each. */
final class EventPart {

  private static final String FACTS =
      """
      «/** What is known of an event. */
      export interface EventFacts {
        /** The name of the action in the specification. */
        readonly action: string;
        /** Whether it is a command of the user; otherwise it is a fact. */
        readonly command: boolean;
        ${types}
      }»

      /** What is known of each event. */
      export const events«: Readonly<Record<Event, EventFacts>>» = {
        ${facts}
      };
      """;

  private static final String OF_ATTEMPT =
      """
      /** Whether it is a fact that answers an attempt; all others concern the whole session. */
      readonly ofAttempt: boolean;
      """;

  private static final String PARAMETERS =
      """
      /** The values of the action's parameters by their names. */
      readonly parameters: Readonly<Record<string, unknown>>;
      """;

  private final Script script;
  private final Model model;

  EventPart(Script script) {
    this.script = script;
    this.model = script.model();
  }

  List<String> parts() {
    return List.of(event(), facts());
  }

  private String event() {
    return new EnumPart(script)
        .constants(
            "Event",
            ScriptDoc.of(
                model.eventDoc(), "Everything that can happen to a " + Target.words(model) + "."),
            model.events().stream().map(each -> List.of(each.name(), doc(each))).toList());
  }

  private static String doc(Event event) {
    List<String> paragraphs =
        new ArrayList<>(ScriptDoc.paragraphs(event.doc(), "The action `" + event.action() + "`."));
    if (!event.parameters().isEmpty()) {
      paragraphs.add("Here: `" + event.text() + "`.");
    }
    return ScriptDoc.of(paragraphs);
  }

  private String facts() {
    return script
        .template(FACTS)
        .with("types", (attempts() ? OF_ATTEMPT : "") + (parametrised() ? PARAMETERS : ""))
        .with("facts", model.events().stream().map(this::facts).toList())
        .text();
  }

  private String facts(Event event) {
    return event.name()
        + ": { action: "
        + Script.string(event.action())
        + ", command: "
        + event.command()
        + (attempts() ? ", ofAttempt: " + event.ofAttempt() : "")
        + (parametrised() ? ", parameters: " + parameters(event.parameters()) : "")
        + " },";
  }

  private static String parameters(Map<String, Value> parameters) {
    return parameters.isEmpty()
        ? "{}"
        : parameters.entrySet().stream()
            .map(each -> each.getKey() + ": " + Script.plain(each.getValue()))
            .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private boolean attempts() {
    return model.events().stream().anyMatch(Event::ofAttempt);
  }

  private boolean parametrised() {
    return script.lookup().parametrised();
  }
}
