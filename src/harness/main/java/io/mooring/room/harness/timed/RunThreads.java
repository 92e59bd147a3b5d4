package io.mooring.room.harness.timed;

import io.mooring.room.harness.model.BlockingCall;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * The threads of one walk, of which one runs at a time. When a call does not return, its thread is
 * stuck in it and another one goes on with the walk; so a walk is the same however threads are
 * scheduled.
 */
final class RunThreads {
  private final Runnable rest;
  private final Map<BlockingCall, Semaphore> stuck = new EnumMap<>(BlockingCall.class);

  /** Somebody who was let go on has nothing left to do, or is stuck again. */
  private final Semaphore rests = new Semaphore(0);

  private final CountDownLatch end = new CountDownLatch(1);
  private volatile Thread driver = Thread.currentThread();

  /**
   * The calling thread has the walk.
   *
   * @param rest goes on with it, on whichever thread
   */
  RunThreads(Runnable rest) {
    this.rest = rest;
  }

  /** Whether the calling thread goes on with the walk; otherwise it only ends what it has begun. */
  boolean isHeld() {
    return Thread.currentThread() == driver;
  }

  /** Whether a call of that place is stuck. */
  boolean isStuck(BlockingCall call) {
    return stuck.containsKey(call);
  }

  /** Does not return until it is {@linkplain #release released}; the walk goes on. */
  void hold(BlockingCall call) {
    Semaphore mine = new Semaphore(0);
    stuck.put(call, mine);
    if (isHeld()) {
      Thread next = new Thread(rest, "walk");
      next.setDaemon(true);
      driver = next;
      next.start();
    } else {
      rests.release();
    }
    mine.acquireUninterruptibly();
  }

  /** Lets a call return, and waits until its thread has done what it does then. */
  void release(BlockingCall call) {
    Semaphore blocked = stuck.remove(call);
    if (blocked != null) {
      blocked.release();
      rests.acquireUninterruptibly();
    }
  }

  /** Lets all return. */
  void releaseAll() {
    for (BlockingCall call : BlockingCall.values()) {
      release(call);
    }
  }

  /** The calling thread has nothing left to do, and does not hold the walk any more. */
  void rests() {
    rests.release();
  }

  /** The walk is over. */
  void end() {
    end.countDown();
  }

  /** Waits until it is, whoever ends it. */
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
