package io.mooring.room;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;

/** Asks an engine, and believes it only what can be. */
final class CheckedEngine {

  private CheckedEngine() {}

  /**
   * The engine's step.
   *
   * @param log what is told together with a failure: what had happened before
   * @throws IllegalStateException when the engine goes astray, or says so itself
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
