package io.mooring.cluster;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Waits for what can be observed. */
final class Await {

  /** After so long a condition will not come true any more. */
  private static final Duration MOST = Duration.ofMinutes(2);

  private static final Duration POLL = Duration.ofMillis(100);

  private Await() {}

  /** Waits until a condition holds; what it throws counts as not yet. */
  static void until(String what, Callable<Boolean> condition, Child... running) {
    long begin = System.nanoTime();
    Exception last = null;
    while (System.nanoTime() - begin < MOST.toNanos()) {
      for (Child each : running) {
        each.mustRun();
      }
      try {
        if (condition.call()) {
          return;
        }
      } catch (Exception notYet) {
        last = notYet;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    throw failure(what, last, running);
  }

  private static AssertionError failure(String what, @Nullable Exception last, Child... running) {
    StringBuilder text = new StringBuilder("not seen within 2 minutes: ").append(what);
    for (Child each : running) {
      text.append('\n').append(each.said());
    }
    return new AssertionError(text.toString(), last);
  }
}
