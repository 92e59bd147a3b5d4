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
import org.jspecify.annotations.Nullable;

/**
 * How a connection goes on from a snapshot: first to where it was, by steps of the specification,
 * then what its process's death means, by the specification's {@code RoomLives}.
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

  /** Whether an outcome was decided and may not have been told. */
  boolean owes() {
    return snapshot.isOwed();
  }

  /** The number of the latest change that was told. */
  long told() {
    return owes() ? snapshot.changes() - 1 : snapshot.changes();
  }

  /** How long ago the links were lost: with the process, unless they had been lost before. */
  TimeAway sinceLoss() {
    return snapshot.location().windowArmed() ? sinceCapture.plus(snapshot.elapsed()) : sinceDeath;
  }

  /** The latest session, whose number the next one follows. */
  @Nullable SessionLink session(Intake intake) {
    ChannelRequest request = snapshot.request().orElse(null);
    if (request == null) {
      return null;
    }
    SessionLink link = new SessionLink(intake, request, null);
    link.begin(snapshot.sessionEpoch());
    return link;
  }

  /**
   * Brings a new engine to where the connection was.
   *
   * @throws IllegalStateException when it is not new, or does not do as the specification says
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
