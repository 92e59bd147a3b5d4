package io.mooring.codegen.emit;

import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Timer;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the machine that runs, if it is requested: its class, and the files that it is made of. */
final class MachineEmitter implements Emitter {

  @Override
  public void emit(Model model, Target target, Sink sink) {
    if (target.has(Extra.MACHINE)) {
      new Machine(model, target, sink).emit();
    }
  }

  /** The machine of one model. */
  private static final class Machine {
    private final Model model;
    private final Target target;
    private final Sink sink;
    private final ModelLookup names;
    private final MachineNames members;
    private final boolean timed;

    Machine(Model model, Target target, Sink sink) {
      this.model = model;
      this.target = target;
      this.sink = sink;
      names = new ModelLookup(model);
      members = new MachineNames(model);
      timed = !model.timers().isEmpty();
    }

    void emit() {
      put(members.machine(), machine());
      put("MachineCore", core());
      put("Outbox", Template.of(MachineCoreTemplates.OUTBOX));
      put("Engine", Template.of(MachineCoreTemplates.ENGINE));
      put("StepListener", Template.of(MachineCoreTemplates.LISTENER));
      put("FailureHandler", Template.of(MachineCoreTemplates.FAILURES));
      if (hasEffects()) {
        put("Effects", effects());
      }
      if (timed) {
        put("Scheduler", Template.of(MachineTimerTemplates.SCHEDULER));
        put("ArmedTimer", Template.of(MachineTimerTemplates.ARMED));
        put("Timers", Template.of(MachineTimerTemplates.TIMERS));
      }
    }

    private void put(String type, Template template) {
      String text =
          template
              .with("header", target.header())
              .with("package", target.javaPackage())
              .with("machine", members.machine())
              .text();
      sink.put(target.javaFile(type), text.replaceAll("\n{3,}", "\n\n"));
    }

    private boolean hasEffects() {
      return !members.effects().isEmpty();
    }

    private Template effects() {
      return Template.of(MachineTemplates.EFFECTS)
          .with(
              "methods",
              members.effects().stream()
                  .map(this::effect)
                  .collect(Collectors.joining("\n"))
                  .stripLeading());
    }

    private String effect(Constant effect) {
      return Template.of(MachineTemplates.EFFECT)
          .with(
              "doc",
              Javadoc.comment(
                  Javadoc.paragraphs(effect.doc(), "The effect {@code " + effect.value() + "}."),
                  List.of("@param step the step that has this effect")))
          .with("name", MachineNames.ofEffect(effect))
          .text();
    }

    private Template machine() {
      String parameters =
          (hasEffects() ? "Effects effects" : "")
              + (hasEffects() && timed ? ", " : "")
              + (timed ? "Scheduler scheduler" : "");
      boolean finds = members.actions().stream().anyMatch(each -> !each.parameters().isEmpty());
      List<String> imports = new ArrayList<>(List.of("import java.util.ArrayList;"));
      if (timed) {
        imports.add(0, "import java.time.Duration;");
      }
      if (finds) {
        imports.add("import java.util.Arrays;");
      }
      if (timed) {
        imports.add("import java.util.EnumMap;");
      }
      imports.add("import java.util.List;");
      if (timed) {
        imports.add("import java.util.Map;");
      }
      List<String> fields = new ArrayList<>();
      List<String> assignments = new ArrayList<>();
      List<String> tags = new ArrayList<>();
      if (hasEffects()) {
        fields.add("final Effects effects;");
        assignments.add("this.effects = requireNonNull(effects, \"effects\");");
        tags.add("* @param effects carries out the effects");
      }
      if (timed) {
        fields.add("final Scheduler scheduler;");
        fields.add("final Map<Timer, Duration> durations = new EnumMap<>(Timer.class);");
        assignments.add("this.scheduler = requireNonNull(scheduler, \"scheduler\");");
        tags.add("* @param scheduler the clock, and what runs the timers");
      }
      tags.add("* @return its configuration");
      return Template.of(MachineTemplates.MACHINE)
          .with("words", Target.words(model))
          .with("module", model.module())
          .with("imports", imports)
          .with(
              "parts",
              List.of("two", "three", "four").get((timed ? 1 : 0) + (hasEffects() ? 1 : 0)))
          .with(
              "timerPart",
              timed
                  ? "*   <li>the timers of the step are cancelled and armed, by the thread that decided it"
                      + " and\n*       before any other call;"
                  : "")
          .with(
              "effectPart",
              hasEffects()
                  ? "*   <li>the {@link Effects} of the step are carried out, in the order of the table;"
                  : "")
          .with("schedulers", timed ? ", the scheduler" : "")
          .with(
              "rejected",
              timed ? " If the scheduler\n* rejects a timer, the timer has expired." : "")
          .with("time", timed ? MachineTimerTemplates.TIME : "")
          .with("stopped", timed ? "no timer runs, " : "")
          .with("late", members.late())
          .with("droppedWhat", timed ? "and ends of timers " : "")
          .with("location", model.locations().get(model.initial().to()).name())
          .with("builderParameters", parameters)
          .with("builderArguments", parameters.replaceAll("\\w+ (\\w+)", "$1"))
          .with("builderTags", tags)
          .with("events", events())
          .with("find", finds ? ActionParameters.FIND : "")
          .with("fields", fields)
          .with("assignments", assignments)
          .with("duration", timed ? duration() : "")
          .with(
              "buildThrows",
              timed ? "* @throws IllegalStateException if a timer has no duration" : "")
          .with("buildCheck", timed ? MachineTimerTemplates.BUILD_CHECK : "")
          .with("carryOut", carryOut());
    }

