package io.mooring.codegen.emit.typescript;

import io.mooring.codegen.model.Answer;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Timer;
import io.mooring.codegen.model.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The timers, the durations and the later answers of a module, if it has any. */
final class TimerPart {

  private static final String TIMERS =
      """
      «/** What arms, cancels and bounds a timer, and what it reports. */
      export interface TimerFacts {
        /** The effect that arms it, with its full duration. */
        readonly arm: Effect;
        /** The effect that cancels it, if it runs. */
        readonly cancel: Effect;
        /** The fact that it reports when it expires. */
        readonly fact: Event;
        /** Whether nothing else reports that fact. */
        readonly onlySource: boolean;
        ${bounds}
      }»

      /** What is known of each timer. */
      export const timers«: Readonly<Record<Timer, TimerFacts>>» = {
        ${timers}
      };
      """;

  private static final String BOUNDS =
      """
      /** The shortest time that it may run, in milliseconds. */
      readonly shortest: number;
      /** The longest time that it may run, in milliseconds. */
      readonly longest: number;
      """;

  private static final String DURATIONS =
      """
      /** How long things take, in milliseconds: the durations of `${module}`. */
      export const durations = {
        ${durations}
      }« as const»;
      """;

  private static final String ANSWERS =
      """
      /**
       * The code with which a taken event answers a pending command, or undefined if the command
       * remains pending.
       */
      export function answerTo(command«: Event», event«: Event»)«: ${code} | undefined» {
        return answers.get(command + " " + event);
      }

      const answers«: ReadonlyMap<string, ${code}>» = new Map«<string, ${code}>»([
        ${answers}
      ]);
      """;

  private final Script script;
  private final Model model;

  TimerPart(Script script) {
    this.script = script;
    this.model = script.model();
  }

  List<String> parts() {
    List<String> parts = new ArrayList<>();
    if (!model.timers().isEmpty()) {
      parts.add(timers());
    }
    if (model.timing() != null) {
      parts.add(durations(model.timing()));
    }
    if (!model.answers().isEmpty()) {
      parts.add(answers());
    }
    return parts;
  }

  private String timers() {
    return script
        .template(TIMERS)
        .with("bounds", model.timing() == null ? "" : BOUNDS)
        .with("timers", model.timers().stream().map(this::timer).toList())
        .text();
  }

  private String timer(Timer timer) {
    List<String> lines = new ArrayList<>();
    lines.add(timer.constant() + ": {");
    lines.add("  arm: " + Script.string(timer.arm()) + ",");
    lines.add("  cancel: " + Script.string(timer.cancel()) + ",");
    lines.add("  fact: " + Script.string(timer.fact()) + ",");
    lines.add("  onlySource: " + timer.onlyTeller() + ",");
    Optional.ofNullable(model.timing())
        .flatMap(timing -> timing.boundsOf(timer.constant()))
        .ifPresent(
            bounds -> {
              lines.add("  shortest: " + milliseconds(bounds.atLeast()) + ",");
              lines.add("  longest: " + milliseconds(bounds.atMost()) + ",");
            });
    lines.add("},");
    return String.join("\n", lines);
  }

  private String durations(Timing timing) {
    List<String> lines = new ArrayList<>();
    for (Timing.NamedDuration each : timing.durations()) {
      List<String> paragraphs =
          new ArrayList<>(ScriptDoc.paragraphs(each.doc(), "How long it takes."));
      paragraphs.add("`" + each.line() + "`");
      lines.add(ScriptDoc.of(paragraphs));
      lines.add(each.name() + ": " + milliseconds(each.seconds()) + ",");
    }
    return script
        .template(DURATIONS)
        .with("module", timing.module())
        .with("durations", lines)
        .text();
  }

  private static long milliseconds(int seconds) {
    return 1000L * seconds;
  }

  private String answers() {
    List<String> lines = new ArrayList<>();
    for (Answer each : model.answers()) {
      lines.add(
          "["
              + Script.string(each.command() + " " + each.event())
              + ", "
              + Script.string(each.code())
              + "],");
    }
    return script
        .template(ANSWERS)
        .with("code", script.names().type(script.lookup().codes().orElseThrow()))
        .with("answers", lines)
        .text();
  }
}
