package io.mooring.room.harness.trace;

import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The contract as somebody sees it who is told callbacks alone: from a set of locations in which
 * the connection may be to another. A set is the bits of an {@code int}.
 *
 * <p>All of it is computed from the table, once; to go on costs a few array reads.
 */
@SuppressWarnings("EnumOrdinal") // never leaves this process
final class CallbackAutomaton {

  private static final Location[] LOCATIONS = Location.values();
  private static final Event[] EVENTS = Event.values();
  private static final int STATES = ConnectionState.values().length;
  private static final int REASONS = ConnectionReason.values().length;

  /** All locations. */
  static final int ANYWHERE = (1 << LOCATIONS.length) - 1;

  /** An engine that was initialised, and has not been asked to join yet. */
  static final int INITIALIZED = silently(bit(Table.initial().to()), Event.INITIALIZE);

  /** Where a callback leads to, by location, callback and event. */
  private static final int[][][] TOLD = told();

  /** By set: the timer that runs there for certain. */
  private static final @Nullable Timer[] TIMED = new Timer[ANYWHERE + 1];

  static {
    for (int possible = 1; possible <= ANYWHERE; possible++) {
      TIMED[possible] = timed(locations(possible));
    }
  }

  private CallbackAutomaton() {}

  private static @Nullable Timer timed(Set<Location> possible) {
    if (possible.stream().allMatch(Location::joinTimed)) {
      return Timer.JOIN_TIMEOUT;
    }
    return possible.stream().allMatch(Location::windowArmed) ? Timer.RECONNECT_WINDOW : null;
  }

  /** The timer that runs, wherever the connection may be; null if there may be none. */
  static @Nullable Timer timed(int possible) {
    return TIMED[possible];
  }

  private static int bit(Location location) {
    return 1 << location.ordinal();
  }

  /** The set of one location. */
  static int only(Location location) {
    return bit(location);
  }

  private static int[][][] told() {
    int[][][] told = new int[LOCATIONS.length][STATES * REASONS][EVENTS.length + 1];
    for (Step step : Table.steps()) {
      if (step.notifications().size() == 1) {
        int[] by = told[step.from().ordinal()][number(step.notifications().get(0))];
        by[step.event().ordinal()] |= bit(step.to());
        by[EVENTS.length] |= bit(step.to());
      }
    }
    return told;
  }

  private static int number(Notification told) {
    return told.state().ordinal() * REASONS + told.reason().ordinal();
  }

  /** Where the connection may be after a callback; nowhere if it must not come. */
  static int after(int possible, Notification told) {
    return after(possible, number(told), EVENTS.length);
  }

  /** The same, of a callback that is about a known event. */
  static int after(int possible, Notification told, Event because) {
    return after(possible, number(told), because.ordinal());
  }

  private static int after(int possible, int told, int by) {
    int after = 0;
    for (int rest = possible; rest != 0; rest &= rest - 1) {
      after |= TOLD[Integer.numberOfTrailingZeros(rest)][told][by];
    }
    return after;
  }

  /** Where the connection may be after an event whose callback, if it has one, is still to come. */
  static int silently(int possible, Event event) {
    int after = 0;
    for (int rest = possible; rest != 0; rest &= rest - 1) {
      Location location = LOCATIONS[Integer.numberOfTrailingZeros(rest)];
      Step step = Table.step(location, event);
      after |= bit(step.notifications().isEmpty() ? step.to() : location);
    }
    return after;
  }

  /** The events that tell this, wherever the connection may be. */
  static Set<Event> tellers(int possible, Notification told) {
    Set<Event> tellers = EnumSet.noneOf(Event.class);
    for (Event event : EVENTS) {
      if (after(possible, told, event) != 0) {
        tellers.add(event);
      }
    }
    return tellers;
  }

  /** What may be told next, in the order of the specification. */
  static List<Notification> allowed(int possible) {
    List<Notification> allowed = new ArrayList<>();
    for (ConnectionState state : ConnectionState.values()) {
      for (ConnectionReason reason : ConnectionReason.values()) {
        Notification told = new Notification(state, reason);
        if (after(possible, told) != 0) {
          allowed.add(told);
        }
      }
    }
    return allowed;
  }

  static Set<Location> locations(int possible) {
    Set<Location> locations = EnumSet.noneOf(Location.class);
    for (int rest = possible; rest != 0; rest &= rest - 1) {
      locations.add(LOCATIONS[Integer.numberOfTrailingZeros(rest)]);
    }
    return locations;
  }

  /** The callback with these codes, if the specification knows both. */
  static Optional<Notification> notification(int state, int reason) {
    return ConnectionState.find(state)
        .flatMap(known -> ConnectionReason.find(reason).map(why -> new Notification(known, why)));
  }
}
