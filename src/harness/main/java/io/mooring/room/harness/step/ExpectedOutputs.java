package io.mooring.room.harness.step;

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
 * The outputs of decided steps that are still pending. There are three queues: timers, which are
 * armed and cancelled first; calls of the transport, which wait for no callback; and callbacks,
 * which start after the effects and the record of their step, where there is one thread.
 *
 * <p>A method for something observed returns a violation if it is not the next in its queue.
 */
final class ExpectedOutputs {
  private final Deque<ExpectedEffect> timers = new ArrayDeque<>();
  private final Deque<ExpectedEffect> calls = new ArrayDeque<>();
  private final Deque<ExpectedCallback> callbacks = new ArrayDeque<>();
  private final Predicate<Timer> isRunning;
  private long numbered;
  private @Nullable ExpectedCallback latest;
  private long steps;
  private long recorded;

  ExpectedOutputs(Predicate<Timer> isRunning) {
    this.isRunning = isRunning;
  }

  private record ExpectedEffect(String where, Effect effect, long step) {
    @Override
    public String toString() {
      return effect.value() + " on " + where;
    }
  }

  private record ExpectedCallback(
      ConnectionState from,
      Notification notification,
      long epoch,
      long number,
      long step,
      boolean repeated) {
    static ExpectedCallback of(ConnectionChange change, boolean repeated) {
      return new ExpectedCallback(
          change.from(),
          new Notification(change.to(), change.reason()),
          change.sessionEpoch(),
          change.sequence(),
          0,
          repeated);
    }

    boolean isDeliveredBy(ConnectionChange change) {
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

  /** A step was decided; the outputs that are expected next are its outputs. */
  void decided() {
    steps++;
  }

  /** A step was recorded, in the order of decision. */
  void recorded() {
    recorded++;
  }

  /** Expects an effect of the latest step. */
  void expectEffect(String where, Effect effect) {
    (ArmedTimers.timer(effect) == null ? calls : timers)
        .add(new ExpectedEffect(where, effect, steps));
  }

  /** Expects a callback for a notification of the latest step. */
  void expectCallback(ConnectionState from, Notification notification, long epoch) {
    latest = new ExpectedCallback(from, notification, epoch, ++numbered, steps, false);
    callbacks.add(latest);
  }

  /** A later life: numbers continue, and a pending notification is repeated. */
  void restore(ConnectionSnapshot snapshot) {
    numbered = snapshot.changes();
    snapshot
        .lastChange()
        .ifPresent(
            last -> {
              latest = ExpectedCallback.of(last, true);
              if (snapshot.isPending()) {
                callbacks.add(latest);
              }
            });
  }

  /** The number of the latest change; 0 before the first. */
  long latest() {
    return numbered;
  }

  /** Whether this is the latest change, delivered or not. */
  boolean isLatest(Optional<ConnectionChange> change) {
    ExpectedCallback last = latest;
    return last == null ? change.isEmpty() : change.filter(last::is).isPresent();
  }

  /** A release was decided: no further callback may start. */
  void dropCallbacks() {
    callbacks.clear();
  }

  Optional<Violation> ran(String where, Effect effect) {
    dropIdleCancels();
    ExpectedEffect seen = new ExpectedEffect(where, effect, steps);
    boolean ofTimer = ArmedTimers.timer(effect) != null;
    ExpectedEffect due = ofTimer ? null : timers.peek();
    ExpectedEffect next = due == null ? (ofTimer ? timers : calls).poll() : due;
    if (next != null && next.effect() == effect && next.where().equals(where)) {
      return Optional.empty();
    }
    return Optional.of(
        new Violation(
            ViolationKind.EFFECT,
            next == null
                ? seen + " ran, but no step has it"
                : "next is " + next + ", but " + seen + " ran"));
  }

  Optional<Violation> notified(ConnectionChange change) {
    dropIdleCancels();
    ExpectedCallback expected = callbacks.poll();
    String seen = "the callback " + change.from() + " -> " + change.to() + ", " + change.reason();
    if (expected == null) {
      return callback(seen + " came, but no step has it");
    }
    ExpectedEffect due = timers.isEmpty() ? calls.peek() : timers.peek();
    if (due != null && due.step() <= expected.step()) {
      return callback("next is " + due + ", but " + seen + " came");
    }
    if (recorded < expected.step()) {
      return callback(seen + " came before its step was recorded");
    }
    if (expected.isDeliveredBy(change)) {
      return Optional.empty();
    }
    if (change.from() != expected.from()
        || change.to() != expected.notification().state()
        || change.reason() != expected.notification().reason()) {
      return callback("next is " + expected + ", but " + seen + " came");
    }
    if (change.sessionEpoch() != expected.epoch()) {
      return callback(
          seen + " has session " + change.sessionEpoch() + ", its step has " + expected.epoch());
    }
    if (change.repeated() != expected.repeated()) {
      return callback(
          seen + (change.repeated() ? " is marked as repeated" : " is not marked as repeated"));
    }
    return callback(
        seen + " has number " + change.sequence() + ", its number is " + expected.number());
  }

  /** Requires that all effects have been executed. */
  Optional<Violation> executed() {
    dropIdleCancels();
    ExpectedEffect next = timers.isEmpty() ? calls.peek() : timers.peek();
    return next == null ? Optional.empty() : missing(ViolationKind.EFFECT, next);
  }

  /** Requires that nothing is pending. */
  Optional<Violation> settled() {
    Optional<Violation> effect = executed();
    ExpectedCallback next = callbacks.peek();
    if (effect.isPresent() || next == null) {
      return effect;
    }
    return missing(ViolationKind.CALLBACK, next);
  }

  private static Optional<Violation> missing(String kind, Record next) {
    return Optional.of(new Violation(kind, next + " is missing"));
  }

  /** The timer effect that must be next; null if another output is. */
  @Nullable Effect timerDue() {
    dropIdleCancels();
    ExpectedEffect next = timers.peek();
    return next == null ? null : next.effect();
  }

  /** The cancelling of a timer that does not run cannot be observed. */
  private void dropIdleCancels() {
    while (!timers.isEmpty() && isIdleCancel(timers.getFirst().effect())) {
      timers.remove();
    }
  }

  private boolean isIdleCancel(Effect effect) {
    Optional<Timer> timer = Timer.cancelledBy(effect);
    return timer.isPresent() && !isRunning.test(timer.get());
  }

  private static Optional<Violation> callback(String message) {
    return Optional.of(new Violation(ViolationKind.CALLBACK, message));
  }
}
