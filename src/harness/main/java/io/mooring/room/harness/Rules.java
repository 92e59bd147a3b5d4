package io.mooring.room.harness;

import io.mooring.room.spec.Rule;
import io.mooring.room.spec.Step;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The generated rules, all of them. They are functions of two steps and of nothing else, so two
 * rows of the table are judged once in a process; every other step, which an engine made by itself,
 * is judged each time.
 */
final class Rules {
  private static final Rule[] ALL = Rule.values();

  /** One more than there are rows: the step before the first is one too. */
  private static final int STEPS = Rows.COUNT + 1;

  private static final AtomicIntegerArray KEPT = new AtomicIntegerArray(STEPS * STEPS);

  private Rules() {}

  /** The first rule that does not hold between two steps; empty if all do. */
  static Optional<Rule> broken(Step before, Step after) {
    int first = number(before);
    int second = number(after);
    boolean known = first >= 0 && second >= 0;
    int pair = first * STEPS + second;
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
  private static int number(Step step) {
    if (Rows.isInitial(step)) {
      return Rows.COUNT;
    }
    return Rows.isOwn(step) ? Rows.number(step.from(), step.event()) : -1;
  }
}
