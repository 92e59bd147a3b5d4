package io.mooring.room.codegen.emit;

import io.mooring.room.codegen.model.Event;
import io.mooring.room.codegen.model.Model;
import io.mooring.room.codegen.sink.Sink;
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

        Event(String action, boolean command) {
          this.action = action;
          this.command = command;
        }

        /** {@return the name of the action in the specification} */
        public String action() {
          return action;
        }

        /** {@return whether a user gives this event; otherwise the world tells it as a fact} */
        public boolean isCommand() {
          return command;
        }
      }
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
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
            .with("count", Integer.toString(model.events().size()))
            .text();
    sink.put(target.javaFile("Event"), text);
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
              + ")"
              + (i + 1 < model.events().size() ? "," : ";"));
    }
    return lines;
  }
}
