package io.mooring.codegen.emit.typescript;

import io.mooring.codegen.emit.Javadoc;
import io.mooring.codegen.emit.Target;
import io.mooring.codegen.emit.TimerLocations;
import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Timer;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The locations of a module, with the values of its variables and the timers that run. */
final class LocationPart {

  private static final String VALUES =
      """
      «/** The values of the specification's variables in a location. */
      export interface LocationValues {
        ${types}
      }»

      /** The values of the specification's variables in each location. */
      export const locations«: Readonly<Record<Location, LocationValues>>» = {
        ${values}
      };
      """;

  private static final String TIMERS =
      """
      /** The timers that run in each location. */
      export const runningTimers«: Readonly<Record<Location, readonly Timer[]>>» = {
        ${timers}
      };
      """;

  private final Script script;
  private final Model model;

  LocationPart(Script script) {
    this.script = script;
    this.model = script.model();
  }

  List<String> parts() {
    List<String> parts = new ArrayList<>(List.of(locations(), values()));
    if (!model.timers().isEmpty()) {
      parts.add(timers());
    }
    return parts;
  }

  private String locations() {
    List<List<String>> constants = new ArrayList<>();
    for (int i = 0; i < model.locations().size(); i++) {
      Location location = model.locations().get(i);
      String valuation = "`" + String.join(", ", script.lookup().valuation(i)) + "`";
      constants.add(List.of(location.name(), ScriptDoc.of(List.of(summary(location), valuation))));
    }
    return new EnumPart(script)
        .constants(
            "Location",
            ScriptDoc.of(
                List.of(
                    "The locations of the "
                        + Target.words(model)
                        + ": each is a public state together with all else that decides what the"
                        + " next event does.")),
            constants);
  }

  private String summary(Location location) {
    return script
        .lookup()
        .publicState()
        .map(
            variable -> {
              String enumeration = ((Type.EnumType) variable.type()).name();
              return Javadoc.summary(
                  script
                      .lookup()
                      .constantNamed(
                          enumeration,
                          script
                              .lookup()
                              .constant(
                                  enumeration,
                                  Objects.requireNonNull(location.values().get(variable.name()))))
                      .doc());
            })
        .flatMap(doc -> ScriptDoc.paragraphs(doc, "").stream().findFirst())
        .filter(doc -> !doc.isEmpty())
        .orElse("A location of the " + Target.words(model) + ".");
  }

  private String values() {
    List<String> types = new ArrayList<>();
    for (Variable each : model.variables()) {
      types.add(
          ScriptDoc.of(each.doc(), "The variable `" + each.name() + "` of the specification."));
      types.add("readonly " + each.javaName() + ": " + script.type(each.type()) + ";");
    }
    return script
        .template(VALUES)
        .with("types", types)
        .with("values", model.locations().stream().map(this::values).toList())
        .text();
  }

  private String values(Location location) {
    return model.variables().stream()
        .map(
            each ->
                each.javaName()
                    + ": "
                    + script.value(
                        each.type(), Objects.requireNonNull(location.values().get(each.name()))))
        .collect(Collectors.joining(", ", location.name() + ": { ", " },"));
  }

  private String timers() {
    List<List<Timer>> running = TimerLocations.byLocation(model);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < running.size(); i++) {
      List<String> names = running.get(i).stream().map(Timer::constant).toList();
      lines.add(model.locations().get(i).name() + ": " + Script.strings(names) + ",");
    }
    return script.template(TIMERS).with("timers", lines).text();
  }
}
