package io.mooring.codegen.emit;

import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the monitor, if it is requested: its class, what it receives, and what it returns. */
final class MonitorEmitter implements Emitter {

  @Override
  public void emit(Model model, Target target, Sink sink) {
    if (target.has(Extra.MONITOR)) {
      new Monitor(model, target, sink).emit();
    }
  }

  /**
   * A part of a step that can be seen.
   *
   * @param name in the record of steps
   * @param type its Java type there
   * @param parameter the type with which it is given
   * @param stored the Java that keeps what was given
   * @param what the beginning of a sentence
   * @param description of the parameter
   * @param text the Java that shows it, as arguments of {@code append}
   */
  private record Part(
      String name,
      String type,
      String parameter,
      String stored,
      String what,
      String description,
      String text) {

    static Part of(String name, String type, String what, String description, String text) {
      return new Part(
          name,
          type,
          type,
          "requireNonNull(" + name + ", \"" + name + "\")",
          what,
          description,
          text);
    }

    static Part list(String name, String type, String what, String description, String text) {
      return new Part(
          name,
          "List<" + type + ">",
          type + "...",
          "List.of(" + name + ")",
          what,
          description,
          text);
    }

    String comparison() {
      return "&& ("
          + name
          + " == null || "
          + (type.equals(parameter)
              ? "step." + name + "() == " + name
              : "step." + name + "().equals(" + name + ")")
          + ")";
    }
  }

  /** The monitor of one model. */
  private static final class Monitor {
    private final Model model;
    private final Target target;
    private final Sink sink;
    private final MachineNames members;
    private final List<Part> parts = new ArrayList<>();

    Monitor(Model model, Target target, Sink sink) {
      this.model = model;
      this.target = target;
      this.sink = sink;
      members = new MachineNames(model);
      ModelLookup names = new ModelLookup(model);
      parts.add(
          Part.of(
              "outcome",
              "Outcome",
              "The outcome was",
              "what became of the event",
              "\", \").append(outcome.value())"));
      names
          .codes()
          .ifPresent(
              type ->
                  parts.add(
                      Part.of(
                          "code",
                          type,
                          "The code was",
                          "what the caller got",
                          "\", code \").append(code)")));
      names
          .notifications()
          .ifPresent(
              type ->
                  parts.add(
                      Part.list(
                          "notifications",
                          type.name(),
                          "All notifications of the step were",
                          "in order; none if there was none",
                          "\", tells \").append(notifications)")));
      parts.add(
          Part.list(
              "effects",
              "Effect",
              "All effects of the step were",
              "in order; none if there was none",
              "\", wants \").append(effects)"));
    }

    void emit() {
      put(
          members.monitor(),
          Template.of(MonitorTemplates.MONITOR)
              .with("words", Target.words(model))
              .with("module", model.module())
              .with("example", example())
              .with("location", model.locations().get(model.initial().to()).name()));
      put("Observation", observation());
      put("Verdict", Template.of(ObservationTemplates.VERDICT));
      put("Refusal", Template.of(MonitorTemplates.REFUSAL));
    }

    private void put(String type, Template template) {
      String text =
          template
              .with("header", target.header())
              .with("package", target.javaPackage())
              .with("monitor", members.monitor())
              .text();
      sink.put(target.javaFile(type), text.replaceAll("\n{3,}", "\n\n"));
    }

    private String event() {
      return model.events().get(0).name();
    }

    private String example() {
      return "of(Event."
          + event()
          + ").effects("
          + model.enumeration("Effect").constants().stream()
              .limit(1)
              .map(each -> "Effect." + each.name())
              .collect(Collectors.joining())
          + ")";
    }

    private Template observation() {
      boolean finds = new ModelLookup(model).parametrised();
      List<String> imports = new ArrayList<>();
      if (finds) {
        imports.add("import java.util.ArrayList;");
        imports.add("import java.util.Arrays;");
      }
      for (String each : List.of("Collection", "EnumSet", "List", "Set", "TreeSet")) {
        imports.add("import java.util." + each + ";");
      }
      imports.add("import java.util.function.Predicate;");
      List<String> fields = new ArrayList<>();
      List<String> parameters = new ArrayList<>(List.of("Set<Event> events"));
      List<String> assignments = new ArrayList<>(List.of("this.events = events;"));
      for (Part part : parts) {
        fields.add("private final " + part.type() + " " + part.name() + ";");
        parameters.add(part.type() + " " + part.name());
        assignments.add("this." + part.name() + " = " + part.name() + ";");
      }
      fields.add("private final Predicate<Location> location;");
      parameters.add("Predicate<Location> location");
      assignments.add("this.location = location;");
      return Template.of(ObservationTemplates.OBSERVATION)
          .with("imports", imports)
          .with("fields", fields)
          .with("parameters", String.join(",\n", parameters))
          .with("assignments", assignments)
          .with("nothing", "null" + ", null".repeat(parts.size()))
          .with("actions", methods(members.observed().stream().map(this::action).toList()))
          .with("setters", methods(parts.stream().map(this::setter).toList()))
          .with("all", names(""))
          .with("comparisons", parts.stream().map(Part::comparison).toList())
          .with("overridden", overridden())
          .with("text", event() + ", wants []")
          .with("texts", parts.stream().map(Monitor::shown).toList())
          .with("find", finds ? ActionParameters.FIND : "");
    }

    private static String methods(List<String> methods) {
      return String.join("\n", methods);
    }

    private String action(Event action) {
      ActionParameters parameters = ActionParameters.of(action, members);
      List<String> tags = new ArrayList<>(parameters.tags());
      tags.add("@return an observation of this event");
      if (!parameters.declarations().isEmpty()) {
        tags.add("@throws IllegalArgumentException if the specification has no such event");
      }
      return Template.of(ObservationTemplates.ACTION)
          .with("doc", ActionParameters.doc(action, tags))
          .with("name", MachineNames.ofAction(action))
          .with("parameters", String.join(", ", parameters.declarations()))
          .with("event", parameters.event())
          .text();
    }

    private String setter(Part part) {
      return Template.of(ObservationTemplates.SETTER)
          .with("what", part.what())
          .with("parameter", part.name())
          .with("description", part.description())
          .with("name", part.name())
          .with("type", part.parameter())
          .with("values", names(part.name()))
          .text();
    }

    /** What is kept of each part, if one of them is given. */
    private String names(String given) {
      return parts.stream()
          .map(each -> each.name().equals(given) ? each.stored() : each.name())
          .collect(Collectors.joining(", "));
    }

    private String overridden() {
      List<String> values = new ArrayList<>();
      for (Part each : parts) {
        values.add(each.name() + " == null ? rest." + each.name() + "() : " + each.name());
      }
      values.add(1, "to");
      values.add("rest.source()");
      return String.join(",\n", values);
    }

    private static String shown(Part part) {
      return "if (" + part.name() + " != null) {\n  text.append(" + part.text() + ";\n}";
    }
  }
}
