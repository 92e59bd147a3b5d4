package io.mooring.codegen.emit;

import io.mooring.codegen.model.Answer;
import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Enumeration;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Outcome;
import io.mooring.codegen.model.Property;
import io.mooring.codegen.model.Step;
import io.mooring.codegen.model.Timer;
import io.mooring.codegen.model.Timing;
import io.mooring.codegen.model.Value;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the table for people: a matrix, every row, the refusals, the rules, and all names. */
final class TransitionsEmitter implements Emitter {

  private static final String PAGE =
      """
      <!-- ${header} -->

      # ${module}: every event in every location

      ${locations} locations, ${events} events, ${rows} rows: ${taken} taken, ${ignored} ignored, ${refused} refused. Absence is never a meaning.

      ## Matrix

      For each event and location: the location that the step enters; `stays` if the event is taken in the same location; `·`
      if it is ignored; the code if it is refused.

      ${matrix}

      ## Taken

      ${takenRows}

      ## Refused

      ${refusedRows}

      ## Ignored

      ${ignoredRows}
      ${timers}
      ${answers}

      ## Rules

      Invariants look at each state, action rules at each step; both are predicates in Java and checked by TLC as well.
      Temporal properties are about whole behaviours: only TLC checks them.

      ${rules}

      ## Names

      Locations, and the values of their variables:

      ${locationNames}

      Events:

      ${eventNames}

      Constants of the enumerations:

      ${constantNames}
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    ModelLookup names = new ModelLookup(model);
    String text =
        Template.of(PAGE)
            .with("header", target.header())
            .with("module", model.module())
            .with("locations", Integer.toString(model.locations().size()))
            .with("events", Integer.toString(model.events().size()))
            .with("rows", Integer.toString(model.steps().size()))
            .with("taken", count(model, Outcome.TAKEN))
            .with("ignored", count(model, Outcome.IGNORED))
            .with("refused", count(model, Outcome.REFUSED))
            .with("matrix", matrix(model, names))
            .with("takenRows", rows(model, names, Outcome.TAKEN))
            .with("refusedRows", rows(model, names, Outcome.REFUSED))
            .with("ignoredRows", ignored(model))
            .with("timers", timers(model))
            .with("answers", answers(model))
            .with("rules", rules(model))
            .with("locationNames", locationNames(model, names))
            .with("eventNames", eventNames(model))
            .with("constantNames", constantNames(model))
            .text();
    sink.put("docs/transitions.md", text);
  }

  private static String count(Model model, Outcome outcome) {
    return Long.toString(model.steps().stream().filter(step -> step.outcome() == outcome).count());
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static List<String> matrix(Model model, ModelLookup names) {
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>();
    head.add("");
    model.locations().forEach(location -> head.add(location.name()));
    table.add(head);
    for (int event = 0; event < model.events().size(); event++) {
      List<String> row = new ArrayList<>();
      row.add(code(model.events().get(event).text()));
      for (int location = 0; location < model.locations().size(); location++) {
        row.add(cell(model, names, model.step(location, event)));
      }
      table.add(row);
    }
    return Columns.markdown(table);
  }

  private static String cell(Model model, ModelLookup names, Step step) {
    return switch (step.outcome()) {
      case IGNORED -> "·";
      case REFUSED -> names.codes().map(type -> codeNumber(names, type, step)).orElse("refused");
      case TAKEN ->
          step.from() == step.to()
              ? "stays"
              : "**" + model.locations().get(step.to()).name() + "**";
    };
  }

  private static String codeNumber(ModelLookup names, String type, Step step) {
    String constant = step.code() == null ? "" : step.code();
    Value value = names.constantNamed(type, constant).value();
    return value instanceof Value.Int number ? Integer.toString(number.value()) : constant;
  }

  private static List<String> rows(Model model, ModelLookup names, Outcome outcome) {
    boolean told =
        outcome == Outcome.TAKEN
            && model.steps().stream().anyMatch(step -> !step.notifications().isEmpty());
    boolean answered = outcome == Outcome.REFUSED && names.codes().isPresent();
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("From", "Event"));
    if (outcome == Outcome.TAKEN) {
      head.add("To");
    }
    if (answered) {
      head.add("Code");
    }
    if (told) {
      head.add("Told");
    }
    if (outcome == Outcome.TAKEN) {
      head.add("Effects, in order");
    }
    head.add("Specification");
    table.add(head);
    for (Step step : model.steps()) {
      if (step.outcome() == outcome) {
        List<String> row = new ArrayList<>();
        row.add(model.locations().get(step.from()).name());
        row.add(code(model.events().get(step.event()).text()));
        if (outcome == Outcome.TAKEN) {
          row.add(model.locations().get(step.to()).name());
        }
        if (answered) {
          row.add(codeNumber(names, names.codes().orElseThrow(), step) + " " + step.code());
        }
        if (told) {
          row.add(
              step.notifications().stream()
                  .map(each -> told(names, each))
                  .collect(Collectors.joining("; ")));
        }
        if (outcome == Outcome.TAKEN) {
          row.add(String.join(", ", step.effects()));
        }
        row.add(step.line().toString());
        table.add(row);
      }
    }
    return table.size() == 1 ? List.of("None.") : Columns.markdown(table);
  }

  private static String told(ModelLookup names, Map<String, String> notification) {
    return names.notifications().orElseThrow().fields().stream()
        .map(field -> String.valueOf(notification.get(field.name())))
        .collect(Collectors.joining(", "));
  }

  private static List<String> ignored(Model model) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("In", "Ignored events"));
    for (int i = 0; i < model.locations().size(); i++) {
      int location = i;
      String events =
          model.steps().stream()
              .filter(step -> step.from() == location && step.outcome() == Outcome.IGNORED)
              .map(step -> code(model.events().get(step.event()).text()))
              .collect(Collectors.joining(", "));
      if (!events.isEmpty()) {
        table.add(List.of(model.locations().get(i).name(), events));
      }
    }
    return table.size() == 1 ? List.of("None.") : Columns.markdown(table);
  }

  private static List<String> rules(Model model) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("Property", "Kind", "In Java", "What it says", "Specification"));
    for (Property property : model.properties()) {
      String kind =
          switch (property.kind()) {
            case INVARIANT -> "invariant";
            case ACTION -> "action";
            case TEMPORAL -> "temporal";
          };
      table.add(
          List.of(
              code(property.name()),
              kind,
              property.kind() == Property.Kind.TEMPORAL
                  ? "checked by TLC only"
                  : code("Rule." + property.javaName()),
              escape(Javadoc.summary(property.doc())),
              property.line().toString()));
    }
    return table.size() == 1 ? List.of("None.") : Columns.markdown(table);
  }

  /** Plain text that Markdown takes for nothing else. */
  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("*", "\\*").replace("<", "&lt;").replace("_", "\\_");
  }

  private static List<String> locationNames(Model model, ModelLookup names) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("Java", "TLA+"));
    for (int i = 0; i < model.locations().size(); i++) {
      Location location = model.locations().get(i);
      table.add(
          List.of(
              code("Location." + location.name()), code(String.join(", ", names.valuation(i)))));
    }
    return Columns.markdown(table);
  }

  private static List<String> eventNames(Model model) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("Java", "TLA+", "Kind", "What it is", "Specification"));
    for (Event event : model.events()) {
      table.add(
          List.of(
              code("Event." + event.name()),
              code(event.text()),
              event.command() ? "command" : "fact",
              escape(Javadoc.summary(event.doc())),
              event.line().toString()));
    }
    return Columns.markdown(table);
  }

  private static List<String> timers(Model model) {
    if (model.timers().isEmpty()) {
      return List.of();
    }
    Timing timing = model.timing();
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("Timer", "armed by", "cancelled by", "tells", "at least", "at most"));
    for (Timer timer : model.timers()) {
      Optional<Timing.TimerBounds> bounds =
          Optional.ofNullable(timing).flatMap(each -> each.boundsOf(timer.constant()));
      table.add(
          List.of(
              code(timer.constant()),
              code(timer.arm()),
              code(timer.cancel()),
              code(timer.fact()),
              bounds.map(each -> each.atLeast() + " s").orElse(""),
              bounds.map(each -> each.atMost() + " s").orElse("")));
    }
    List<String> lines =
        new ArrayList<>(
            List.of("", "## Timers", "", "What a timer tells when it has run out is a fact.", ""));
    lines.addAll(Columns.markdown(table));
    return lines;
  }

  private static List<String> answers(Model model) {
    if (model.answers().isEmpty()) {
      return List.of();
    }
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("Command", "answered by", "code"));
    for (Answer answer : model.answers()) {
      table.add(List.of(code(answer.command()), code(answer.event()), code(answer.code())));
    }
    List<String> lines =
        new ArrayList<>(
            List.of(
                "",
                "## Answers",
                "",
                "A command that was accepted waits until one of these is taken.",
                ""));
    lines.addAll(Columns.markdown(table));
    return lines;
  }

  private static List<String> constantNames(Model model) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("Java", "TLA+", "What it is", "Specification"));
    for (Enumeration enumeration : model.enumerations()) {
      for (Constant constant : enumeration.constants()) {
        table.add(
            List.of(
                code(enumeration.name() + "." + constant.name()),
                code(constant.value().toString()),
                escape(Javadoc.summary(constant.doc())),
                constant.line().toString()));
      }
    }
    return Columns.markdown(table);
  }
}
