package io.mooring.room;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.LockSupport;

/**
 * Which thread is in a call of a connection that threads use at the same time. It is a hint and no
 * lock: only the number of events that they apply in a second depends on it. Threads that acquire
 * the lock as soon as they can spend most of their time on passing it to each other.
 *
 * <p>A thread that finds another one in a call waits before it begins its own, for about a
 * millisecond at most, and only while the other one begins call after call. A thread that stays in
 * one call is inside the application: another one waits {@link #FIRST_WAIT} and goes ahead.
 */
final class Turns {

  private static final int NO_THREAD = 0;

  /** How often a thread looks before it waits: most calls take less. */
  private static final int SPINS = 50;

  /** In nanoseconds: about what it takes to wake a thread. */
  private static final long FIRST_WAIT = 50_000;

  private static final int WAITS = 3;

  /** Each wait is longer than the one before by this factor. */
  private static final int FACTOR = 4;

  private static final AtomicIntegerFieldUpdater<Turns> THREAD =
      AtomicIntegerFieldUpdater.newUpdater(Turns.class, "thread");

  /** The number of the thread that is in a call; another thread may replace it at any time. */
  private volatile int thread;

  /** How many calls have begun; written and read without any order. */
  private int calls;

  /** Called by a thread, with its number, before it acquires the lock for an event. */
  void begin(int caller) {
    int other = thread;
    if (other != caller && other != NO_THREAD) {
      letOthersGoFirst();
    }
    calls++;
    THREAD.lazySet(this, caller);
  }

  private void letOthersGoFirst() {
    long nanos = FIRST_WAIT;
    for (int waits = 0; waits < WAITS; waits++) {
      for (int spins = 0; spins < SPINS; spins++) {
        if (thread == NO_THREAD) {
          return;
        }
      }
      int before = calls;
      LockSupport.parkNanos(this, nanos);
      if (thread == NO_THREAD || calls == before) {
        return;
      }
      nanos *= FACTOR;
    }
  }

  /**
   * Called by a thread that needs the lock to give a role back. Until it has done so other threads
   * have less to do if they wait than if they go on.
   */
  void claim(int caller) {
    if (thread != caller) {
      thread = caller;
    }
  }

  /** Called by a thread when all that follows from its event is done. */
  void end(int caller) {
    if (isHeldBy(caller)) {
      THREAD.lazySet(this, NO_THREAD);
    }
  }

  boolean isHeldBy(int number) {
    return thread == number;
  }
}
