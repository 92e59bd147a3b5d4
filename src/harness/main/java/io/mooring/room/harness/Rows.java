package io.mooring.room.harness;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;

/** The rows of the table by number: a location and an event. */
@SuppressWarnings("EnumOrdinal") // an index into dense tables of this process, never stored
final class Rows {
  private static final Location[] LOCATIONS = Location.values();
  private static final Event[] EVENTS = Event.values();

  /** How many there are. */
  static final int COUNT = LOCATIONS.length * EVENTS.length;

  private Rows() {}

  static int number(Location from, Event event) {
    return from.ordinal() * EVENTS.length + event.ordinal();
  }

  /** The row in words: {@code LOCATION --Event-->}. */
  static String text(int row) {
    return LOCATIONS[row / EVENTS.length] + " --" + EVENTS[row % EVENTS.length].action() + "-->";
  }

  /** Whether a step is the table's own, and not one that an engine made by itself. */
  @SuppressWarnings(
      "ReferenceEquality") // the same object is meant; an equal one is somebody else's
  static boolean isOwn(Step step) {
    return step == Table.step(step.from(), step.event());
  }

  /** Whether a step is the one that the table has before the first. */
  @SuppressWarnings("ReferenceEquality")
  static boolean isInitial(Step step) {
    return step == Table.initial();
  }
}
