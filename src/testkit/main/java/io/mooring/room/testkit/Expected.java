package io.mooring.room.testkit;

import io.mooring.room.ConnectionChange;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Timer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the decided steps ask for and has not been seen yet, in the order in which it must be seen.
 *
 * <p>Each method that takes something seen answers with what is wrong about it, or with nothing.
 */
final class Expected {
  private final Deque<Output> queue = new ArrayDeque<>();
  private final Predicate<Timer> waits;
  private long numbered;

  Expected(Predicate<Timer> waits) {
    this.waits = waits;
  }

  private sealed interface Output {}

  private record Run(String where, Effect effect) implements Output {
    @Override
    public String toString() {
      return effect.value() + " on " + where;
    }
  }

  private record Tell(ConnectionState from, Notification notification, long epoch, long number)
      implements Output {
    boolean isToldBy(ConnectionChange change) {
      return change.from() == from
          && change.to() == notification.state()
          && change.reason() == notification.reason()
          && change.sessionEpoch() == epoch
          && change.sequence() == number;
    }

    @Override
    public String toString() {
      return "the callback " + from + " -> " + notification.state() + ", " + notification.reason();
    }
  }

  void run(String where, Effect effect) {
    queue.add(new Run(where, effect));
  }

  void tell(ConnectionState from, Notification notification, long epoch) {
    queue.add(new Tell(from, notification, epoch, ++numbered));
  }

  /** A callback that a release keeps from starting; it has its number all the same. */
  void keepSilent() {
    numbered++;
  }

  /** A release was decided: from now on no callback starts that had not started. */
  void dropCallbacks() {
    queue.removeIf(Tell.class::isInstance);
  }

  Optional<Violation> ran(String where, Effect effect) {
    dropIdleCancels();
    Output next = queue.poll();
    if (next instanceof Run run && run.effect() == effect && run.where().equals(where)) {
      return Optional.empty();
    }
    Run seen = new Run(where, effect);
    return Optional.of(
        new Violation(
            Violation.Kind.EFFECT,
            next == null
                ? seen + " ran, and no step asked for it"
                : "next is " + next + ", but " + seen + " ran"));
  }

  Optional<Violation> told(ConnectionChange change) {
    dropIdleCancels();
    Output next = queue.poll();
    if (next instanceof Tell expected && expected.isToldBy(change)) {
      return Optional.empty();
    }
    String seen = "the callback " + change.from() + " -> " + change.to() + ", " + change.reason();
    if (!(next instanceof Tell expected)) {
      return callback(
          next == null
              ? seen + " came, and no step tells it"
              : "next is " + next + ", but " + seen + " came");
    }
    if (change.from() != expected.from()
        || change.to() != expected.notification().state()
        || change.reason() != expected.notification().reason()) {
      return callback("next is " + expected + ", but " + seen + " came");
    }
    if (change.sessionEpoch() != expected.epoch()) {
      return callback(
          seen
              + " says session "
              + change.sessionEpoch()
              + ", its step was of "
              + expected.epoch());
    }
    return callback(
        seen + " has number " + change.sequence() + ", it is number " + expected.number());
  }

  /** Everything must have been seen by now. */
  Optional<Violation> settled() {
    dropIdleCancels();
    Output next = queue.peek();
    if (next == null) {
      return Optional.empty();
    }
    Violation.Kind kind = next instanceof Tell ? Violation.Kind.CALLBACK : Violation.Kind.EFFECT;
    return Optional.of(new Violation(kind, next + " was due and did not come"));
  }

  /** The effect that must run next, if that is what comes next. */
  @Nullable Effect effectDue() {
    dropIdleCancels();
    return queue.peek() instanceof Run run ? run.effect() : null;
  }

  /** Cancelling a timer that does not run is nothing that could be seen. */
  private void dropIdleCancels() {
    while (queue.peek() instanceof Run run && isIdleCancel(run.effect())) {
      queue.remove();
    }
  }

  private boolean isIdleCancel(Effect effect) {
    Timer timer = TimerEffects.cancelled(effect);
    return timer != null && !waits.test(timer);
  }

  private static Optional<Violation> callback(String message) {
    return Optional.of(new Violation(Violation.Kind.CALLBACK, message));
  }
}
