package io.mooring.room;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A call, in a thread of its own, that does not return before it is let go. */
final class Stuck implements Runnable {

  private static final long SECONDS = 20;

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch free = new CountDownLatch(1);
  private Thread thread = Thread.currentThread();

  /** Calls something in a thread of its own, until that is stuck here. */
  void in(Runnable call) {
    thread = new Thread(call, "stuck");
    thread.setDaemon(true);
    thread.start();
    await(reached);
  }

  /** Whatever calls this is stuck, the first time. */
  @Override
  public void run() {
    if (reached.getCount() > 0) {
      reached.countDown();
      await(free);
    }
  }

  /** Lets the call return, and waits until its thread has done everything. */
  void letGo() {
    free.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    if (thread.isAlive()) {
      throw new IllegalStateException("The thread that was stuck does not end");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Nobody came");
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
