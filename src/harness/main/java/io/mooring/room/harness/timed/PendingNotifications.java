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
 * The notifications that were decided and not delivered so far: the specification has only their
 * states. Changes are numbered through all lives.
 */
final class PendingNotifications {
  private final Deque<Numbered> pending = new ArrayDeque<>();

  /** Every change by its number; a change that was not stored before a death is replaced. */
  private final Map<Integer, Numbered> changes = new HashMap<>();

  private int latest;

  private record Numbered(Notification notification, int session, int number, boolean repeated) {
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
      pending.clear();
    }
    for (Notification notification : step.notifications()) {
      Numbered numbered = new Numbered(notification, session, ++latest, false);
      changes.put(latest, numbered);
      pending.add(numbered);
    }
  }

  /** The process died. */
  void clear() {
    pending.clear();
  }

  /** Another one continues from that change, which may be pending. */
  void restore(int change, boolean isPending) {
    latest = change;
    Numbered last = changes.get(change);
    if (isPending && last != null) {
      pending.add(new Numbered(last.notification, last.session, last.number, true));
    }
  }

  /** What is wrong with the next change that is delivered, or empty. */
  Optional<String> delivered(ConnectionChange change) {
    Numbered next = pending.poll();
    Numbered seen =
        new Numbered(
            new Notification(change.to(), change.reason()),
            (int) change.sessionEpoch(),
            (int) change.sequence(),
            change.repeated());
    return seen.equals(next)
        ? Optional.empty()
        : Optional.of(
            next == null ? "no notification is pending" : "the next notification is " + next);
  }
}
