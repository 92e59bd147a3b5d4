package io.mooring.codegen.spec;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.SourceLine;
import io.mooring.codegen.model.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads from the value of a module's {@code TimerFact} which timers are the only tellers. */
final class TimerFacts {

  private TimerFacts() {}

  /**
   * The timers, with those marked that alone tell their fact.
   *
   * @param timers the timers of the module; empty if it has none
   * @param value the value of the set; null if the module does not define it
   * @throws ModelException if an element is not the fact of exactly one timer
   */
  static List<Timer> mark(SymbolTable symbols, List<Timer> timers, @Nullable TlaValue value)
      throws ModelException {
    if (value == null) {
      return timers;
    }
    SourceLine line =
        SymbolTable.line(symbols.definition(SymbolTable.TIMER_FACT).orElseThrow().span());
    if (!(value instanceof TlaValue.SetOf facts)) {
      throw new ModelException(line, SymbolTable.TIMER_FACT + " must be a set of facts");
    }
    List<Timer> marked = new ArrayList<>(timers);
    for (TlaValue fact : facts.elements()) {
      List<Timer> tellers = marked.stream().filter(timer -> tells(symbols, timer, fact)).toList();
      if (tellers.size() != 1) {
        throw new ModelException(
            line,
            String.format(
                Locale.ROOT,
                "%s has the element %s, which %s",
                SymbolTable.TIMER_FACT,
                fact,
                tellers.isEmpty() ? "no timer tells" : "several timers tell; one only may"));
      }
      Timer timer = tellers.get(0);
      marked.set(
          marked.indexOf(timer),
          new Timer(timer.constant(), timer.arm(), timer.cancel(), timer.fact(), true));
    }
    return List.copyOf(marked);
  }

  private static boolean tells(SymbolTable symbols, Timer timer, TlaValue fact) {
    return symbols.events().stream()
        .filter(event -> event.name().equals(timer.fact()))
        .map(Event::action)
        .anyMatch(action -> new TlaValue.Str(action).equals(fact));
  }
}
