package io.mooring.room;

import io.mooring.room.RoomScheduler.Cancellable;
import io.mooring.room.spec.Timer;
import org.jspecify.annotations.Nullable;

/** One run of a timer for one session: the task that the scheduler holds. */
final class TimerRun implements Runnable {

  final SessionLink link;
  final Timer timer;

  /** Which arming this is; a later one, of any timer, makes it stale. */
  final int arming;

  /** The way to take it back, and another run of the same session; for the thread of effects. */
  @Nullable Cancellable task;

  @Nullable TimerRun next;

  TimerRun(SessionLink link, Timer timer, int arming) {
    this.link = link;
    this.timer = timer;
    this.arming = arming;
  }

  @Override
  public void run() {
    link.ranOut(this);
  }
}
