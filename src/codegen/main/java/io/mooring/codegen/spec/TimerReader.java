package io.mooring.codegen.spec;

import static java.util.Objects.requireNonNull;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.check.ModelValues;
import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Enumeration;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.SourceLine;
import io.mooring.codegen.model.Timer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the timers of a machine module from the value of its {@code TimerTable}. */
final class TimerReader {

  private static final String ROW = "[timer |-> ..., arm |-> ..., cancel |-> ..., fact |-> ...]";

  private final SymbolTable symbols;
  private final SourceLine line;
  private final RecordSet rows;
  private final Map<String, String> users = new HashMap<>();

  TimerReader(SymbolTable symbols, TlaValue table) throws ModelException {
    this.symbols = symbols;
    this.line = SymbolTable.line(symbols.definition(SymbolTable.TIMER_TABLE).orElseThrow().span());
    this.rows =
        RecordSet.of(SymbolTable.TIMER_TABLE, table, line, ROW, "timer", "arm", "cancel", "fact");
  }

  /** The timers, in the order of their enumeration. */
  List<Timer> read() throws ModelException {
    Enumeration timers = symbols.enumeration(SymbolTable.TIMER).orElseThrow();
    List<Timer> all = new ArrayList<>();
    for (Constant each : timers.constants()) {
      Map<String, TlaValue> row = rows.only("timer", ModelValues.tla(each.value()), "timer");
      String arm = effect(each, "armed", requireNonNull(row.get("arm")));
      String cancel = effect(each, "cancelled", requireNonNull(row.get("cancel")));
      all.add(
          new Timer(each.name(), arm, cancel, fact(each, requireNonNull(row.get("fact"))), false));
    }
    rows.allAmong(
        "timer",
        timers.constants().stream().map(each -> ModelValues.tla(each.value())).toList(),
        "Timer");
    return all;
  }

  private String effect(Constant timer, String how, TlaValue value) throws ModelException {
    String effect =
        symbols
            .constant("Effect", value)
            .orElseThrow(
                () ->
                    new ModelException(
                        line,
                        String.format(
                            Locale.ROOT,
                            "the timer %s is %s by %s, which is no element of Effect",
                            timer.value(),
                            how,
                            value)))
            .constant();
    String use = String.format(Locale.ROOT, "%s is %s", timer.value(), how);
    String other = users.putIfAbsent(effect, use);
    if (other != null) {
      throw new ModelException(
          line,
          String.format(
              Locale.ROOT,
              "by %s %s, and %s as well; give each its own effect",
              value,
              other,
              use));
    }
    return effect;
  }

  private String fact(Constant timer, TlaValue value) throws ModelException {
    List<Event> told =
        symbols.events().stream()
            .filter(each -> new TlaValue.Str(each.action()).equals(value))
            .toList();
    if (told.size() != 1 || !told.get(0).parameters().isEmpty() || told.get(0).command()) {
      throw new ModelException(
          line,
          String.format(
              Locale.ROOT,
              "the timer %s tells %s, which is no fact without parameters",
              timer.value(),
              value));
    }
    return told.get(0).name();
  }
}
