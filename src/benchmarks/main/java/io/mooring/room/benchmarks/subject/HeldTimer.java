package io.mooring.room.benchmarks.subject;

import io.mooring.room.RoomConnection;
import io.mooring.room.RoomScheduler;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The system's clock, and a timer that runs nothing unless it is fired. */
final class HeldTimer implements RoomScheduler {

  private static final Cancellable NOTHING = () -> {};

  private volatile @Nullable Runnable window;

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable task) {
    // Of the timers of a connection the window is the longest.
    if (delay.compareTo(RoomConnection.DEFAULT_JOIN_TIMEOUT) > 0) {
      window = task;
    }
    return NOTHING;
  }

  /** Has the reconnect window that was armed last run out, also one that was cancelled since. */
  void runWindow() {
    Runnable armed = window;
    if (armed != null) {
      armed.run();
    }
  }
}
