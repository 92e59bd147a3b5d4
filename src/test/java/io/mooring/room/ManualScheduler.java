package io.mooring.room;

import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A clock that moves when told, and tasks that run when told, on the thread that tells. */
final class ManualScheduler implements RoomScheduler {

  /** All that was ever scheduled, in order. */
  final List<Task> tasks = new ArrayList<>();

  private long now = -5;

  /** Whether to refuse whatever is scheduled. */
  boolean refusing;

  /** Runs once, right after the clock was read. */
  @Nullable Runnable onRead;

  @Override
  public synchronized long nanoTime() {
    long read = now;
    Runnable once = onRead;
    onRead = null;
    if (once != null) {
      once.run();
    }
    return read;
  }

  /** Runs once, when a task is scheduled. */
  @Nullable Runnable onSchedule;

  @Override
  public Cancellable schedule(Duration delay, Runnable work) {
    if (refusing) {
      throw new IllegalStateException("no more tasks");
    }
    Runnable once = onSchedule;
    onSchedule = null;
    if (once != null) {
      once.run();
    }
    return add(delay, work);
  }

  private synchronized Task add(Duration delay, Runnable work) {
    Task task = new Task(delay, now + delay.toNanos(), work);
    tasks.add(task);
    return task;
  }

  synchronized void pass(Duration time) {
    now += time.toNanos();
  }

  /** Moves the clock on and runs what falls due on the way, each at its own time. */
  void run(Duration time) {
    long end = now + time.toNanos();
    for (Optional<Task> next = next(end); next.isPresent(); next = next(end)) {
      now = next.get().due;
      next.get().fire();
    }
    now = end;
  }

  private Optional<Task> next(long end) {
    return waiting().filter(task -> task.due <= end).min(comparingLong(task -> task.due));
  }

  /** The tasks that were neither cancelled nor run. */
  Stream<Task> waiting() {
    return tasks.stream().filter(task -> !task.cancelled && !task.fired);
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
    private boolean fired;

    /** Runs when it is cancelled. */
    Runnable onCancel = () -> {};

    /** Whether to refuse to be cancelled. */
    boolean stubborn;

    Task(Duration delay, long due, Runnable work) {
      this.delay = delay;
      this.due = due;
      this.work = work;
    }

    void fire() {
      fired = true;
      work.run();
    }

    @Override
    public void cancel() {
      if (stubborn) {
        throw new IllegalStateException("not now");
      }
      onCancel.run();
      cancelled = true;
    }
  }
}
