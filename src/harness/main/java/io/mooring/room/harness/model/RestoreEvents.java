package io.mooring.room.harness.model;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Table;
import java.util.List;

/** What a process decides when it restores a connection, by the specification {@code RoomLives}. */
public final class RestoreEvents {

  private RestoreEvents() {}

  /**
   * The events that are decided, in order; the table has their steps.
   *
   * @param location the stored location of the earlier process
   * @param isOver whether the reconnect window may be over: counted from the loss, which is the
   *     death if the link was not lost before
   * @param wayBack whether the transport can resume the session
   */
  public static List<Event> of(Location location, boolean isOver, boolean wayBack) {
    if (!location.transportOpen()) {
      return List.of();
    }
    if (!isResumable(location)) {
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

  /** Whether a location has a session that can be resumed. */
  public static boolean isResumable(Location location) {
    return location.windowArmed()
        || Table.step(location, Event.SIGNAL_LOST).outcome() == Outcome.TAKEN;
  }
}
