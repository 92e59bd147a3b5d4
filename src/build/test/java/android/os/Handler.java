package android.os;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Stands in for Android's class of this name: what is posted runs when a test says so. */
public final class Handler {

  private record Message(Runnable task, long due) {}

  private final List<Message> queue = new ArrayList<>();

  /** A handler on a looper. */
  public Handler(Looper looper) {
    Objects.requireNonNull(looper);
  }

  /** Queues a task on the looper. */
  public boolean post(Runnable task) {
    return postDelayed(task, 0);
  }

  /** Runs a task after a time during which the device does not sleep. */
  public boolean postDelayed(Runnable task, long delayMillis) {
    return queue.add(new Message(task, SystemClock.uptimeNanos() + delayMillis * 1_000_000));
  }

  /** Removes a task that has not begun. */
  public void removeCallbacks(Runnable task) {
    queue.removeIf(message -> message.task == task);
  }

  /** Runs the task that is due first, if there is one; says whether there was. */
  public boolean runNext() {
    Message next = queue.stream().min(Comparator.comparingLong(Message::due)).orElse(null);
    if (next == null || next.due > SystemClock.uptimeNanos()) {
      return false;
    }
    queue.remove(next);
    next.task.run();
    return true;
  }
}
