package io.mooring.room.testkit.call;

import io.mooring.room.RoomScheduler;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The time of one process. Its clock always advances; its tasks run late if it sleeps when they are
 * due, and never once it is dead.
 */
final class ProcessTime implements RoomScheduler {

  private final VirtualTime time;
  private final List<Task> late = new ArrayList<>();
  private boolean asleep;
  private boolean dead;

  ProcessTime(VirtualTime time) {
    this.time = time;
  }

  private final class Task implements Runnable {
    private final Runnable action;
    private boolean cancelled;

    Task(Runnable action) {
      this.action = action;
    }

    @Override
    public void run() {
      if (asleep) {
        late.add(this);
      } else if (!dead && !cancelled) {
        action.run();
      }
    }
  }

  @Override
  public long nanoTime() {
    return time.nanoTime();
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable action) {
    Task task = new Task(action);
    Cancellable scheduled = time.schedule(delay, task);
    return () -> {
      task.cancelled = true;
      scheduled.cancel();
    };
  }

  void sleep() {
    asleep = true;
  }

  /** Runs the tasks that fell due meanwhile. */
  void wake() {
    asleep = false;
    List<Task> due = List.copyOf(late);
    late.clear();
    due.forEach(Task::run);
  }

  void die() {
    dead = true;
  }
}
