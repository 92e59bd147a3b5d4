package io.mooring.room.testkit;

import io.mooring.room.RoomScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * A clock that advances only when a test moves it, and the scheduler that uses it.
 *
 * <p>Tasks run on the thread that moves the clock, in the order of their deadlines and, for equal
 * deadlines, in the order in which they were scheduled; a task that a task schedules takes part. A
 * <em>hostile</em> one does what real schedulers do in the worst case: a timer that was cancelled,
 * or that has run, can still be fired with {@link Timer#fireLate()}, as if its thread had been on
 * the way already.
 *
 * <p>For one thread.
 */
public final class VirtualTime implements RoomScheduler {
  private static final Comparator<Timer> SOONEST =
      (one, other) ->
          one.deadline == other.deadline
              ? Integer.compare(one.number, other.number)
              : Long.compare(one.deadline, other.deadline);

  private final boolean hostile;
  private final List<Timer> timers = new ArrayList<>();
  private final PriorityQueue<Timer> pending = new PriorityQueue<>(SOONEST);
  private long now;
  private int scheduled;

  private VirtualTime(boolean hostile) {
    this.hostile = hostile;
  }

  /** A scheduler whose cancelled timers are gone. */
  public static VirtualTime friendly() {
    return new VirtualTime(false);
  }

  /** A scheduler that remembers every timer and can fire it late. */
  public static VirtualTime hostile() {
    return new VirtualTime(true);
  }

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public Timer schedule(Duration delay, Runnable task) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("a delay is zero or more, got " + delay);
    }
    Timer timer = new Timer(this, scheduled++, Math.addExact(now, delay.toNanos()), delay, task);
    pending.add(timer);
    if (hostile) {
      timers.add(timer);
    }
    return timer;
  }

  /**
   * Moves the clock on and runs what falls due on the way, each at its own time. A task may do the
   * same: it takes that long, and others run meanwhile.
   */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("time moves forward only, got " + by);
    }
    long end = Math.addExact(now, by.toNanos());
    for (Timer next = pending.peek(); next != null && next.deadline <= end; next = pending.peek()) {
      run(next);
    }
    now = Math.max(now, end);
  }

  /**
   * Moves the clock on and runs nothing: what falls due on the way runs late, when it moves again.
   */
  public void sleep(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time moves forward only, got " + time);
    }
    now = Math.addExact(now, time.toNanos());
  }

  /** Forgets all timers, as the end of a process does: none waits, and none can be fired late. */
  public void clear() {
    pending.forEach(timer -> timer.waits = false);
    pending.clear();
    timers.clear();
  }

  /** Moves the clock to the next deadline and runs that one task; says whether there was one. */
  public boolean runNext() {
    Timer next = pending.peek();
    if (next == null) {
      return false;
    }
    run(next);
    return true;
  }

  /** Whether a timer is due that still waits, because of a {@link #sleep}. */
  public boolean isBehind() {
    Timer next = pending.peek();
    return next != null && next.deadline <= now;
  }

  /** How many timers wait for their deadline. */
  public int pending() {
    return pending.size();
  }

  /** How long it is until the next deadline; empty when no timer waits. */
  public Optional<Duration> untilNext() {
    return Optional.ofNullable(pending.peek())
        .map(next -> Duration.ofNanos(Math.max(0, next.deadline - now)));
  }

  /**
   * Every timer since the beginning, in the order of scheduling.
   *
   * @throws IllegalStateException if this scheduler is not hostile: it does not remember them
   */
  public List<Timer> timers() {
    if (!hostile) {
      throw new IllegalStateException("only VirtualTime.hostile() remembers its timers");
    }
    return List.copyOf(timers);
  }

  private void run(Timer timer) {
    timer.stopWaiting();
    now = Math.max(now, timer.deadline);
    timer.task.run();
  }

  /** A task with its deadline. */
  public static final class Timer implements Cancellable {
    private final VirtualTime time;
    private final int number;
    private final long deadline;
    private final Duration delay;
    private final Runnable task;
    private boolean waits = true;

    private Timer(VirtualTime time, int number, long deadline, Duration delay, Runnable task) {
      this.time = time;
      this.number = number;
      this.deadline = deadline;
      this.delay = delay;
      this.task = task;
    }

    /** The delay that it was scheduled with. */
    public Duration delay() {
      return delay;
    }

    /** Whether it still waits for its deadline. */
    public boolean isPending() {
      return waits;
    }

    /** Whether it still waits after its deadline, because of a {@link #sleep}. */
    public boolean isOverdue() {
      return waits && deadline < time.now;
    }

    /** Moves the clock to the deadline, running what falls due before, and runs the task. */
    public void fireInTime() {
      if (!isPending()) {
        throw new IllegalStateException("the timer does not wait any more");
      }
      time.advance(Duration.ofNanos(Math.max(0, deadline - time.now)));
    }

    /**
     * Runs the task now, though it was cancelled or has run before.
     *
     * @throws IllegalStateException if it still waits for its deadline, or the scheduler is not
     *     hostile
     */
    public void fireLate() {
      if (!time.hostile) {
        throw new IllegalStateException("only VirtualTime.hostile() fires a timer late");
      }
      if (isPending()) {
        throw new IllegalStateException("the timer is not late: it still waits for its deadline");
      }
      task.run();
    }

    @Override
    public void cancel() {
      stopWaiting();
    }

    private void stopWaiting() {
      if (waits) {
        waits = false;
        time.pending.remove(this);
      }
    }
  }
}
