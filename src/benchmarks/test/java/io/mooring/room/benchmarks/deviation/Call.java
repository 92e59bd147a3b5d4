package io.mooring.room.benchmarks.deviation;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A call on a thread of its own, on a stack of {@value #STACK_BYTES} bytes. */
final class Call<T> {

  static final int STACK_BYTES = 512 * 1024;

  /** Far more than any of these calls takes; who has not returned by then never will. */
  private static final long PATIENCE_SECONDS = 60;

  private static final long POLL_MILLIS = 5;
  private static final int POLLS_AT_REST = 20;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread thread;
  private volatile T result;

  private Call(Supplier<T> call, T open) {
    result = open;
    thread =
        new Thread(
            null,
            () -> {
              try {
                result = call.get();
              } finally {
                done.countDown();
              }
            },
            "call",
            STACK_BYTES);
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

  /** Whether it returns by then. */
  boolean returnsWithin(long seconds) {
    try {
      return done.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Waits until it has returned or waits for something itself; whether it has returned. */
  boolean awaitRest() {
    try {
      for (int atRest = 0; atRest < POLLS_AT_REST; ) {
        if (done.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
        atRest = thread.getState() == Thread.State.RUNNABLE ? 0 : atRest + 1;
      }
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** What it gave, or what it is worth as long as it has not returned. */
  T result() {
    returnsWithin(PATIENCE_SECONDS);
    return result;
  }
}
