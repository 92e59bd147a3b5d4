package io.mooring.codegen.emit;

import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Outcome;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Step;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes the Spring Statemachine configuration: a declared transition for every row of the table.
 */
final class SpringEmitter implements Emitter {

  @Override
  public void emit(Model model, Target target, Sink sink) {
    if (target.springPackage().isEmpty()) {
      return;
    }
    sink.put(
        target.springFile("package-info"),
        head(SpringTemplates.PACKAGE, target)
            .with("module", model.module())
            .with("first", target.has(Extra.MACHINE) ? "SpringEngine" : "StateMachineConfiguration")
            .text());
    sink.put(target.springFile("StateMachineActions"), actions(model, target));
    sink.put(target.springFile("StateMachineConfiguration"), configuration(model, target));
    if (target.has(Extra.MACHINE)) {
      SpringEngineEmitter.emit(model, target, sink);
    }
  }

  static Template head(String template, Target target) {
    return Template.of(template)
        .with("header", target.header())
        .with("package", target.springPackage().orElseThrow());
  }

  static String imports(Target target, Set<String> types) {
    return types.stream()
        .map(type -> "import " + target.javaPackage() + "." + type + ";")
        .collect(Collectors.joining("\n"));
  }

  private static String actions(Model model, Target target) {
    ModelLookup names = new ModelLookup(model);
    Set<String> types = new TreeSet<>(Set.of("Effect", "Event", "Location"));
    names.notifications().ifPresent(type -> types.add(type.name()));
    names.codes().ifPresent(types::add);
    boolean answers = model.steps().stream().anyMatch(step -> isAnswered(model, step));
    return head(SpringTemplates.ACTIONS, target)
        .with("imports", imports(target, types))
        .with(
            "tell",
            names
                .notifications()
                .map(type -> Template.of(SpringTemplates.TELL).with("type", type.name()).text())
                .orElse(""))
        .with(
            "refuse",
            names
                .codes()
                .map(type -> Template.of(SpringTemplates.REFUSE_WITH).with("type", type).text())
                .orElse(SpringTemplates.REFUSE))
        .with(
            "answer",
            answers
                ? Template.of(SpringTemplates.ANSWER)
                    .with("type", names.codes().orElseThrow())
                    .text()
                : "")
        .text()
        .replaceAll("\n{3,}", "\n\n");
  }

  /** Whether a step returns something else than the first code although it is not a refusal. */
  static boolean isAnswered(Model model, Step step) {
    return step.code() != null
        && step.outcome() != Outcome.REFUSED
        && !step.code().equals(model.initial().code());
  }

  private static String configuration(Model model, Target target) {
    ModelLookup names = new ModelLookup(model);
    ShortNames brief = new ShortNames(model, Set.of());
    Set<String> used = new TreeSet<>(Set.of("Location", "Event", "Effect"));
    Set<String> types = new TreeSet<>(used);
    names
        .notifications()
        .ifPresent(
            type -> {
              types.add(type.name());
              type.fields().stream()
                  .map(field -> JavaTypes.name(field.type()))
                  .filter(name -> Character.isUpperCase(name.charAt(0)))
                  .forEach(types::add);
            });
    names.codes().ifPresent(used::add);
    names.codes().ifPresent(types::add);
    List<String> calls = new ArrayList<>();
    List<String> methods = new ArrayList<>();
    for (int i = 0; i < model.locations().size(); i++) {
      String name = "from" + pascal(model.locations().get(i));
      calls.add(name + "(transitions);");
      List<List<String>> rows = new ArrayList<>();
      for (int event = 0; event < model.events().size(); event++) {
        rows.add(cells(model, brief, model.step(i, event)));
      }
      methods.add(
          Template.of(SpringTemplates.LOCATION)
              .with("name", name)
              .with("rows", Columns.align(rows, 0))
              .text());
    }
    String text = String.join("\n", methods);
    types.removeIf(
        type -> !JavaTypes.mentions(text, type) && !Set.of("Event", "Location").contains(type));
    return head(SpringTemplates.CONFIGURATION, target)
        .with("statics", brief.imports(target.javaPackage(), used))
        .with("imports", imports(target, types))
        .with("module", model.module())
        .with("rows", Integer.toString(model.steps().size()))
        .with(
            "initial",
            brief.constant("Location", model.locations().get(model.initial().to()).name()))
        .with("calls", calls)
        .with("methods", text)
        .text();
  }

  private static String pascal(Location location) {
    return Target.pascal(location.name());
  }

  private static List<String> cells(Model model, ShortNames brief, Step step) {
    String from = brief.constant("Location", model.locations().get(step.from()).name());
    String to = brief.constant("Location", model.locations().get(step.to()).name());
    boolean stays = step.from() == step.to();
    return List.of(
        stays ? "transitions.withInternal()" : "transitions.withExternal()",
        ".source(" + from + ")",
        stays ? "" : ".target(" + to + ")",
        ".event(" + brief.constant("Event", model.events().get(step.event()).name()) + ")",
        actionCalls(model, brief, step) + ";");
  }

  private static String actionCalls(Model model, ShortNames brief, Step step) {
    ModelLookup names = new ModelLookup(model);
    List<String> calls = new ArrayList<>();
    String code =
        names
            .codes()
            .map(type -> brief.constant(type, Objects.requireNonNull(step.code())))
            .orElse("");
    if (step.outcome() == Outcome.REFUSED) {
      calls.add("refuse(" + code + ")");
    } else if (step.outcome() == Outcome.IGNORED) {
      calls.add("ignore()");
    }
    if (isAnswered(model, step)) {
      calls.add("answer(" + code + ")");
    }
    step.effects().forEach(effect -> calls.add("effect(" + brief.constant("Effect", effect) + ")"));
    names
        .notifications()
        .ifPresent(
            type ->
                step.notifications()
                    .forEach(each -> calls.add("tell(" + notification(type, each) + ")")));
    return calls.stream()
        .map(call -> ".action(actions." + call + ")")
        .collect(Collectors.joining());
  }

  private static String notification(RecordType type, Map<String, String> values) {
    return type.fields().stream()
        .map(
            field ->
                JavaTypes.fieldLiteral(
                    field.type(), Objects.requireNonNull(values.get(field.name()))))
        .collect(Collectors.joining(", ", "new " + type.name() + "(", ")"));
  }
}
