package io.mooring.room.harness.step;

import io.mooring.room.StepRecorder;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A recorder of a connection, for a {@link RunChecker}.
 *
 * @param over whether the process is dead: then nothing is checked
 */
record CheckedRecorder(RunChecker checker, BooleanSupplier over) implements StepRecorder {

  @Override
  public void recorded(long nanoTime, long sessionEpoch, Step step) {
    if (!over.getAsBoolean()) {
      checker.recorded(nanoTime, sessionEpoch, step);
    }
  }

  @Override
  public void stale(long nanoTime, long sessionEpoch, Event event, List<Effect> undone) {
    if (!over.getAsBoolean()) {
      checker.stale(sessionEpoch, event, undone);
    }
  }
}
