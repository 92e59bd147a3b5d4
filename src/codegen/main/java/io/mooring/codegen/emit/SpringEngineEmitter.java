package io.mooring.codegen.emit;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Outcome;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Value;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the Spring configuration an engine of the machine that runs, if both are requested. */
final class SpringEngineEmitter {

  private final Model model;
  private final Target target;
  private final ModelLookup names;

  private SpringEngineEmitter(Model model, Target target) {
    this.model = model;
    this.target = target;
    names = new ModelLookup(model);
  }

  static void emit(Model model, Target target, Sink sink) {
    SpringEngineEmitter emitter = new SpringEngineEmitter(model, target);
    sink.put(
        target.springFile("SpringEngine"),
        SpringEmitter.head(SpringEngineTemplates.ENGINE, target)
            .with("java", target.javaPackage())
            .with("machine", new MachineNames(model).machine())
            .with("location", model.locations().get(model.initial().to()).name())
            .text());
    sink.put(target.springFile("RecordedActions"), emitter.recorded());
  }

  private String recorded() {
    Optional<String> notification = names.notifications().map(RecordType::name);
    Optional<String> codes = names.codes();
    Set<String> types = new TreeSet<>(List.of("Effect", "Event", "Location", "Outcome", "Step"));
    notification.ifPresent(types::add);
    codes.ifPresent(types::add);
    boolean answers =
        model.steps().stream().anyMatch(step -> SpringEmitter.isAnswered(model, step));
    List<String> step = new ArrayList<>(List.of("from", "event", "outcome()", "to"));
    codes.ifPresent(
        type ->
            step.add(
                "codes.isEmpty() ? "
                    + type
                    + "."
                    + Objects.requireNonNull(model.initial().code())
                    + " : codes.get(0)"));
    notification.ifPresent(type -> step.add("notifications"));
    step.add("effects");
    step.add("SpringEngine.SOURCE");
    return SpringEmitter.head(SpringEngineTemplates.RECORDED, target)
        .with("imports", SpringEmitter.imports(target, types))
        .with(
            "notificationsField",
            notification
                .map(type -> "private final List<" + type + "> notifications = new ArrayList<>();")
                .orElse(""))
        .with("notificationsClear", notification.isPresent() ? "notifications.clear();" : "")
        .with("notificationsText", notification.isPresent() ? " + \", told \" + notifications" : "")
        .with(
            "codesField",
            codes
                .map(type -> "private final List<" + type + "> codes = new ArrayList<>();")
                .orElse(""))
        .with("codesClear", codes.isPresent() ? "codes.clear();" : "")
        .with("codesText", codes.isPresent() ? " + \", codes \" + codes" : "")
        .with("oneCode", codes.isPresent() ? " && codes.size() <= 1" : "")
        .with("tell", filled(SpringEngineTemplates.TELL, notification))
        .with(
            "refuse",
            codes.isPresent()
                ? filled(SpringEngineTemplates.REFUSE_WITH, codes)
                : SpringEngineTemplates.REFUSE)
        .with("answer", answers ? filled(SpringEngineTemplates.ANSWER, codes) : "")
        .with("outcome", outcome())
        .with("step", String.join(", ", step))
        .text()
        .replaceAll("\n{3,}", "\n\n");
  }

  private static String filled(String template, Optional<String> type) {
    return type.map(name -> Template.of(template).with("type", name).text()).orElse("");
  }

  /** A module need not have every outcome. */
  private List<String> outcome() {
    List<String> lines = new ArrayList<>();
    constant(Outcome.REFUSED)
        .ifPresent(name -> lines.add("if (refused > 0) {\n  return " + name + ";\n}"));
    constant(Outcome.IGNORED)
        .ifPresent(name -> lines.add("if (ignored > 0) {\n  return " + name + ";\n}"));
    lines.add(
        constant(Outcome.TAKEN)
            .map(name -> "return " + name + ";")
            .orElse("throw new IllegalStateException(\"Nothing says what became of the event\");"));
    return lines;
  }

  private Optional<String> constant(Outcome outcome) {
    return model.enumeration("Outcome").constants().stream()
        .filter(each -> each.value().equals(new Value.Str(outcome.text())))
        .map(each -> "Outcome." + each.name())
        .findFirst();
  }
}
