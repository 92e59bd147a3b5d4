package io.mooring.mbt.run;

import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.StepText;
import java.util.Optional;

/**
 * Knows what the specification does, and checks every step.
 *
 * <p>An oracle that is shared between threads must be thread-safe; those of this project are.
 */
@FunctionalInterface
public interface StepOracle {

  /**
   * What is wrong with a step, or empty.
   *
   * @param before the step that led to the state in which the event occurred
   * @param after the step that the event then made
   */
  Optional<String> objection(MachineStep before, MachineStep after);

  /** The table of a machine as oracle: fast, and no check of the table itself. */
  static StepOracle table(Machine machine) {
    return (before, after) ->
        machine
            .step(before.to(), after.event())
            .map(expected -> difference("the table", machine, expected, after))
            .orElseGet(
                () ->
                    Optional.of(
                        "the table has no "
                            + machine.rowText(machine.row(before.to(), after.event()))));
  }

  /**
   * How a step differs from what it should be, or empty.
   *
   * @param authority what says what it should be
   * @param expected what it should be
   * @param found what it is
   */
  @SuppressWarnings("ReferenceEquality") // the same object differs from itself in nothing
  static Optional<String> difference(
      String authority, Machine machine, MachineStep expected, MachineStep found) {
    return found == expected || (found.from() == expected.from() && expected.sameStateAs(found))
        ? Optional.empty()
        : Optional.of(
            authority
                + " has "
                + StepText.step(machine, expected)
                + ", but the step was "
                + StepText.step(machine, found));
  }

  /** An oracle that calls this one first and then the other. */
  default StepOracle and(StepOracle other) {
    return (before, after) -> objection(before, after).or(() -> other.objection(before, after));
  }
}
