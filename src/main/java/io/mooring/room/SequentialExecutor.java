package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs callbacks on the executor of the application: one at a time and in order, whatever the
 * executor does.
 */
final class SequentialExecutor implements Runnable {

  private enum State {
    /** No callback waits. */
    IDLE,
    /** The callbacks were passed to the executor, or are being passed. */
    QUEUED,
    /** A thread is running them. */
    RUNNING
  }

  /** Has no executor, and so never has anything to report. */
  private static final SequentialExecutor DIRECT =
      new SequentialExecutor(null, (callee, call, sessionEpoch, cause) -> {});

  private final @Nullable Executor executor;
  private final Failures failures;

  /** Also the lock of the state. */
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  private State state = State.IDLE;

  /** Runs callbacks on an executor; without one all connections share a single instance. */
  static SequentialExecutor of(@Nullable Executor executor, Failures failures) {
    return executor == null ? DIRECT : new SequentialExecutor(executor, failures);
  }

  private SequentialExecutor(@Nullable Executor executor, Failures failures) {
    this.executor = executor;
    this.failures = failures;
  }

  /** Whether there is no executor: the thread that delivers a callback runs it. */
  boolean isDirect() {
    return executor == null;
  }

  /** Adds a callback, which waits for {@link #start}. */
  void add(Runnable callback) {
    synchronized (waiting) {
      waiting.add(callback);
    }
  }

  /**
   * Has the executor run the callbacks that wait. If the executor throws, they run here: nothing is
   * lost, and the order is kept.
   */
  void start(long sessionEpoch) {
    if (executor == null) {
      return;
    }
    synchronized (waiting) {
      if (state != State.IDLE || waiting.isEmpty()) {
        return;
      }
      state = State.QUEUED;
    }
    try {
      executor.execute(this);
    } catch (Throwable refused) {
      failures.report(Callee.EXECUTOR, "execute", sessionEpoch, refused);
      run();
    }
  }

  /**
   * Runs the callbacks that wait, and those that are added meanwhile. It is safe for an executor to
   * call this twice.
   */
  @Override
  public void run() {
    synchronized (waiting) {
      if (state != State.QUEUED) {
        return;
      }
      state = State.RUNNING;
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
        synchronized (waiting) {
          state = State.IDLE;
        }
      }
    }
  }

  private @Nullable Runnable takeNext() {
    synchronized (waiting) {
      Runnable next = waiting.poll();
      if (next == null) {
        state = State.IDLE;
      }
      return next;
    }
  }
}
