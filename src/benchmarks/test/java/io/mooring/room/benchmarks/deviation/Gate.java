package io.mooring.room.benchmarks.deviation;

import io.mooring.room.spec.Notification;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Blocks the first callback until it is opened; later ones pass. */
final class Gate implements Consumer<Notification> {

  private static final long PATIENCE_SECONDS = 60;

  private final AtomicBoolean used = new AtomicBoolean();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  @Override
  public void accept(Notification told) {
    if (used.compareAndSet(false, true)) {
      reached.countDown();
      await(opened);
    }
  }

  /** Waits until a callback is held. */
  void awaitHeld() {
    await(reached);
  }

  void open() {
    opened.countDown();
  }

  /** Waits for what must come. */
  static void await(CountDownLatch moment) {
    try {
      if (!moment.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("What must come has not come.");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
