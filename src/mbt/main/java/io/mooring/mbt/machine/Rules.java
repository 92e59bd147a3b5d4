package io.mooring.mbt.machine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.ToIntFunction;

/**
 * The rules of a specification: what holds of every two steps in a row. They are functions of two
 * steps and of nothing else, so two steps of the table are checked once; every other step, which an
 * implementation has made, is checked each time.
 *
 * <p>Safe for use by several threads.
 *
 * @param <S> the steps, as generated
 * @param <R> the rules, as generated
 */
public final class Rules<S, R> {

  /** Beyond this, pairs of steps are not remembered but checked each time. */
  private static final int REMEMBERED = 1 << 24;

  private final List<R> rules;
  private final RuleCheck<S, R> check;
  private final ToIntFunction<S> number;
  private final int steps;
  private final AtomicIntegerArray kept;

  /** Whether a rule holds between two steps. */
  @FunctionalInterface
  public interface RuleCheck<S, R> {
    /** Whether the rule holds between the steps. */
    boolean holds(R rule, S before, S after);
  }

  /**
   * Rules.
   *
   * @param rules the rules
   * @param check whether one of them holds between two steps
   * @param steps how many numbered steps there are
   * @param number the number of a step, below {@code steps}; negative for one that has none
   */
  public Rules(List<R> rules, RuleCheck<S, R> check, int steps, ToIntFunction<S> number) {
    this.rules = List.copyOf(rules);
    this.check = check;
    this.number = number;
    this.steps = steps;
    long pairs = (long) steps * steps;
    this.kept = new AtomicIntegerArray(pairs <= REMEMBERED ? (int) pairs : 0);
  }

  /** The first rule that does not hold between two steps; empty if all do. */
  public Optional<R> broken(S before, S after) {
    int pair = pair(before, after);
    if (pair >= 0 && kept.get(pair) != 0) {
      return Optional.empty();
    }
    for (R rule : rules) {
      if (!check.holds(rule, before, after)) {
        return Optional.of(rule);
      }
    }
    if (pair >= 0) {
      kept.set(pair, 1);
    }
    return Optional.empty();
  }

  private int pair(S before, S after) {
    int first = number.applyAsInt(before);
    int second = number.applyAsInt(after);
    return first < 0 || second < 0 || kept.length() == 0 ? -1 : first * steps + second;
  }
}
