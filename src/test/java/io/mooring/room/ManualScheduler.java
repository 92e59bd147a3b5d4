package io.mooring.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A clock that moves when told, and tasks that run when told, on the thread that tells. */
final class ManualScheduler implements RoomScheduler {

  /** All that was ever scheduled, in order. */
  final List<Task> tasks = new ArrayList<>();

  private long now = -5;

  /** Whether to refuse whatever is scheduled. */
  boolean refusing;

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public synchronized Cancellable schedule(Duration delay, Runnable work) {
    if (refusing) {
      throw new IllegalStateException("no more tasks");
    }
    Task task = new Task(delay, now + delay.toNanos(), work);
    tasks.add(task);
    return task;
  }

  synchronized void pass(Duration time) {
    now += time.toNanos();
  }

  Task latest() {
    return tasks.get(tasks.size() - 1);
  }

  /** A task that runs whenever a test says so, cancelled or not. */
  static final class Task implements Cancellable {
    final Duration delay;
    final long due;
    private final Runnable work;
    boolean cancelled;

    /** Whether to refuse to be cancelled. */
    boolean stubborn;

    Task(Duration delay, long due, Runnable work) {
      this.delay = delay;
      this.due = due;
      this.work = work;
    }

    void fire() {
      work.run();
    }

    @Override
    public void cancel() {
      if (stubborn) {
        throw new IllegalStateException("not now");
      }
      cancelled = true;
    }
  }
}
