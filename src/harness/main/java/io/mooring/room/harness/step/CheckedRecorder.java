package io.mooring.room.harness.step;

import io.mooring.room.StepRecorder;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A connection's recorder that shows a {@link RunChecker} all of it.
 *
 * @param over whether the process is dead, so that nobody sees it
 */
record CheckedRecorder(RunChecker watch, BooleanSupplier over) implements StepRecorder {

  @Override
  public void recorded(long nanoTime, long sessionEpoch, Step step) {
    if (!over.getAsBoolean()) {
      watch.recorded(nanoTime, sessionEpoch, step);
    }
  }

  @Override
  public void stale(long nanoTime, long sessionEpoch, Event event, List<Effect> undone) {
    if (!over.getAsBoolean()) {
      watch.stale(sessionEpoch, event, undone);
    }
  }
}
