package io.mooring.codegen.emit;

import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Value;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the enum of events: a constant for each action and, if it has any, its parameters. */
final class EventEmitter implements Emitter {

  private static final String EVENT =
      """
      // ${header}
      package ${package};
      ${imports}

      ${doc}
      public enum Event {
        ${constants}

        /** The number of events: how many rows the table has for each location. */
        static final int COUNT = ${count};

        private final String action;
        private final boolean command;
        ${attemptField}
        ${parametersField}

        Event(String action, boolean command${attemptParameter}${parametersParameter}) {
          this.action = action;
          this.command = command;
          ${attemptAssignment}
          ${parametersAssignment}
        }

        /** {@return the name of the action in the specification} */
        public String action() {
          return action;
        }

        ${kinds}
      }
      """;

  private static final String IS_COMMAND =
      """
      /** {@return whether this event is a command of the user; otherwise it is a fact} */
      public boolean isCommand() {
        return command;
      }
      """;

  private static final String OF_ATTEMPT =
      """
      /** {@return whether this fact answers an attempt; all others concern the whole session} */
      public boolean isOfAttempt() {
        return ofAttempt;
      }
      """;

  private static final String PARAMETERS =
      """

      /**
       * {@return the values of the action's parameters by their names, in the order of the action;
       * empty if it has none}
       */
      public Map<String, Object> parameters() {
        return parameters;
      }

      private static Map<String, Object> with(Object... namesAndValues) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
          parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(parameters);
      }
      """;

  private static final String IMPORTS =
      """

      import java.util.Collections;
      import java.util.LinkedHashMap;
      import java.util.Map;
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    boolean attempts = hasAttempts(model);
    boolean parameters = hasParameters(model);
    String text =
        Template.of(EVENT)
            .with("header", target.header())
            .with("package", target.javaPackage())
            .with(
                "doc",
                Javadoc.comment(
                    Javadoc.paragraphs(
                        model.eventDoc(),
                        "Everything that can happen to a " + Target.words(model) + "."),
                    List.of()))
            .with("constants", constants(model))
            .with("attemptField", attempts ? "private final boolean ofAttempt;" : "")
            .with("attemptParameter", attempts ? ", boolean ofAttempt" : "")
            .with("attemptAssignment", attempts ? "this.ofAttempt = ofAttempt;" : "")
            .with("imports", parameters ? IMPORTS : "")
            .with(
                "parametersField",
                parameters ? "private final Map<String, Object> parameters;" : "")
            .with("parametersParameter", parameters ? ", Map<String, Object> parameters" : "")
            .with("parametersAssignment", parameters ? "this.parameters = parameters;" : "")
            .with(
                "kinds",
                IS_COMMAND + (attempts ? "\n" + OF_ATTEMPT : "") + (parameters ? PARAMETERS : ""))
            .with("count", Integer.toString(model.events().size()))
            .text();
    sink.put(target.javaFile("Event"), text);
  }

  /** Whether the module tells facts of attempts from those of the session. */
  private static boolean hasAttempts(Model model) {
    return model.events().stream().anyMatch(Event::ofAttempt);
  }

  private static boolean hasParameters(Model model) {
    return model.events().stream().anyMatch(event -> !event.parameters().isEmpty());
  }

  /** The parameters of an event as an argument; the names of actions' parameters are no Java. */
  private static String parameters(Event event, ModelLookup names) {
    return event.parameters().entrySet().stream()
        .map(each -> JavaTypes.string(each.getKey()) + ", " + literal(each.getValue(), names))
        .collect(Collectors.joining(", ", "with(", ")"));
  }

  private static String literal(Value value, ModelLookup names) {
    if (value instanceof Value.ModelValue model) {
      return names.modelValue(model);
    }
    if (value instanceof Value.Str text) {
      return JavaTypes.string(text.value());
    }
    return value instanceof Value.Bool bool ? Boolean.toString(bool.value()) : value.toString();
  }

  private static List<String> constants(Model model) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < model.events().size(); i++) {
      Event event = model.events().get(i);
      List<String> paragraphs =
          new ArrayList<>(
              Javadoc.paragraphs(event.doc(), "The action {@code " + event.action() + "}."));
      if (!event.parameters().isEmpty()) {
        paragraphs.add("Here: {@code " + event.text() + "}.");
      }
      lines.add(Javadoc.comment(paragraphs, List.of()));
      lines.add(
          event.name()
              + "("
              + JavaTypes.string(event.action())
              + ", "
              + event.command()
              + (hasAttempts(model) ? ", " + event.ofAttempt() : "")
              + (hasParameters(model) ? ", " + parameters(event, new ModelLookup(model)) : "")
              + ")"
              + (i + 1 < model.events().size() ? "," : ";"));
    }
    return lines;
  }
}
