package io.mooring.room.harness.step;

import io.mooring.mbt.run.StepOracle;
import io.mooring.room.harness.model.RoomMachine;

/** Oracles for tests of checkers. */
final class Oracles {

  private Oracles() {}

  /** The generated table. */
  static RememberingOracle table() {
    return new RememberingOracle(StepOracle.table(RoomMachine.table()));
  }
}
