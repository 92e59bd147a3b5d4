package io.mooring.room;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;

/**
 * The engine that reads the generated table: two look-ups a step, which do not wait for each other,
 * and no allocation, for every outcome. The default.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class CompiledEngine implements Engine {

  /** Where the machine is, as a place of the table: the next step need not wait for this one. */
  private int index;

  /** An engine in the specification's initial location. */
  public CompiledEngine() {
    index = Table.index(Table.initial().to());
  }

  @Override
  public Location location() {
    return Table.location(index);
  }

  @Override
  @SuppressWarnings("EnumOrdinal") // it is what the table is laid out by
  public Step step(Event event) {
    int from = index;
    index = Table.next(from, event.ordinal());
    return Table.step(from, event);
  }

  /** For example {@code CompiledEngine[CONNECTED]}. */
  @Override
  public String toString() {
    return "CompiledEngine[" + location() + "]";
  }
}
