package io.mooring.codegen.emit.typescript;

import io.mooring.codegen.emit.Columns;
import io.mooring.codegen.emit.TableEmitter;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The step, the table, and the function that looks up a step. */
final class StepPart {

  private static final String STEP =
      """
      «/** What an event does in a location. */
      export interface Step {
        /** The location that the step leaves. */
        readonly from: Location;
        /** The event. */
        readonly event: Event;
        /** What became of the event. */
        readonly outcome: Outcome;
        /** The location that the step enters; may be the same one. */
        readonly to: Location;
        ${fields}
        /** The effects to carry out, in order. */
        readonly effects: readonly Effect[];
        ${timers}
        /** The file and line of the specification that allows it. */
        readonly source: string;
      }»

      /**
       * What an event does in a location; the same arguments always give the same step.
       *
       * @throws RangeError if there is no such location or event
       */
      export function step(from«: Location», event«: Event»)«: Step» {
        const found = table.get(from)?.get(event);
        if (found === undefined) {
          throw new RangeError("There is no step of " + event + " in " + from);
        }
        return found;
      }

      ${timersOf}

      function row(
        ${parameters},
      )«: Step» {
        return {
          ${names},
        };
      }
      """;

  private static final String CODE =
      """
      /** The code that a command returns to its caller. */
      readonly code: ${type};
      """;

  private static final String NOTIFICATIONS =
      """
      /** What listeners are notified of, in order. */
      readonly notifications: readonly ${type}[];
      """;

  private static final String TIMERS =
      """
      /** The timers that the effects arm, in order; one that runs begins again. */
      readonly armed: readonly Timer[];
      /** The timers that the effects cancel, in order. */
      readonly cancelled: readonly Timer[];
      """;

  private static final String TIMERS_OF =
      """
      function timersOf(effects«: readonly Effect[]», how«: "arm" | "cancel"»)«: readonly Timer[]» {
        const all = Object.keys(timers)« as Timer[]»;
        return effects.flatMap((effect) => all.filter((timer) => timers[timer][how] === effect));
      }
      """;

  private static final String TABLE =
      """
      /**
       * Identifies the table: a digest of all its rows, and of nothing else. Java has the same one
       * in `Table.FINGERPRINT`.
       */
      export const FINGERPRINT = ${fingerprint};

      /** Represents the initial state: it enters the initial location, with the initial outputs. */
      export const initial«: Step» = ${initial};

      /** The step of every event in every location, by location, then by event. */
      export const steps«: readonly Step[]» = [
        ${rows}
      ];

      const table«: ReadonlyMap<Location, ReadonlyMap<Event, Step>>» = (() => {
        const found = new Map«<Location, Map<Event, Step>>»();
        for (const each of steps) {
          const ofLocation = found.get(each.from) ?? new Map«<Event, Step>»();
          found.set(each.from, ofLocation.set(each.event, each));
        }
        return found;
      })();
      """;

  private final Script script;
  private final Model model;
  private final Optional<String> code;
  private final Optional<RecordType> notifications;

  StepPart(Script script) {
    this.script = script;
    this.model = script.model();
    this.code = script.lookup().codes();
    this.notifications = script.lookup().notifications();
  }

  String step() {
    boolean timed = !model.timers().isEmpty();
    return script
        .template(STEP)
        .with(
            "fields",
            code.map(each -> CODE.replace("${type}", script.names().type(each))).orElse("")
                + notifications
                    .map(each -> NOTIFICATIONS.replace("${type}", script.names().type(each.name())))
                    .orElse(""))
        .with("timers", timed ? TIMERS : "")
        .with("timersOf", timed ? script.language().of(TIMERS_OF) : "")
        .with("parameters", String.join(",\n", parameters()))
        .with("names", String.join(",\n", names()))
        .text();
  }

  private List<String> parameters() {
    List<String> parameters =
        new ArrayList<>(
            List.of(
                typed("from", "Location"),
                typed("event", "Event"),
                typed("outcome", "Outcome"),
                typed("to", "Location")));
    code.ifPresent(each -> parameters.add(typed("code", script.names().type(each))));
    notifications.ifPresent(
        each ->
            parameters.add(
                typed("notifications", "readonly " + script.names().type(each.name()) + "[]")));
    parameters.add(typed("effects", "readonly Effect[]"));
    parameters.add(typed("source", "string"));
    return parameters;
  }

  private String typed(String name, String type) {
    return name + script.language().types(": " + type);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of("from", "event", "outcome", "to"));
    code.ifPresent(each -> names.add("code"));
    notifications.ifPresent(each -> names.add("notifications"));
    names.add("effects");
    if (!model.timers().isEmpty()) {
      names.add("armed: timersOf(effects, \"arm\")");
      names.add("cancelled: timersOf(effects, \"cancel\")");
    }
    names.add("source");
    return names;
  }

  /** The table in aligned columns, for people who read it. */
  String table() {
    List<List<String>> cells = new ArrayList<>();
    cells.add(head());
    model.steps().forEach(each -> cells.add(cells(each)));
    List<String> rows = new ArrayList<>(Columns.align(cells));
    for (int i = model.locations().size() - 1; i > 0; i--) {
      rows.add(1 + i * model.events().size(), "");
    }
    return table(rows);
  }

  /** The same table without blanks that are there for the eye. */
  String shortTable() {
    return table(model.steps().stream().map(each -> String.join(" ", cells(each))).toList());
  }

  private String table(List<String> rows) {
    return script
        .template(TABLE)
        .with("fingerprint", Script.string(TableEmitter.fingerprint(model)))
        .with("initial", String.join(" ", cells(model.initial())).replaceAll(",$", ""))
        .with("rows", rows)
        .text();
  }

  private List<String> head() {
    List<String> head = new ArrayList<>(List.of("//  from", "event", "outcome", "to"));
    code.ifPresent(each -> head.add("code"));
    notifications.ifPresent(each -> head.add("notifications"));
    head.add("effects");
    head.add("source");
    return head;
  }

  private List<String> cells(Step step) {
    List<String> cells = new ArrayList<>();
    cells.add("row(" + Script.string(model.locations().get(step.from()).name()) + ",");
    cells.add(Script.string(model.events().get(step.event()).name()) + ",");
    cells.add(Script.string(script.lookup().outcome(step.outcome())) + ",");
    cells.add(Script.string(model.locations().get(step.to()).name()) + ",");
    code.ifPresent(each -> cells.add(Script.string(Objects.requireNonNull(step.code())) + ","));
    notifications.ifPresent(type -> cells.add(notifications(type, step) + ","));
    cells.add(Script.strings(step.effects()) + ",");
    cells.add(Script.string(step.line().toString()) + "),");
    return cells;
  }

  private static String notifications(RecordType type, Step step) {
    return step.notifications().stream()
        .map(each -> notification(type, each))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String notification(RecordType type, Map<String, String> values) {
    return type.fields().stream()
        .map(
            field ->
                field.name()
                    + ": "
                    + Script.field(field.type(), Objects.requireNonNull(values.get(field.name()))))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }
}
