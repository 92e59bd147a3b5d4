package io.mooring.room.spring;

import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spring.spec.StateMachineActions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.statemachine.action.Action;

/**
 * Records the actions that a running machine executes during one event. The configuration assigns
 * actions to transitions; each action here only records that it ran.
 *
 * <p>Not safe for use by several threads at once.
 */
final class RecordedActions implements StateMachineActions {

  private final List<Effect> effects = new ArrayList<>();
  private final List<Notification> notifications = new ArrayList<>();
  private final List<ReturnCode> refusals = new ArrayList<>();
  private int ignored;

  void clear() {
    effects.clear();
    notifications.clear();
    refusals.clear();
    ignored = 0;
  }

  @Override
  public Action<Location, Event> effect(Effect effect) {
    return context -> effects.add(effect);
  }

  @Override
  public Action<Location, Event> tell(Notification notification) {
    return context -> notifications.add(notification);
  }

  @Override
  public Action<Location, Event> refuse(ReturnCode code) {
    return context -> refusals.add(code);
  }

  @Override
  public Action<Location, Event> ignore() {
    return context -> ignored++;
  }

  /** Whether the actions that ran make sense together: one refusal, or one ignoring, or neither. */
  boolean isConsistent() {
    int passes = refusals.size() + ignored;
    return passes == 0 || (passes == 1 && effects.isEmpty() && notifications.isEmpty());
  }

  Outcome outcome() {
    if (!refusals.isEmpty()) {
      return Outcome.REFUSED;
    }
    return ignored > 0 ? Outcome.IGNORED : Outcome.TAKEN;
  }

  ReturnCode code() {
    return refusals.isEmpty() ? ReturnCode.OK : refusals.get(0);
  }

  List<Effect> effects() {
    return effects;
  }

  List<Notification> notifications() {
    return notifications;
  }

  /** For example {@code effects [CLOSE_TRANSPORT], told [], refused [], ignored 0 times}. */
  @Override
  public String toString() {
    return "effects "
        + effects
        + ", told "
        + notifications
        + ", refused "
        + refusals
        + ", ignored "
        + ignored
        + " times";
  }
}
