package io.mooring.room.testkit;

import io.mooring.room.ConnectionChange;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
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
 * <p>The timed specification knows no executor. Its callback is what effects wait for, and with an
 * executor these wait for the handing over of a change and for no more: so that is its callback. It
 * begins when the effects of the step were carried out, and returns at once; only where the
 * executor runs its task inside of {@code execute}, or refuses it, it returns when the listeners
 * did that are called there.
 *
 * <p>When listeners are called is left to the executor, and judged here: every change that was
 * handed over is told once, one at a time and in that order, unless a release was decided first.
 */
final class HandOvers implements Executor {
  private final ExecutorPlan plan;
  private final VirtualTime time;
  private final Supplier<ConnectionState> state;
  private final Consumer<Observation> seen;
  private final Consumer<String> wrong;

  /** What was handed over and not told so far. */
  private final Deque<ConnectionChange> owed = new ArrayDeque<>();

  /** What is being carried out tells this, and it was not handed over yet. */
  private @Nullable ConnectionChange next;

  private boolean handingOver;

  /** Whoever delivers must have told everything by the time that it is done with the step. */
  private boolean told;

  private boolean telling;
  private int tasks;
  private int waiting;

  // Numbers of changes: the last that was decided and carried out, and the first that is told.
  private long decided;
  private long carriedOut;
  private long toldFrom;

  HandOvers(
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

  void decided(Step step) {
    decided += step.notifications().size();
    if (step.event() == Event.RELEASE && step.outcome() == Outcome.TAKEN) {
      toldFrom = decided + 1;
      owed.clear();
    }
  }

  /** The next step is carried out, so that the one before it is done with. */
  void carryingOut(Observation.CarryingOut entry) {
    settle();
    for (Notification notification : entry.step().notifications()) {
      carriedOut++;
      if (carriedOut >= toldFrom) {
        next =
            new ConnectionChange(
                entry.step().from().state(),
                notification.state(),
                notification.reason(),
                carriedOut,
                entry.session(),
                Duration.ZERO);
      }
    }
  }

  @Override
  public void execute(Runnable task) {
    begin();
    tasks++;
    Optional<Duration> delay = plan.delay(tasks);
    told = delay.isEmpty() || delay.get().isZero();
    if (delay.isEmpty()) {
      throw new RejectedExecutionException("refused on purpose");
    }
    if (delay.get().isZero()) {
      task.run();
    } else {
      waiting++;
      time.schedule(
          delay.get(),
          () -> {
            waiting--;
            task.run();
          });
      settle();
    }
  }

  private void begin() {
    if (next != null) {
      owed.add(next);
      handingOver = true;
      seen.accept(new Observation.CallbackBegan(next, state.get()));
      next = null;
    }
  }

  /** Whoever delivers is done with a step: it was handed over, if there was anything to tell. */
  void settle() {
    begin();
    if (handingOver) {
      handingOver = false;
      seen.accept(new Observation.CallbackReturned());
    }
    if (told && !owed.isEmpty()) {
      wrong.accept("refused, or run at once, and not told there: " + owed.peek());
    }
    told = false;
  }

  /** Whether whoever delivers is still at it: it calls listeners itself. */
  boolean isHandingOver() {
    return handingOver;
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
  }

  void returned() {
    telling = false;
  }

  /** No task waits any more. */
  void end() {
    if (!owed.isEmpty()) {
      wrong.accept("handed over and never told: " + owed.peek());
    }
  }
}
