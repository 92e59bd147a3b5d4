package io.mooring.room.benchmarks.deviation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A call on a thread of its own. Who waits for it is patient for as long as it computes, however
 * slow the computer is; only when it waits for something itself, that may be for ever.
 */
final class Call<T> {

  /** Enough for every call that does not nest thousands of others. */
  private static final int STACK_BYTES = 512 * 1024;

  /** Longer than anything here waits that does not wait for ever. */
  private static final Duration FOR_EVER = Duration.ofSeconds(30);

  /** Longer than a thread waits while it is on its way. */
  private static final Duration A_WHILE = Duration.ofMillis(100);

  private static final int POLL_MILLIS = 5;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread thread;
  private volatile T result;

  private Call(Supplier<T> call, T open) {
    result = open;
    thread = new Thread(null, () -> run(call), "call", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Begins a call.
   *
   * @param open what it is worth as long as it has not returned
   */
  static <T> Call<T> begin(Supplier<T> call, T open) {
    return new Call<>(call, open);
  }

  private void run(Supplier<T> call) {
    try {
      result = call.get();
    } finally {
      done.countDown();
    }
  }

  /** Waits until it has returned or waits for something itself; whether it has returned. */
  boolean returnsAtOnce() {
    return returns(A_WHILE);
  }

  /** Whether it returns, if need be after having tried again. */
  boolean returns() {
    return returns(FOR_EVER);
  }

  private boolean returns(Duration longestWait) {
    try {
      long waits = 0;
      while (waits * POLL_MILLIS < longestWait.toMillis()) {
        if (done.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
        waits = thread.getState() == Thread.State.RUNNABLE ? 0 : waits + 1;
      }
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** What it gave, or what it is worth as long as it has not returned. */
  T result() {
    returns();
    return result;
  }
}
