package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a connection is restored from a snapshot: first a replay to where it was, by steps of the
 * specification, then what the death of its process means, by the specification's {@code
 * RoomLives}.
 *
 * @param snapshot where it was
 * @param sinceCapture how long ago that was
 * @param sinceDeath how long ago its process died
 */
record Restoration(ConnectionSnapshot snapshot, TimeAway sinceCapture, TimeAway sinceDeath) {

  Restoration {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(sinceCapture, "sinceCapture");
    requireNonNull(sinceDeath, "sinceDeath");
  }

  /** Whether there is a link that can be lost. */
  static boolean hadLink(Location location) {
    return Table.step(location, Event.SIGNAL_LOST).outcome() == Outcome.TAKEN;
  }

  /** The step that began the episode of a location. */
  static Step beginning(Location location) {
    for (Location before : Location.values()) {
      Step step = Table.step(before, Event.SIGNAL_LOST);
      if (hadLink(before) && step.to() == location) {
        return step;
      }
    }
    throw new IllegalStateException("Nothing leads to " + location);
  }

  /** Whether listeners may not have been notified of the latest change. */
  boolean isNotificationPending() {
    return snapshot.isPending();
  }

  /** The number of the latest change that listeners were notified of. */
  long notifiedTo() {
    return isNotificationPending() ? snapshot.changes() - 1 : snapshot.changes();
  }

  /** How long ago the links were lost: with the process, unless they had been lost before. */
  TimeAway sinceLoss() {
    return snapshot.location().windowArmed() ? sinceCapture.plus(snapshot.elapsed()) : sinceDeath;
  }

  /**
   * Replays a shortest path of the table to where the connection was.
   *
   * @throws IllegalStateException when the engine is not new, or does not follow the table
   */
  Location replayTo(Engine engine) {
    Location initial = Table.initial().to();
    if (engine.location() != initial) {
      throw new IllegalStateException(
          engine + " is not new: a connection can only be restored with an engine in " + initial);
    }
    Location target = snapshot.location();
    for (Step step : path(initial, target)) {
      engine.step(step.event());
    }
    if (engine.location() != target) {
      throw new IllegalStateException(engine + " could not be brought to " + target);
    }
    return engine.location();
  }

  /** The shortest way through the table. */
  private static Iterable<Step> path(Location from, Location to) {
    Map<Location, Step> reachedBy = new EnumMap<>(Location.class);
    Deque<Location> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      Location location = open.remove();
      for (Event event : Event.values()) {
        Step step = Table.step(location, event);
        if (step.to() != from && reachedBy.putIfAbsent(step.to(), step) == null) {
          open.add(step.to());
        }
      }
    }
    Deque<Step> path = new ArrayDeque<>();
    for (Step step = reachedBy.get(to); step != null; step = reachedBy.get(step.from())) {
      path.addFirst(step);
    }
    return path;
  }
}
