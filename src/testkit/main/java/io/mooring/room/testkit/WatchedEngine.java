package io.mooring.room.testkit;

import io.mooring.room.Engine;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;

/**
 * An engine that shows its answers: what it answers is decided, before anything follows from it.
 */
record WatchedEngine(Engine engine, Watch watch) implements Engine {

  @Override
  public Location location() {
    return engine.location();
  }

  @Override
  public Step step(Event event) {
    Step step = engine.step(event);
    watch.decided(step);
    return step;
  }

  /** As the engine is called that is watched. */
  @Override
  public String toString() {
    return engine.toString();
  }
}
