package io.mooring.room.harness.model;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Table;
import java.util.List;

/** What a process decides by going on from a snapshot, by the specification's {@code RoomLives}. */
public final class RestoreEvents {

  private RestoreEvents() {}

  /**
   * The events that are decided, in their order; of each the table says what it does.
   *
   * @param location where the earlier process was, by what was stored
   * @param isOver whether the reconnect window may be over: counted from the loss, which is the
   *     death if nothing was lost before
   * @param wayBack whether the transport can take the session up again
   */
  public static List<Event> decides(Location location, boolean isOver, boolean wayBack) {
    if (!location.transportOpen()) {
      return List.of();
    }
    if (!stands(location)) {
      return List.of(Event.LONG_LINK_FAILED);
    }
    boolean lost = location.windowArmed();
    if (isOver) {
      return lost
          ? List.of(Event.RECONNECT_WINDOW_USED_UP)
          : List.of(Event.SIGNAL_LOST, Event.RECONNECT_WINDOW_USED_UP);
    }
    if (!wayBack) {
      return List.of(Event.SERVICE_TIMED_OUT);
    }
    return lost ? List.of() : List.of(Event.SIGNAL_LOST);
  }

  /** Whether a location has a session that can be taken up again. */
  public static boolean stands(Location location) {
    return location.windowArmed()
        || Table.step(location, Event.SIGNAL_LOST).outcome() == Outcome.TAKEN;
  }
}
