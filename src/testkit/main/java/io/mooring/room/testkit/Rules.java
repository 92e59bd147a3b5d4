package io.mooring.room.testkit;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Rule;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The generated rules, all of them. They are functions of two steps and of nothing else, so two
 * rows of the table are judged once in a process; every other step, which an engine made by itself,
 * is judged each time.
 */
@SuppressWarnings("EnumOrdinal") // indices into a dense table of this process, never stored
final class Rules {
  private static final Rule[] ALL = Rule.values();
  private static final int EVENTS = Event.values().length;
  private static final int ROWS = Location.values().length * EVENTS + 1;
  private static final AtomicIntegerArray KEPT = new AtomicIntegerArray(ROWS * ROWS);

  private Rules() {}

  /** The first rule that does not hold between two steps; empty if all do. */
  static Optional<Rule> broken(Step before, Step after) {
    int first = row(before);
    int second = row(after);
    boolean known = first >= 0 && second >= 0;
    int pair = first * ROWS + second;
    if (known && KEPT.get(pair) != 0) {
      return Optional.empty();
    }
    for (Rule rule : ALL) {
      if (!rule.holds(before, after)) {
        return Optional.of(rule);
      }
    }
    if (known) {
      KEPT.set(pair, 1);
    }
    return Optional.empty();
  }

  /** The number of a row of the table, or of the step before the first; negative for any other. */
  private static int row(Step step) {
    if (step == Table.initial()) {
      return ROWS - 1;
    }
    boolean isRow = Table.step(step.from(), step.event()) == step;
    return isRow ? step.from().ordinal() * EVENTS + step.event().ordinal() : -1;
  }
}
