package io.mooring.room.testkit;

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
    return (before, after) -> {
      Step expected = Table.step(before.to(), after.event());
      return after.from() == before.to() && expected.sameStateAs(after)
          ? Optional.empty()
          : Optional.of(
              "the table has "
                  + Wording.step(expected)
                  + ", but the step was "
                  + Wording.step(after));
    };
  }

  /** An oracle that asks this one first and then the other. */
  default StepOracle and(StepOracle other) {
    return (before, after) -> objection(before, after).or(() -> other.objection(before, after));
  }
}
