package io.mooring.room.janus;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for what other threads and processes do. */
final class Waiting {
  /** Longer than anything takes, also on a machine that is busy. */
  static final Duration LIMIT = Duration.ofSeconds(60);

  private Waiting() {}

  static void until(BooleanSupplier reached, Supplier<String> otherwise) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("Within " + LIMIT + " this did not happen: " + otherwise.get());
      }
      sleep(Duration.ofMillis(10));
    }
  }

  static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
