package io.mooring.room.harness.timed;

import io.mooring.room.harness.model.BlockingCall;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * The threads of one run, of which one is active at a time. When a call blocks, its thread waits
 * and another one continues the run; so the result of a run does not depend on the scheduling of
 * threads.
 */
final class RunThreads {
  private final Runnable rest;
  private final Map<BlockingCall, Semaphore> blocked = new EnumMap<>(BlockingCall.class);

  /** A thread that was unblocked has returned, or is blocked again. */
  private final Semaphore returned = new Semaphore(0);

  private final CountDownLatch end = new CountDownLatch(1);
  private volatile Thread current = Thread.currentThread();

  /**
   * The calling thread is the current one.
   *
   * @param rest continues the run, on any thread
   */
  RunThreads(Runnable rest) {
    this.rest = rest;
  }

  /** Whether the calling thread continues the run; otherwise it only finishes its call. */
  boolean isCurrent() {
    return Thread.currentThread() == current;
  }

  /** Whether a call of this kind is blocked. */
  boolean isBlocked(BlockingCall call) {
    return blocked.containsKey(call);
  }

  /** Blocks the calling thread until {@link #unblock}; another one continues the run. */
  void block(BlockingCall call) {
    Semaphore mine = new Semaphore(0);
    blocked.put(call, mine);
    if (isCurrent()) {
      Thread next = new Thread(rest, "run");
      next.setDaemon(true);
      current = next;
      next.start();
    } else {
      returned.release();
    }
    mine.acquireUninterruptibly();
  }

  /** Lets a blocked call return, and waits until its thread has finished. */
  void unblock(BlockingCall call) {
    Semaphore waiting = blocked.remove(call);
    if (waiting != null) {
      waiting.release();
      returned.acquireUninterruptibly();
    }
  }

  /** Lets all blocked calls return. */
  void unblockAll() {
    for (BlockingCall call : BlockingCall.values()) {
      unblock(call);
    }
  }

  /** The calling thread, which is not the current one, has finished. */
  void returns() {
    returned.release();
  }

  /** Ends the run. */
  void end() {
    end.countDown();
  }

  /** Waits for the end of the run. */
  void awaitEnd() {
    boolean interrupted = false;
    while (true) {
      try {
        end.await();
        break;
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
