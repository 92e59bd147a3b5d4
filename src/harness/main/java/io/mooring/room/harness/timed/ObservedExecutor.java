package io.mooring.room.harness.timed;

import io.mooring.room.ConnectionChange;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.harness.log.Observation;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Step;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The executor of the listeners of a timed run, in virtual time, and a check of what it delivers.
 *
 * <p>The timed specification has no executor. A task that an executor delays is a slow callback
 * there: it begins with the first change that waits, and returns when the listener returns that is
 * finally notified of it.
 *
 * <p>This class checks that every change is delivered once, one at a time and in the order of
 * decision, unless a release was decided before.
 */
final class ObservedExecutor implements Executor {
  private final ExecutorPlan plan;
  private final VirtualTime time;
  private final Supplier<ConnectionState> state;
  private final Consumer<Observation> observed;
  private final Consumer<String> wrong;

  /** What was decided and not delivered so far. */
  private final Deque<ConnectionChange> pending = new ArrayDeque<>();

  /** The callback that has begun in the specification, and has not returned. */
  private @Nullable ConnectionChange begun;

  private boolean isRunning;
  private int tasks;
  private int waiting;
  private long changes;
  private long sessions;

  ObservedExecutor(
      ExecutorPlan plan,
      VirtualTime time,
      Supplier<ConnectionState> state,
      Consumer<Observation> observed,
      Consumer<String> wrong) {
    this.plan = plan;
    this.time = time;
    this.state = state;
    this.observed = observed;
    this.wrong = wrong;
  }

  /** A later life: numbers continue, and a pending change is delivered again. */
  void restore(ConnectionSnapshot snapshot) {
    changes = snapshot.changes();
    sessions = snapshot.sessionEpoch();
    if (snapshot.isPending()) {
      snapshot
          .lastChange()
          .ifPresent(
              last ->
                  pending.add(
                      new ConnectionChange(
                          last.from(),
                          last.to(),
                          last.reason(),
                          last.sequence(),
                          last.sessionEpoch(),
                          last.elapsed(),
                          true)));
    }
  }

  void decided(Step step) {
    if (step.event() == Event.RELEASE) {
      pending.clear();
    }
    sessions += step.effects().contains(Effect.OPEN_TRANSPORT) ? 1 : 0;
    ConnectionState from = step.from().state();
    for (Notification notification : step.notifications()) {
      pending.add(
          new ConnectionChange(
              from,
              notification.state(),
              notification.reason(),
              ++changes,
              sessions,
              Duration.ZERO));
      from = notification.state();
    }
  }

  @Override
  public void execute(Runnable task) {
    tasks++;
    Optional<Duration> delay = plan.delay(tasks);
    if (delay.isEmpty()) {
      throw new RejectedExecutionException("rejected on purpose");
    }
    if (delay.get().isZero()) {
      task.run();
      return;
    }
    waiting++;
    time.schedule(
        delay.get(),
        () -> {
          waiting--;
          task.run();
          returns();
        });
  }

  /** Time is going to pass: the first change that waits for the executor is a slow callback. */
  void beforeTime() {
    if (waiting > 0 && begun == null && !pending.isEmpty()) {
      begin(pending.getFirst());
    }
  }

  private void begin(ConnectionChange change) {
    begun = change;
    observed.accept(new Observation.CallbackBegan(change, state.get()));
  }

  private void returns() {
    if (begun != null) {
      begun = null;
      observed.accept(new Observation.CallbackReturned());
    }
  }

  /** Whether the executor has a pending task. */
  boolean isWaiting() {
    return waiting > 0;
  }

  /** A listener is called. */
  void notified(ConnectionChange change) {
    ConnectionChange expected = pending.poll();
    if (isRunning) {
      wrong.accept("notified while a listener is running: " + change);
    } else if (expected == null || !expected.toString().equals(change.toString())) {
      wrong.accept(
          "notified of " + change + " instead of " + (expected == null ? "nothing" : expected));
    }
    isRunning = true;
    if (expected == null || !expected.equals(begun)) {
      // A release has discarded the callback that had begun.
      returns();
      begin(change);
    }
  }

  void returned() {
    isRunning = false;
    returns();
  }

  /** No task is pending. */
  void end() {
    if (!pending.isEmpty()) {
      wrong.accept("decided and never delivered: " + pending.peek());
    }
  }
}
