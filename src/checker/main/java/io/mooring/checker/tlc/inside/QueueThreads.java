package io.mooring.checker.tlc.inside;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import tlc2.util.StatePoolReader;
import tlc2.util.StatePoolWriter;

/**
 * The two threads of a checker's queue of states. TLC signals the end once, and only to a thread
 * that is waiting already: after a short run they may wait for ever, and keep all that was loaded.
 */
final class QueueThreads {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  private QueueThreads() {}

  /** Ends the threads of this run. Another run has other classes of the same names. */
  static void end() throws InterruptedException {
    long begin = System.nanoTime();
    for (Thread thread : running()) {
      while (thread.isAlive() && System.nanoTime() - begin < PATIENCE) {
        synchronized (thread) {
          if (thread instanceof StatePoolReader reader) {
            reader.setFinished();
          }
          thread.notifyAll();
        }
        thread.join(1);
      }
    }
  }

  private static Thread[] running() {
    Thread[] threads = new Thread[Thread.activeCount() + 100];
    int count = Thread.enumerate(threads);
    return Arrays.stream(threads, 0, count)
        .filter(thread -> thread instanceof StatePoolReader || thread instanceof StatePoolWriter)
        .toArray(Thread[]::new);
  }
}
