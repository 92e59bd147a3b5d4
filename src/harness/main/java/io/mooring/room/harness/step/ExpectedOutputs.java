package io.mooring.room.harness.step;

import io.mooring.mbt.run.Run;
import io.mooring.mbt.run.Violation;
import io.mooring.room.ConnectionChange;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.harness.log.ViolationKind;
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
 * What the decided steps ask for and has not been seen yet. There are three orders: that of timers,
 * which are armed and cancelled first; that of what is asked of the transport, which waits for no
 * callback; and that of callbacks, of which none comes before its step was carried out and
 * recorded, where there is one thread.
 *
 * <p>Each method that takes something seen answers with what is wrong about it, or with nothing.
 */
final class ExpectedOutputs {
  private final Deque<Run> timers = new ArrayDeque<>();
  private final Deque<Run> calls = new ArrayDeque<>();
  private final Deque<Tell> callbacks = new ArrayDeque<>();
  private final Predicate<Timer> waits;
  private long numbered;
  private @Nullable Tell latest;
  private long steps;
  private long recorded;

  ExpectedOutputs(Predicate<Timer> waits) {
    this.waits = waits;
  }

  private record Run(String where, Effect effect, long step) {
    @Override
    public String toString() {
      return effect.value() + " on " + where;
    }
  }

  private record Tell(
      ConnectionState from,
      Notification notification,
      long epoch,
      long number,
      long step,
      boolean repeated) {
    static Tell of(ConnectionChange change, boolean repeated) {
      return new Tell(
          change.from(),
          new Notification(change.to(), change.reason()),
          change.sessionEpoch(),
          change.sequence(),
          0,
          repeated);
    }

    boolean isToldBy(ConnectionChange change) {
      return is(change) && change.repeated() == repeated;
    }

    boolean is(ConnectionChange change) {
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

  /** A step was decided; what follows is asked for by it. */
  void decided() {
    steps++;
  }

  /** A step was recorded, in the order of decision. */
  void recorded() {
    recorded++;
  }

  void run(String where, Effect effect) {
    (ArmedTimers.timer(effect) == null ? calls : timers).add(new Run(where, effect, steps));
  }

  void tell(ConnectionState from, Notification notification, long epoch) {
    latest = new Tell(from, notification, epoch, ++numbered, steps, false);
    callbacks.add(latest);
  }

  /** A later life: numbers go on, and what is owed is told again. */
  void goOnFrom(ConnectionSnapshot snapshot) {
    numbered = snapshot.changes();
    snapshot
        .lastChange()
        .ifPresent(
            last -> {
              latest = Tell.of(last, true);
              if (snapshot.isOwed()) {
                callbacks.add(latest);
              }
            });
  }

  /** The number of the latest change; 0 before the first. */
  long latest() {
    return numbered;
  }

  /** Whether this is the latest change, told or not. */
  boolean isLatest(Optional<ConnectionChange> change) {
    Tell last = latest;
    return last == null ? change.isEmpty() : change.filter(last::is).isPresent();
  }

  /** A release was decided: from now on no callback starts that had not started. */
  void dropCallbacks() {
    callbacks.clear();
  }

  Optional<Violation> ran(String where, Effect effect) {
    dropIdleCancels();
    Run seen = new Run(where, effect, steps);
    boolean ofTimer = ArmedTimers.timer(effect) != null;
    Run due = ofTimer ? null : timers.peek();
    Run next = due == null ? (ofTimer ? timers : calls).poll() : due;
    if (next != null && next.effect() == effect && next.where().equals(where)) {
      return Optional.empty();
    }
    return Optional.of(
        new Violation(
            ViolationKind.EFFECT,
            next == null
                ? seen + " ran, and no step asked for it"
                : "next is " + next + ", but " + seen + " ran"));
  }

  Optional<Violation> told(ConnectionChange change) {
    dropIdleCancels();
    Tell expected = callbacks.poll();
    String seen = "the callback " + change.from() + " -> " + change.to() + ", " + change.reason();
    if (expected == null) {
      return callback(seen + " came, and no step tells it");
    }
    Run due = timers.isEmpty() ? calls.peek() : timers.peek();
    if (due != null && due.step() <= expected.step()) {
      return callback("next is " + due + ", but " + seen + " came");
    }
    if (recorded < expected.step()) {
      return callback(seen + " came before its step was recorded");
    }
    if (expected.isToldBy(change)) {
      return Optional.empty();
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
    if (change.repeated() != expected.repeated()) {
      return callback(
          seen + (change.repeated() ? " is marked as repeated" : " is not marked as repeated"));
    }
    return callback(
        seen + " has number " + change.sequence() + ", it is number " + expected.number());
  }

  /** Whatever was asked of timers and of the transport must have been seen by now. */
  Optional<Violation> carriedOut() {
    dropIdleCancels();
    Run next = timers.isEmpty() ? calls.peek() : timers.peek();
    return next == null ? Optional.empty() : missing(ViolationKind.EFFECT, next);
  }

  /** Everything must have been seen by now. */
  Optional<Violation> settled() {
    Optional<Violation> effect = carriedOut();
    Tell next = callbacks.peek();
    if (effect.isPresent() || next == null) {
      return effect;
    }
    return missing(ViolationKind.CALLBACK, next);
  }

  private static Optional<Violation> missing(String kind, Record next) {
    return Optional.of(new Violation(kind, next + " was due and did not come"));
  }

  /** The timer effect that must come next, if one must. */
  @Nullable Effect timerDue() {
    dropIdleCancels();
    Run next = timers.peek();
    return next == null ? null : next.effect();
  }

  /** Cancelling a timer that does not run is nothing that could be seen. */
  private void dropIdleCancels() {
    while (!timers.isEmpty() && isIdleCancel(timers.getFirst().effect())) {
      timers.remove();
    }
  }

  private boolean isIdleCancel(Effect effect) {
    Optional<Timer> timer = Timer.cancelledBy(effect);
    return timer.isPresent() && !waits.test(timer.get());
  }

  private static Optional<Violation> callback(String message) {
    return Optional.of(new Violation(ViolationKind.CALLBACK, message));
  }
}
