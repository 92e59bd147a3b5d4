package io.mooring.room;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a connection goes on from a snapshot: first to where it was, by steps of the specification,
 * then the facts that its process died with.
 *
 * @param snapshot where it was
 * @param away how long ago that was
 */
record Restoration(ConnectionSnapshot snapshot, Duration away) {

  Restoration {
    if (away.isNegative() || away.compareTo(ConnectionSnapshot.FOR_EVER) > 0) {
      throw new IllegalArgumentException(
          "A process cannot have been away for "
              + away
              + ": give the time since the capture by a clock that runs while it is dead, or"
              + " zero.");
    }
  }

  /** Whether there is a link that can be lost. */
  static boolean stood(Location location) {
    return Table.step(location, Event.SIGNAL_LOST).outcome() == Outcome.TAKEN;
  }

  /**
   * Where to begin. An episode that was under way is begun again, from where it began: its timer
   * and its attempts died.
   */
  private Location start() {
    for (Location before : Location.values()) {
      if (stood(before) && Table.step(before, Event.SIGNAL_LOST).to() == snapshot.location()) {
        return before;
      }
    }
    return snapshot.location();
  }

  /** The number of the latest change: the one that begins an episode again keeps its own. */
  long changes() {
    return start() == snapshot.location() ? snapshot.changes() : snapshot.changes() - 1;
  }

  /** The latest session, whose number the next one follows. */
  @Nullable SessionLink session(Mailbox mailbox) {
    ChannelRequest request = snapshot.request().orElse(null);
    if (request == null) {
      return null;
    }
    SessionLink link = new SessionLink(mailbox, request, null);
    link.begin(snapshot.sessionEpoch());
    return link;
  }

  /** When the links were lost, or what was under way began, for a time that is now. */
  long beginning(long now) {
    return now == EventClock.NOT_READ ? now : now - snapshot.elapsed().plus(away).toNanos();
  }

  /**
   * Brings a new engine to where to begin.
   *
   * @throws IllegalStateException when it is not new, or does not do as the specification says
   */
  Location bring(Engine engine) {
    Location initial = Table.initial().to();
    if (engine.location() != initial) {
      throw new IllegalStateException(
          engine + " is not new: a connection can only be restored with an engine in " + initial);
    }
    for (Step step : path(initial, start())) {
      engine.step(step.event());
    }
    if (engine.location() != start()) {
      throw new IllegalStateException(engine + " could not be brought to " + start());
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
