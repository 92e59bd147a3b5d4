package io.mooring.room;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;

/**
 * The engine that reads the generated table: one look-up a step, no allocation. The default.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class CompiledEngine implements Engine {

  private Location location;

  /** An engine in the specification's initial location. */
  public CompiledEngine() {
    location = Table.initial().to();
  }

  @Override
  public Location location() {
    return location;
  }

  @Override
  public Step step(Event event) {
    Step step = Table.step(location, event);
    location = step.to();
    return step;
  }

  /** For example {@code CompiledEngine[CONNECTED]}. */
  @Override
  public String toString() {
    return "CompiledEngine[" + location + "]";
  }
}
