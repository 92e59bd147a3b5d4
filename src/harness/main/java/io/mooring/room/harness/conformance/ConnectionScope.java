package io.mooring.room.harness.conformance;

import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.run.Projection;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The part of a connection that a test reaches: which events it can apply, and what it can observe.
 * State and notifications are always compared. Immutable.
 *
 * @param events the events that are applied; without one that leads into a room there is little to
 *     observe
 * @param returnCodes whether the return codes of commands are compared
 * @param effects the effects that are compared
 */
public record ConnectionScope(Set<Event> events, boolean returnCodes, Set<Effect> effects)
    implements Projection<ConnectionAnswer> {

  /** Every event; state and notifications only, as every SDK has them. */
  public static final ConnectionScope CALLBACKS =
      new ConnectionScope(EnumSet.allOf(Event.class), false, EnumSet.noneOf(Effect.class));

  /** Every event, and everything that the specification has of its answer. */
  public static final ConnectionScope EVERYTHING =
      new ConnectionScope(EnumSet.allOf(Event.class), true, EnumSet.allOf(Effect.class));

  /** Copies; rejects a scope without events. */
  public ConnectionScope {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a scope needs at least one event");
    }
    events = Collections.unmodifiableSet(EnumSet.copyOf(events));
    Set<Effect> copy = EnumSet.noneOf(Effect.class);
    copy.addAll(effects);
    effects = Collections.unmodifiableSet(copy);
  }

  /** What must be observed of a step of the generated table. */
  @Override
  public ConnectionAnswer of(MachineStep step) {
    Step row = Table.steps().get(RoomMachine.table().row(step.from(), step.event()));
    return project(ConnectionAnswer.of(row));
  }

  @Override
  public ConnectionAnswer project(ConnectionAnswer answer) {
    if ((returnCodes || answer.code() == ReturnCode.OK) && effects.containsAll(answer.effects())) {
      return answer;
    }
    return new ConnectionAnswer(
        answer.state(),
        answer.notifications(),
        returnCodes ? answer.code() : ReturnCode.OK,
        answer.effects().stream().filter(effects::contains).toList());
  }

  /** The scope without some events: those that cannot be applied to the connection. */
  public ConnectionScope without(Event... others) {
    Set<Event> left = EnumSet.copyOf(events);
    for (Event other : others) {
      left.remove(other);
    }
    return new ConnectionScope(left, returnCodes, effects);
  }

  /** The scope with the return codes of commands. */
  public ConnectionScope withReturnCodes() {
    return new ConnectionScope(events, true, effects);
  }

  /** The scope with these effects and no others. */
  public ConnectionScope withEffects(Set<Effect> others) {
    return new ConnectionScope(events, returnCodes, others);
  }
}
