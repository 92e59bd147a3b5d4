package io.mooring.build.android;

import android.os.Handler;
import android.os.SystemClock;
import io.mooring.room.RoomScheduler;
import java.time.Duration;

// region scheduler
/** Time that runs in deep sleep too; tasks run on the thread of a handler. */
final class ElapsedTimeScheduler implements RoomScheduler {

  private final Handler handler;

  ElapsedTimeScheduler(Handler handler) {
    this.handler = handler;
  }

  @Override
  public long nanoTime() {
    return SystemClock.elapsedRealtimeNanos();
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable task) {
    Runnable once = () -> task.run(); // removeCallbacks removes every post of an object
    handler.postDelayed(once, delay.plusNanos(999_999).toMillis()); // never early
    return () -> handler.removeCallbacks(once);
  }
}
// endregion
