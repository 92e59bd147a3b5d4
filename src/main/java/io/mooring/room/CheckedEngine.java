package io.mooring.room;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;

/** Calls the engine and rejects a step that does not fit the event or the current location. */
final class CheckedEngine {

  private CheckedEngine() {}

  /**
   * The engine's step.
   *
   * @param log the steps before, which the message of a failure includes
   * @throws IllegalStateException if the step does not fit, or if the engine throws
   */
  static Step step(Engine engine, Event event, Location before, StepLog log) {
    Step step;
    try {
      step = engine.step(event);
    } catch (IllegalStateException astray) {
      throw new IllegalStateException(
          astray.getMessage() + CallFailure.past(log.toString()), astray);
    }
    if (step.from() != before || step.event() != event) {
      throw new IllegalStateException(
          engine
              + (" answered to " + event + " in " + before + " with " + step)
              + CallFailure.past(log.toString()));
    }
    return step;
  }
}
