package io.mooring.mbt.driver;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Watches over calls of a driver, which are made on a thread of its own: a call that does not end
 * in time is left behind, with its thread.
 */
final class Watch {
  /** How much of the stack of a call that hangs is shown. */
  private static final int FRAMES = 8;

  private final Duration limit;
  private volatile boolean abandoned;

  /** When the call began that is being made now; 0 if none is. */
  private volatile long since;

  /**
   * A watch for one task.
   *
   * @param limit the time for one call
   */
  Watch(Duration limit) {
    this.limit = limit;
  }

  /** A call did not end in time. */
  static final class Hang extends Exception {
    private static final long serialVersionUID = 1L;

    Hang(String where) {
      super(where);
    }
  }

  /** The task was left behind. It is no fault of what the task calls. */
  static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Over() {
      super("this walk is over");
    }
  }

  /** Makes one call; on the thread of the task. */
  <T> T call(Callable<T> call) throws Exception {
    since = System.nanoTime() | 1;
    try {
      return call.call();
    } finally {
      since = 0;
    }
  }

  /** Ends the task if it was left behind; on the thread of the task, after a call. */
  void check() {
    if (abandoned) {
      throw new Over();
    }
  }

  /**
   * Runs a task on a new thread.
   *
   * @throws Hang if one of its calls does not end in time
   */
  <T> T run(Callable<T> task) throws Hang {
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = new Thread(future, "driver");
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.start();
    long pause = Math.max(1, Math.min(50, limit.toMillis() / 4));
    while (true) {
      try {
        return future.get(pause, TimeUnit.MILLISECONDS);
      } catch (TimeoutException running) {
        long began = since;
        if (began != 0 && System.nanoTime() - began > limit.toNanos()) {
          throw leave(thread);
        }
      } catch (InterruptedException interrupted) {
        abandoned = true;
        thread.interrupt();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", interrupted);
      } catch (ExecutionException failure) {
        throw unchecked(failure.getCause());
      }
    }
  }

  private Hang leave(Thread thread) {
    StringBuilder where = new StringBuilder();
    StackTraceElement[] frames = thread.getStackTrace();
    for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
      where.append("\n    at ").append(frames[i]);
    }
    abandoned = true;
    thread.interrupt();
    return new Hang("more than " + limit.toMillis() + " ms" + where);
  }

  private static RuntimeException unchecked(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException already ? already : new IllegalStateException(cause);
  }
}