    private String duration() {
      boolean bounded = model.timing() != null;
      return Template.of(MachineTimerTemplates.DURATION)
          .with(
              "allowed",
              bounded ? "from {@link Timer#shortest()} to {@link Timer#longest()}" : "zero or more")
          .with(
              "forbidden",
              bounded
                  ? "duration.compareTo(timer.shortest()) < 0 || duration.compareTo(timer.longest()) > 0"
                  : "duration.isNegative()")
          .with(
              "message",
              bounded
                  ? "timer + \" may run from \" + timer.shortest() + \" to \" + timer.longest()\n"
                      + "    + \", but was to run \" + duration"
                  : "timer + \" must not run \" + duration")
          .text();
    }

    private String events() {
      return members.actions().stream()
          .map(this::event)
          .collect(Collectors.joining("\n"))
          .stripLeading();
    }

    private String event(Event action) {
      boolean answers = members.isAnswered(action);
      String type = names.codes().orElse("Outcome");
      ActionParameters parameters = ActionParameters.of(action, members);
      List<String> tags = new ArrayList<>(parameters.tags());
      if (answers) {
        tags.add(
            names.codes().isPresent()
                ? "@return the code that the table gives"
                : "@return whether it was taken");
      }
      if (!parameters.declarations().isEmpty()) {
        tags.add("@throws IllegalArgumentException if the specification has no such event");
      }
      if (answers) {
        tags.add("@throws IllegalStateException once the machine was shut down");
      }
      return Template.of(answers ? MachineTemplates.COMMAND : MachineTemplates.FACT)
          .with("doc", ActionParameters.doc(action, tags))
          .with("type", type)
          .with("result", names.codes().isPresent() ? "code" : "outcome")
          .with("name", MachineNames.ofAction(action))
          .with("parameters", String.join(", ", parameters.declarations()))
          .with("event", parameters.event())
          .text();
    }

    private String carryOut() {
      if (!hasEffects()) {
        return MachineTemplates.CARRY_OUT_NOTHING;
      }
      List<String> cases = new ArrayList<>();
      members
          .effects()
          .forEach(
              effect ->
                  cases.add(
                      "case "
                          + effect.name()
                          + " -> effects."
                          + MachineNames.ofEffect(effect)
                          + "(step);"));
      if (timed) {
        String own =
            model.timers().stream()
                .flatMap((Timer timer) -> List.of(timer.arm(), timer.cancel()).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        cases.add("case " + own + " -> {");
        cases.add("  // They are about timers, which the machine drives itself.");
        cases.add("}");
      }
      return Template.of(MachineTemplates.CARRY_OUT).with("cases", cases).text();
    }

    private Template core() {
      List<String> imports =
          List.of(
              "import java.util.ArrayDeque;",
              "import java.util.ArrayList;",
              "import java.util.Collections;",
              "import java.util.Deque;",
              "import java.util.List;",
              "import java.util.function.BiConsumer;");
      return Template.of(MachineCoreTemplates.CORE)
          .with("imports", imports)
          .with("schedulerField", timed ? "private final Scheduler scheduler;" : "")
          .with("schedulerNew", timed ? "scheduler = builder.scheduler;" : "")
          .with("timersField", timed ? "private final Timers timers;" : "")
          .with(
              "timersNew", timed ? "timers = new Timers(this, scheduler, builder.durations);" : "")
          .with("now", timed ? "long now = scheduler.nanoTime();" : "")
          .with("at", timed ? ", now" : "")
          .with("atLong", timed ? ", long now" : "")
          .with("changes", timed ? "List<Runnable> changes;" : "")
          .with("takeExpired", timed ? "takeExpired(now);" : "")
          .with("takeChanges", timed ? "changes = timers.takeChanges();" : "")
          .with("applyChanges", timed ? "changes.forEach(Runnable::run);" : "")
          .with("follow", timed ? "timers.follow(step, now);" : "")
          .with(
              "reportFailureDoc",
              timed ? "/** Adds a report of what called code has thrown. Without the lock. */" : "")
          .with("private", timed ? "" : "private ")
          .with("expired", timed ? MachineTimerTemplates.EXPIRED : "")
          .with("cancelAll", timed ? "timers.cancelAll();\nchanges = timers.takeChanges();" : "")
          .with("deliverAll", timed ? "outbox.deliver();" : "");
    }
  }
}
