package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The way of callbacks to the executor of the application: one at a time and in order, whatever the
 * executor does.
 */
final class SequentialExecutor implements Runnable {

  /** Where the callbacks are. */
  private enum Place {
    /** There are none. */
    NOWHERE,
    /** The executor was asked to call them, or is being asked. */
    HANDED_OVER,
    /** A thread is calling them. */
    CALLED
  }

  /** Has no executor, and so never has anything to report. */
  private static final SequentialExecutor IMMEDIATE =
      new SequentialExecutor(null, (callee, call, sessionEpoch, cause) -> {});

  private final @Nullable Executor executor;
  private final Failures failures;

  // Guarded by this object's lock.
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private Place place = Place.NOWHERE;

  /** The way to an executor; without one there is nothing to keep, and all share one instance. */
  static SequentialExecutor to(@Nullable Executor executor, Failures failures) {
    return executor == null ? IMMEDIATE : new SequentialExecutor(executor, failures);
  }

  private SequentialExecutor(@Nullable Executor executor, Failures failures) {
    this.executor = executor;
    this.failures = failures;
  }

  /** Tells the changes of a step, and then what commands came to with it. */
  void tell(Delivery entry, Listeners listeners, Outbox outbox, Failures failures) {
    Step step = entry.step;
    if (entry.sequence == Delivery.REPEATED) {
      tell(outbox.repeated(), listeners, outbox, failures);
    } else if (step != null && entry.changes() > 0 && !listeners.isEmpty()) {
      tell(entry, step, listeners, outbox, failures);
    }
    complete(entry.join, entry.answer);
    complete(entry.leave, ReturnCode.OK);
    handOver(entry.sessionEpoch);
  }

  private void tell(
      Delivery entry, Step step, Listeners listeners, Outbox outbox, Failures failures) {
    List<Notification> told = step.notifications();
    ConnectionState from = step.from().state();
    for (int i = 0; i < told.size(); i++) {
      ConnectionState to = told.get(i).state();
      ConnectionChange change =
          new ConnectionChange(
              from,
              to,
              told.get(i).reason(),
              entry.sequence + i,
              entry.sessionEpoch,
              entry.lasted == 0 ? Duration.ZERO : Duration.ofNanos(entry.lasted));
      tell(change, listeners, outbox, failures);
      from = to;
    }
  }

  private void tell(
      ConnectionChange change, Listeners listeners, Outbox outbox, Failures failures) {
    if (executor == null) {
      listeners.tell(change, outbox, failures);
      outbox.told(change);
    } else {
      add(
          () -> {
            outbox.listeners().tell(change, outbox, failures);
            outbox.told(change);
          });
    }
  }

  private void complete(@Nullable CompletableFuture<ReturnCode> promise, ReturnCode code) {
    if (promise == null) {
      return;
    }
    if (executor == null) {
      promise.complete(code);
    } else {
      add(() -> promise.complete(code));
    }
  }

  /** Owes a callback to the executor; it waits for {@link #handOver}. */
  private synchronized void add(Runnable callback) {
    waiting.add(callback);
  }

  /**
   * Sees to it that whatever waits is called. An executor that refuses has it called here: nothing
   * is lost, and the order stays.
   */
  private void handOver(long sessionEpoch) {
    if (executor == null) {
      return;
    }
    synchronized (this) {
      if (place != Place.NOWHERE || waiting.isEmpty()) {
        return;
      }
      place = Place.HANDED_OVER;
    }
    try {
      executor.execute(this);
    } catch (Throwable refused) {
      failures.report(Callee.EXECUTOR, "execute", sessionEpoch, refused);
      run();
    }
  }

  /**
   * Calls what waits, and what comes in meanwhile. An executor that runs this twice does no harm.
   */
  @Override
  public void run() {
    synchronized (this) {
      if (place != Place.HANDED_OVER) {
        return;
      }
      place = Place.CALLED;
    }
    boolean emptied = false;
    try {
      for (Runnable next = takeNext(); next != null; next = takeNext()) {
        next.run();
      }
      emptied = true;
    } finally {
      if (!emptied) {
        // As in the outbox: a lack of stack or memory, never what was called.
        synchronized (this) {
          place = Place.NOWHERE;
        }
      }
    }
  }

  private synchronized @Nullable Runnable takeNext() {
    Runnable next = waiting.poll();
    if (next == null) {
      place = Place.NOWHERE;
    }
    return next;
  }
}
