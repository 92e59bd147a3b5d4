package io.mooring.room.harness.conformance;

import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How much of a connection a test reaches: which events it can give, and what it can see of an
 * answer. State and notifications are always looked at. Immutable.
 *
 * @param events the events that the connection is given; without one that leads into a room there
 *     is little to see
 * @param returnCodes whether what commands return is looked at
 * @param effects the effects that are looked at
 */
public record Scope(Set<Event> events, boolean returnCodes, Set<Effect> effects) {

  /** Every event; state and notifications alone, as every SDK has them. */
  public static final Scope CALLBACKS =
      new Scope(EnumSet.allOf(Event.class), false, EnumSet.noneOf(Effect.class));

  /** Every event and everything that the specification says of its answer. */
  public static final Scope EVERYTHING =
      new Scope(EnumSet.allOf(Event.class), true, EnumSet.allOf(Effect.class));

  /** Copies; refuses a scope without events. */
  public Scope {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a scope needs at least one event");
    }
    events = Collections.unmodifiableSet(EnumSet.copyOf(events));
    Set<Effect> copy = EnumSet.noneOf(Effect.class);
    copy.addAll(effects);
    effects = Collections.unmodifiableSet(copy);
  }

  /** The scope without some events: those that nobody can make happen to the connection. */
  public Scope without(Event... others) {
    Set<Event> left = EnumSet.copyOf(events);
    for (Event other : others) {
      left.remove(other);
    }
    return new Scope(left, returnCodes, effects);
  }

  /** The scope with what commands return. */
  public Scope withReturnCodes() {
    return new Scope(events, true, effects);
  }

  /** The scope with these effects and no others. */
  public Scope withEffects(Set<Effect> others) {
    return new Scope(events, returnCodes, others);
  }
}
