package io.mooring.codegen.emit;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the record that is a row of the table. */
final class StepEmitter implements Emitter {

  private static final String STEP =
      """
      // ${header}
      package ${package};

      import java.util.List;

      ${doc}
      public record Step(
          ${components}) {

        /** Keeps unmodifiable lists. */
        public Step {
          ${copies}
        }

        /**
         * {@return whether both steps end in the same state of the specification: in one location, with
         * the same outputs}
         *
         * @param other any step
         */
        public boolean sameStateAs(Step other) {
          return to == other.to && sameOutputsAs(other);
        }

        /**
         * {@return whether both steps have the same outputs, whichever locations they enter}
         *
         * @param other any step
         */
        public boolean sameOutputsAs(Step other) {
          return ${outputs};
        }

        /** The step on one line, as an arrow. */
        @Override
        public String toString() {
          return ${text};
        }
      }
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    ModelLookup names = new ModelLookup(model);
    boolean tells = names.notifications().isPresent();
    List<String> tags = new ArrayList<>();
    List<String> components = new ArrayList<>();
    List<String> text =
        new ArrayList<>(
            List.of("from + \" --\" + event + \"--> \" + to", "\", \" + outcome.value()"));
    List<String> outputs =
        new ArrayList<>(
            List.of(
                names.parametrised()
                    ? "event.action().equals(other.event.action())"
                    : "event == other.event",
                "outcome == other.outcome"));
    component(components, tags, "Location from", "the location that the step leaves");
    component(components, tags, "Event event", "the event");
    component(components, tags, "Outcome outcome", "the outcome of the event");
    component(
        components, tags, "Location to", "the location that the step enters; may be the same one");
    names
        .codes()
        .ifPresent(
            type -> {
              component(
                  components,
                  tags,
                  type + " code",
                  "the code that a command returns to its caller");
              outputs.add("code == other.code");
              text.add("\", \" + code");
            });
    names
        .notifications()
        .ifPresent(
            type -> {
              component(
                  components,
                  tags,
                  "List<" + type.name() + "> notifications",
                  "the notifications of the step, in order");
              outputs.add("notifications.equals(other.notifications)");
              text.add("(notifications.isEmpty() ? \"\" : \", tells \" + notifications)");
            });
    component(components, tags, "List<Effect> effects", "the effects to carry out, in order");
    outputs.add("effects.equals(other.effects)");
    text.add("(effects.isEmpty() ? \"\" : \", wants \" + effects)");
    component(
        components, tags, "String source", "the file and line of the specification that allows it");
    text.add("\" (\" + source + \")\"");
    String result =
        Template.of(STEP)
            .with("header", target.header())
            .with("package", target.javaPackage())
            .with(
                "doc",
                Javadoc.comment(
                    List.of("A row of the table: what an event does in a location."), tags))
            .with("components", String.join(",\n", components))
            .with(
                "copies",
                (tells ? "notifications = List.copyOf(notifications);\n" : "")
                    + "effects = List.copyOf(effects);")
            .with("outputs", chain(outputs, "&&"))
            .with("text", chain(text, "+"))
            .text();
    sink.put(target.javaFile("Step"), result);
  }

  private static void component(
      List<String> components, List<String> tags, String component, String doc) {
    components.add(component);
    tags.add("@param " + component.substring(component.lastIndexOf(' ') + 1) + " " + doc);
  }

  private static String chain(List<String> operands, String operator) {
    return operands.stream().collect(Collectors.joining("\n    " + operator + " "));
  }
}
