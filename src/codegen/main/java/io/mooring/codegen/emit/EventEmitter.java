package io.mooring.codegen.emit;

import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;

/** Makes the enum of events: a constant for each action and, if it has any, its parameters. */
final class EventEmitter implements Emitter {

  private static final String EVENT =
      """
      // ${header}
      package ${package};

      ${doc}
      public enum Event {
        ${constants}

        /** The number of events: how many rows the table has for each location. */
        static final int COUNT = ${count};

        private final String action;
        private final boolean command;
        ${attemptField}

        Event(String action, boolean command${attemptParameter}) {
          this.action = action;
          this.command = command;
          ${attemptAssignment}
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
      /** {@return whether a user gives this event; otherwise the world tells it as a fact} */
      public boolean isCommand() {
        return command;
      }
      """;

  private static final String OF_ATTEMPT =
      """
      /** {@return whether this fact answers one attempt; all others are about the whole session} */
      public boolean isOfAttempt() {
        return ofAttempt;
      }
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    boolean attempts = hasAttempts(model);
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
            .with("kinds", attempts ? IS_COMMAND + "\n" + OF_ATTEMPT : IS_COMMAND)
            .with("count", Integer.toString(model.events().size()))
            .text();
    sink.put(target.javaFile("Event"), text);
  }

  /** Whether the module tells facts of attempts from those of the session. */
  private static boolean hasAttempts(Model model) {
    return model.events().stream().anyMatch(Event::ofAttempt);
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
              + ")"
              + (i + 1 < model.events().size() ? "," : ";"));
    }
    return lines;
  }
}
