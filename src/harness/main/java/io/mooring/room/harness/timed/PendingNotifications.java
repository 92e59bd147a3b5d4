package io.mooring.room.harness.timed;

import io.mooring.room.ConnectionChange;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was decided and is to be told: the specification has of it the states alone. Changes are
 * numbered through all lives.
 */
final class PendingNotifications {
  private final Deque<Told> untold = new ArrayDeque<>();

  /** Every change by its number: one that was not stored before its process died never was. */
  private final Map<Integer, Told> changes = new HashMap<>();

  private int latest;

  private record Told(Notification notification, int session, int number, boolean repeated) {
    @Override
    public String toString() {
      return notification.state()
          + " ("
          + notification.reason()
          + "), change "
          + number
          + " of session "
          + session
          + (repeated ? ", repeated" : "");
    }
  }

  /** A step was decided in a session. */
  void decided(Step step, int session) {
    if (step.event() == Event.RELEASE) {
      untold.clear();
    }
    for (Notification notification : step.notifications()) {
      Told told = new Told(notification, session, ++latest, false);
      changes.put(latest, told);
      untold.add(told);
    }
  }

  /** The process died. */
  void clear() {
    untold.clear();
  }

  /** Another one goes on from that change, and may owe it. */
  void goOn(int change, boolean owed) {
    latest = change;
    Told last = changes.get(change);
    if (owed && last != null) {
      untold.add(new Told(last.notification, last.session, last.number, true));
    }
  }

  /** What is wrong with a change that is told next, or empty. */
  Optional<String> told(ConnectionChange change) {
    Told next = untold.poll();
    Told seen =
        new Told(
            new Notification(change.to(), change.reason()),
            (int) change.sessionEpoch(),
            (int) change.sequence(),
            change.repeated());
    return seen.equals(next)
        ? Optional.empty()
        : Optional.of(next == null ? "nothing is to be told" : "to be told was " + next);
  }
}
