package io.mooring.room.harness.log;

import io.mooring.room.Engine;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.function.Consumer;

/**
 * An engine whose steps are observed, before the connection has executed any of their outputs. The
 * steps to the location of a snapshot are no decisions.
 */
public final class ObservedEngine implements Engine {
  private final Engine engine;
  private final Location begin;
  private final Consumer<Step> decided;
  private boolean hasBegun;

  /**
   * An observed engine.
   *
   * @param engine a new engine
   * @param begin the location in which the life of its connection begins
   * @param decided gets the steps from there on
   */
  public ObservedEngine(Engine engine, Location begin, Consumer<Step> decided) {
    this.engine = engine;
    this.begin = begin;
    this.decided = decided;
    hasBegun = begin == Table.initial().to();
  }

  @Override
  public Location location() {
    return engine.location();
  }

  @Override
  public Step step(Event event) {
    Step step = engine.step(event);
    if (hasBegun) {
      decided.accept(step);
    } else {
      hasBegun = step.to() == begin;
    }
    return step;
  }

  /** The name of the engine that is observed. */
  @Override
  public String toString() {
    return engine.toString();
  }
}
