package io.mooring.room.harness.log;

import io.mooring.room.Engine;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.function.Consumer;

/**
 * An engine that shows its answers: what it answers is decided, before anything follows from it.
 * The way to where a snapshot takes it is no decision.
 */
public final class ObservedEngine implements Engine {
  private final Engine engine;
  private final Location begin;
  private final Consumer<Step> decided;
  private boolean there;

  /**
   * A watched engine.
   *
   * @param engine a new one
   * @param begin where the life of its connection begins
   * @param decided is shown what is decided from there on
   */
  public ObservedEngine(Engine engine, Location begin, Consumer<Step> decided) {
    this.engine = engine;
    this.begin = begin;
    this.decided = decided;
    there = begin == Table.initial().to();
  }

  @Override
  public Location location() {
    return engine.location();
  }

  @Override
  public Step step(Event event) {
    Step step = engine.step(event);
    if (there) {
      decided.accept(step);
    } else {
      there = step.to() == begin;
    }
    return step;
  }

  /** As the engine is called that is watched. */
  @Override
  public String toString() {
    return engine.toString();
  }
}
