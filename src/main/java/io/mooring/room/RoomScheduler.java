package io.mooring.room;

import java.time.Duration;

/**
 * The time of a room connection: a clock, and tasks that run later. Safe for use by any thread.
 *
 * <p>A task runs at most once. It may run on any thread, also on the one that calls {@link
 * #schedule} and before that call returned. It calls listeners and the transport, so a scheduler
 * that is shared should not run its tasks under a lock.
 *
 * <p>A call that stalls blocks its thread. If that thread was arming or cancelling a join timeout
 * or a reconnect window, other threads continue with all the rest. If it was arming the time limit
 * of an attempt or a pause, which is part of the effects, effects wait as well.
 */
// It and SystemScheduler, its default, refer to each other.
public interface RoomScheduler {

  /**
   * The system's monotonic clock, and one daemon thread for all connections of this process. The
   * thread starts with the first task and ends when there has been none for a while. A listener
   * that is slow on it delays the timers of other connections. Arming and cancelling cost the same
   * however many timers run; a task may be late by some milliseconds. What a task throws goes to
   * the thread's {@link Thread.UncaughtExceptionHandler}.
   */
  static RoomScheduler system() {
    return SystemScheduler.INSTANCE;
  }

  /**
   * A monotonic time in nanoseconds from an arbitrary origin. Only differences mean anything, as
   * with {@link System#nanoTime()}. It is read for every command and fact while a {@link
   * StepRecorder} listens, otherwise only for those that may arm a timer and those that listeners
   * are notified of.
   */
  long nanoTime();

  /**
   * Runs a task once the delay has passed, not earlier.
   *
   * <p>When this throws, the timer that cannot be measured counts as run out. Only a pause between
   * two attempts to get back does not: no further attempt is made in its episode.
   *
   * @param delay zero or more
   * @param task what to run
   * @return cancels the task
   */
  Cancellable schedule(Duration delay, Runnable task);

  /** A scheduled task that can be cancelled. Safe for use by any thread. */
  @FunctionalInterface
  interface Cancellable {

    /**
     * Cancels the task if it has not begun; afterwards the scheduler has no reference to it.
     * Cancelling again, or too late, does nothing. A task that runs in spite of it does no harm:
     * the connection knows a stale one.
     */
    void cancel();
  }
}
