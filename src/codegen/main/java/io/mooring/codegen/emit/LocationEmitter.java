package io.mooring.codegen.emit;

import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Timer;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Variable;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Makes the enum of locations, with an accessor for each variable. */
final class LocationEmitter implements Emitter {

  private static final String LOCATION =
      """
      // ${header}
      package ${package};
      ${imports}

      /**
       * A location of a ${words}: a reachable valuation of all variables of the specification except
       * its outputs.
       *
       * <p>The step of an event depends only on the location.
       */
      public enum Location {
        ${constants}

        /** The index of the first row of this location in the table. */
        final int row = ordinal() * Event.COUNT;

        ${fields}

        ${constructor} {
          ${assignments}
        }

        ${accessors}
      }
      """;

  private static final String ACCESSOR =
      """
      ${doc}
      public ${type} ${name}() {
        return ${name};
      }
      """;

  private static final String TIMERS =
      """
      /** {@return whether any timer runs in this location} */
      public boolean isTimed() {
        return !runningTimers.isEmpty();
      }

      /**
       * {@return whether a timer runs in this location}
       *
       * @param timer any timer
       */
      public boolean runs(Timer timer) {
        return runningTimers.contains(timer);
      }
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    List<Variable> variables = model.variables();
    boolean timed = !model.timers().isEmpty();
    List<Type> types = new ArrayList<>(variables.stream().map(Variable::type).toList());
    if (timed) {
      types.add(new Type.SetOf(Type.STRING));
    }
    List<String> fields = lines(variables, "private final %s %s;");
    List<String> assignments = lines(variables, "this.%2$s = %2$s;");
    List<String> accessors = new ArrayList<>();
    variables.forEach(variable -> accessors.add(accessor(variable)));
    if (timed) {
      fields.add("private final Set<Timer> runningTimers;");
      assignments.add(
          LargeTable.isNeeded(model)
              ? "this.runningTimers = runningTimers;"
              : "this.runningTimers = Set.of(runningTimers);");
      accessors.add(TIMERS);
    }
    boolean large = LargeTable.isNeeded(model);
    if (large) {
      types.add(new Type.SeqOf(Type.STRING));
    }
    Template template =
        large
            ? Template.of(LargeTableText.LOCATION)
                .with("count", Integer.toString(model.locations().size()))
                .with("readings", LargeTableText.readings(model))
            : Template.of(LOCATION).with("constants", constants(model));
    String text =
        template
            .with("header", target.header())
            .with("package", target.javaPackage())
            .with("imports", ValueLiterals.imports(types))
            .with("words", Target.words(model))
            .with("fields", fields)
            .with("constructor", constructor(variables, timed, large))
            .with("assignments", assignments)
            .with("accessors", String.join("\n", accessors))
            .text();
    sink.put(target.javaFile("Location"), text);
  }

  private static String constructor(List<Variable> variables, boolean timed, boolean large) {
    List<Layout> parameters = new ArrayList<>();
    if (large) {
      parameters.add(Layout.text("String name"));
      parameters.add(Layout.text("int ordinal"));
    }
    for (Variable each : variables) {
      parameters.add(Layout.text(JavaTypes.name(each.type()) + " " + each.javaName()));
    }
    if (timed) {
      parameters.add(Layout.text(large ? "Set<Timer> runningTimers" : "Timer... runningTimers"));
    }
    return Layout.arguments(large ? "private Location(" : "Location(", parameters, ")")
        .render(96, 2, 0);
  }

  private static List<String> lines(List<Variable> variables, String format) {
    List<String> lines = new ArrayList<>();
    for (Variable each : variables) {
      lines.add(String.format(Locale.ROOT, format, JavaTypes.name(each.type()), each.javaName()));
    }
    return lines;
  }

  private static String accessor(Variable variable) {
    List<String> paragraphs =
        Javadoc.paragraphs(
            variable.doc(), "The variable {@code " + variable.name() + "} of the specification.");
    String first = paragraphs.get(0);
    String sentence =
        paragraphs.size() > 1 || first.contains("{")
            ? first
            : "{@return " + clause(first, variable.type()) + "}";
    return Template.of(ACCESSOR)
        .with(
            "doc",
            sentence.equals(first)
                ? Javadoc.comment(paragraphs, List.of("@return its value in this location"))
                : Javadoc.comment(sentence))
        .with("type", JavaTypes.name(variable.type()))
        .with("name", variable.javaName())
        .text();
  }

  /**
   * A sentence as the object of a verb: {@code whether the user left}, {@code the public state}.
   */
  private static String clause(String sentence, Type type) {
    String lower =
        sentence.substring(0, 1).toLowerCase(Locale.ROOT)
            + sentence.substring(1).replaceAll("\\.$", "");
    return type == Type.BOOL ? "whether " + lower : lower;
  }

  private static List<String> constants(Model model) {
    ModelLookup names = new ModelLookup(model);
    ValueLiterals literals = new ValueLiterals(names);
    List<List<Timer>> running = TimerLocations.byLocation(model);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < model.locations().size(); i++) {
      Location location = model.locations().get(i);
      String valuation = "{@code " + String.join(", ", names.valuation(i)) + "}";
      lines.add(Javadoc.comment(List.of(summary(model, names, location), valuation), List.of()));
      List<Layout> arguments = new ArrayList<>();
      for (Variable variable : model.variables()) {
        arguments.add(
            Layout.text(
                literals.of(
                    variable.type(),
                    Objects.requireNonNull(location.values().get(variable.name())))));
      }
      for (Timer timer : running.get(i)) {
        arguments.add(Layout.text("Timer." + timer.constant()));
      }
      String end = i + 1 < model.locations().size() ? ")," : ");";
      lines.add(Layout.arguments(location.name() + "(", arguments, end).render(96, 2, 0));
    }
    return lines;
  }

  private static String summary(Model model, ModelLookup names, Location location) {
    return names
        .publicState()
        .map(
            variable -> {
              String enumeration = ((Type.EnumType) variable.type()).name();
              String constant =
                  names.constant(
                      enumeration, Objects.requireNonNull(location.values().get(variable.name())));
              return Javadoc.summary(names.constantNamed(enumeration, constant).doc());
            })
        .filter(doc -> !doc.isEmpty())
        .map(Javadoc::html)
        .orElse("A location of the " + Target.words(model) + ".");
  }
}
