package io.mooring.codegen.emit.typescript;

import io.mooring.codegen.emit.Emitter;
import io.mooring.codegen.emit.Target;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes one module of ECMAScript 2022 of a model, with types or without: the enumerations, the
 * table, a function that looks up a step, the rules, and the form of a listener. It imports
 * nothing.
 */
public final class ScriptModule implements Emitter {

  /** An emitter of TypeScript. */
  public ScriptModule() {}

  /** Puts the TypeScript into the top folder of the sink: {@code room-connection.ts}. */
  @Override
  public void emit(Model model, Target target, Sink sink) {
    sink.put(Target.stem(model) + ".ts", text(model, target.header(), Language.TYPESCRIPT));
  }

  /**
   * The text of a module.
   *
   * @param header the sentence at its head, without comment signs
   */
  public static String text(Model model, String header, Language language) {
    Script script = new Script(model, language);
    EnumPart enumerations = new EnumPart(script);
    StepPart steps = new StepPart(script);
    List<String> parts = new ArrayList<>();
    parts.add("// " + header);
    parts.add(head(model));
    parts.addAll(enumerations.enumerations());
    parts.addAll(enumerations.meanings());
    parts.addAll(enumerations.records());
    parts.addAll(new EventPart(script).parts());
    parts.addAll(new LocationPart(script).parts());
    parts.addAll(new TimerPart(script).parts());
    parts.add(steps.step());
    parts.add(steps.table());
    parts.addAll(new ListenerPart(script).parts());
    parts.addAll(new RulePart(script).parts());
    return joined(parts);
  }

  /**
   * The part of a module that decides, as JavaScript: the table with the function that looks up a
   * step, the timers and the durations.
   */
  public static String table(Model model) {
    Script script = new Script(model, Language.JAVASCRIPT);
    StepPart steps = new StepPart(script);
    List<String> parts = new ArrayList<>(new TimerPart(script).parts());
    parts.add(steps.step());
    parts.add(steps.shortTable());
    return joined(parts);
  }

  private static String joined(List<String> parts) {
    return parts.stream()
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n\n"))
            .replaceAll("\n{3,}", "\n\n")
        + "\n";
  }

  private static String head(Model model) {
    List<String> paragraphs =
        new ArrayList<>(
            ScriptDoc.paragraphs(model.doc(), "The specification `" + model.module() + "`."));
    paragraphs.add(
        "Of the specification `"
            + model.module()
            + "`. All of it is data and functions without state: a program keeps the location, looks"
            + " up the step of what happens, carries out its effects and notifies its listeners.");
    paragraphs.add("@packageDocumentation");
    return ScriptDoc.of(paragraphs);
  }
}
