package io.mooring.room.harness.step;

import io.mooring.mbt.run.StepOracle;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.spec.Step;
import java.util.Optional;

/**
 * Checks generated steps by an oracle. What the oracle says must depend on the state before the
 * step and on the step alone: a row of the table that it has accepted in a state is not checked
 * again in that state.
 *
 * <p>Thread-safe if the oracle is.
 */
final class RememberingOracle {
  private static final int ROWS = RoomMachine.table().rows();

  private final StepOracle oracle;

  /** By state and row. A race costs at most another call of the oracle. */
  private final boolean[] accepted = new boolean[RoomMachine.graph().states() * ROWS];

  RememberingOracle(StepOracle oracle) {
    this.oracle = oracle;
  }

  /**
   * What is wrong with a step, or empty.
   *
   * @param before the step that led to the state in which the event occurred
   */
  Optional<String> objection(Step before, Step after) {
    int state = RoomMachine.state(before);
    int row = RoomMachine.row(after);
    boolean isKnown = state >= 0 && row >= 0;
    if (isKnown && accepted[state * ROWS + row]) {
      return Optional.empty();
    }
    Optional<String> objection =
        oracle.objection(RoomMachine.step(before), RoomMachine.step(after));
    if (isKnown && objection.isEmpty()) {
      accepted[state * ROWS + row] = true;
    }
    return objection;
  }
}
