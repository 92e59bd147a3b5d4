package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.check.ModelValues;
import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.SourceLine;
import io.mooring.codegen.model.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Reads a timing module: its integers are seconds, {@code TimerBounds} says what timers may do. */
final class TimingReader {

  private static final String BOUNDS = "TimerBounds";
  private static final String ROW = "[timer |-> ..., atLeast |-> ..., atMost |-> ...]";

  private final ModuleAst module;
  private final Map<String, TlaValue> values;

  private TimingReader(ModuleAst module, Map<String, TlaValue> values) {
    this.module = module;
    this.values = values;
  }

  /**
   * Reads a timing module.
   *
   * @param module the module
   * @param values the value of each of its {@link #names}
   * @param timers the timers of the machine that it belongs to
   */
  static Timing read(ModuleAst module, Map<String, TlaValue> values, List<Constant> timers)
      throws ModelException {
    return new TimingReader(module, values).timing(timers);
  }

  /**
   * The definitions that are read, of which each has a value of its own.
   *
   * @throws ModelException if the module declares what none can have a value without
   */
  static List<String> names(ModuleAst module) throws ModelException {
    if (!module.variables().isEmpty() || !module.constants().isEmpty()) {
      ModuleAst.Declaration first =
          (module.variables().isEmpty() ? module.constants() : module.variables()).get(0);
      throw new ModelException(
          SymbolTable.line(first.span()),
          "a timing module declares no variables and no constants; define "
              + first.name()
              + ", or remove it");
    }
    return module.definitions().stream()
        .filter(each -> each.parameters().isEmpty() && each.level() == 0 && !each.local())
        .map(Definition::name)
        .toList();
  }

  private Timing timing(List<Constant> timers) throws ModelException {
    List<Timing.NamedDuration> durations = new ArrayList<>();
    for (Definition each : module.definitions()) {
      if (values.get(each.name()) instanceof TlaValue.Int seconds) {
        SourceLine line = SymbolTable.line(each.span());
        if (seconds.value() < 0) {
          throw new ModelException(
              line,
              String.format(
                  Locale.ROOT, "%s is %s s; a duration is not negative", each.name(), seconds));
        }
        durations.add(
            new Timing.NamedDuration(
                JavaNames.constant(each.name()), seconds.value(), each.comment(), line));
      }
    }
    return new Timing(module.name(), module.comment(), durations, bounds(timers));
  }

  private List<Timing.TimerBounds> bounds(List<Constant> timers) throws ModelException {
    Definition definition = module.definition(BOUNDS).orElse(null);
    if (definition == null) {
      if (timers.isEmpty()) {
        return List.of();
      }
      throw new ModelException(
          String.format(
              Locale.ROOT,
              "%s.tla: no definition %s; it must be a set with a record %s for each timer",
              module.name(),
              BOUNDS,
              ROW));
    }
    SourceLine line = SymbolTable.line(definition.span());
    RecordSet rows =
        RecordSet.of(
            BOUNDS,
            Objects.requireNonNull(values.get(BOUNDS)),
            line,
            ROW,
            "timer",
            "atLeast",
            "atMost");
    rows.allAmong(
        "timer",
        timers.stream().map(each -> ModelValues.tla(each.value())).toList(),
        SymbolTable.TIMER);
    List<Timing.TimerBounds> bounds = new ArrayList<>();
    for (Constant timer : timers) {
      Map<String, TlaValue> row = rows.only("timer", ModelValues.tla(timer.value()), "timer");
      int atLeast = seconds(row, "atLeast", line);
      int atMost = seconds(row, "atMost", line);
      if (atLeast > atMost) {
        throw new ModelException(
            line,
            String.format(
                Locale.ROOT,
                "the timer %s runs at least %d s and at most %d s; the first must not be the longer",
                timer.value(),
                atLeast,
                atMost));
      }
      bounds.add(new Timing.TimerBounds(timer.name(), atLeast, atMost));
    }
    return bounds;
  }

  private static int seconds(Map<String, TlaValue> row, String field, SourceLine line)
      throws ModelException {
    if (row.get(field) instanceof TlaValue.Int seconds && seconds.value() > 0) {
      return seconds.value();
    }
    throw new ModelException(
        line,
        String.format(
            Locale.ROOT,
            "%s of the timer %s is %s; it must be a positive number of seconds",
            field,
            row.get("timer"),
            row.get(field)));
  }
}
