package io.mooring.room.harness;

import io.mooring.room.harness.Stimulus.Place;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * The threads of one walk, of which one runs at a time. When a call does not return, its thread is
 * stuck in it and another one goes on with the walk; so a walk is the same however threads are
 * scheduled.
 */
final class Baton {
  private final Runnable rest;
  private final Map<Place, Semaphore> stuck = new EnumMap<>(Place.class);

  /** Somebody who was let go on has nothing left to do, or is stuck again. */
  private final Semaphore rests = new Semaphore(0);

  private final CountDownLatch end = new CountDownLatch(1);
  private volatile Thread driver = Thread.currentThread();

  /**
   * The calling thread has the walk.
   *
   * @param rest goes on with it, on whichever thread
   */
  Baton(Runnable rest) {
    this.rest = rest;
  }

  /** Whether the calling thread goes on with the walk; otherwise it only ends what it has begun. */
  boolean isHeld() {
    return Thread.currentThread() == driver;
  }

  /** Whether a call of that place is stuck. */
  boolean isStuck(Place place) {
    return stuck.containsKey(place);
  }

  /** Does not return until it is {@linkplain #release released}; the walk goes on. */
  void hold(Place place) {
    Semaphore mine = new Semaphore(0);
    stuck.put(place, mine);
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
  void release(Place place) {
    Semaphore call = stuck.remove(place);
    if (call != null) {
      call.release();
      rests.acquireUninterruptibly();
    }
  }

  /** Lets all return. */
  void releaseAll() {
    for (Place place : Place.values()) {
      release(place);
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
