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
 * The executor of the listeners of a timed run, in virtual time, and what is owed to it.
 *
 * <p>The timed specification knows no executor. While one keeps a task waiting, that is a callback
 * that takes its time: it began with the first change that waits, and returns when the listener
 * does that is told it at last.
 *
 * <p>Judged here is that every change is told once, one at a time and in the order of decision,
 * unless a release was decided first.
 */
final class ObservedExecutor implements Executor {
  private final ExecutorPlan plan;
  private final VirtualTime time;
  private final Supplier<ConnectionState> state;
  private final Consumer<Observation> seen;
  private final Consumer<String> wrong;

  /** What was decided and not told so far. */
  private final Deque<ConnectionChange> owed = new ArrayDeque<>();

  /** The callback that the specification knows of and that has not returned. */
  private @Nullable ConnectionChange begun;

  private boolean telling;
  private int tasks;
  private int waiting;
  private long changes;
  private long sessions;

  ObservedExecutor(
      ExecutorPlan plan,
      VirtualTime time,
      Supplier<ConnectionState> state,
      Consumer<Observation> seen,
      Consumer<String> wrong) {
    this.plan = plan;
    this.time = time;
    this.state = state;
    this.seen = seen;
    this.wrong = wrong;
  }

  /** A later life: numbers go on, and what is owed is told again. */
  void goOnFrom(ConnectionSnapshot snapshot) {
    changes = snapshot.changes();
    sessions = snapshot.sessionEpoch();
    if (snapshot.isOwed()) {
      snapshot
          .lastChange()
          .ifPresent(
              last ->
                  owed.add(
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
      owed.clear();
    }
    sessions += step.effects().contains(Effect.OPEN_TRANSPORT) ? 1 : 0;
    ConnectionState from = step.from().state();
    for (Notification told : step.notifications()) {
      owed.add(
          new ConnectionChange(
              from, told.state(), told.reason(), ++changes, sessions, Duration.ZERO));
      from = told.state();
    }
  }

  @Override
  public void execute(Runnable task) {
    tasks++;
    Optional<Duration> delay = plan.delay(tasks);
    if (delay.isEmpty()) {
      throw new RejectedExecutionException("refused on purpose");
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

  /** Time goes on: the first of what waits for the executor is a callback that takes its time. */
  void beforeTime() {
    if (waiting > 0 && begun == null && !owed.isEmpty()) {
      begin(owed.getFirst());
    }
  }

  private void begin(ConnectionChange change) {
    begun = change;
    seen.accept(new Observation.CallbackBegan(change, state.get()));
  }

  private void returns() {
    if (begun != null) {
      begun = null;
      seen.accept(new Observation.CallbackReturned());
    }
  }

  /** Whether the executor has a task that it did not run. */
  boolean isWaiting() {
    return waiting > 0;
  }

  /** A listener is called. */
  void tells(ConnectionChange change) {
    ConnectionChange due = owed.poll();
    if (telling) {
      wrong.accept("told while a listener is being called: " + change);
    } else if (due == null || !due.toString().equals(change.toString())) {
      wrong.accept("told " + change + ", but to be told was " + (due == null ? "nothing" : due));
    }
    telling = true;
    if (due == null || !due.equals(begun)) {
      // What had begun fell to a release.
      returns();
      begin(change);
    }
  }

  void returned() {
    telling = false;
    returns();
  }

  /** No task waits any more. */
  void end() {
    if (!owed.isEmpty()) {
      wrong.accept("decided and never told: " + owed.peek());
    }
  }
}
