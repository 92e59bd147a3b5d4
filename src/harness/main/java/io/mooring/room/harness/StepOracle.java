package io.mooring.room.harness;

import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.Optional;

/**
 * Somebody who knows what the specification does and is asked after every step whether it was
 * right.
 *
 * <p>An oracle that is shared between threads must be thread-safe; those of this package are.
 */
@FunctionalInterface
public interface StepOracle {

  /**
   * What is wrong with a step, or empty.
   *
   * @param before the step that led to the state in which the event came
   * @param after the step that the event then made
   */
  Optional<String> objection(Step before, Step after);

  /** The generated table as oracle: fast, and no check of the table itself. */
  static StepOracle table() {
    return (before, after) ->
        difference("the table", Table.step(before.to(), after.event()), after);
  }

  /**
   * How a step differs from what it should be, or empty.
   *
   * @param authority who says what it should be
   * @param expected what it should be
   * @param found what it is
   */
  @SuppressWarnings("ReferenceEquality") // the same object differs from itself in nothing
  static Optional<String> difference(String authority, Step expected, Step found) {
    return found == expected || (found.from() == expected.from() && expected.sameStateAs(found))
        ? Optional.empty()
        : Optional.of(
            authority
                + " has "
                + Wording.step(expected)
                + ", but the step was "
                + Wording.step(found));
  }

  /** An oracle that asks this one first and then the other. */
  default StepOracle and(StepOracle other) {
    return (before, after) -> objection(before, after).or(() -> other.objection(before, after));
  }
}
