package io.mooring.room;

import io.mooring.room.RoomScheduler.Cancellable;
import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One run of a timer for one session: the task that the scheduler holds. It is made by the decision
 * that arms it; the thread that decided brings it to the scheduler with no lock held, and another
 * one may take it back meanwhile. Whoever comes second of the two cancels it.
 */
final class ArmedTimer implements Runnable {

  /** In place of a task: the run was taken back. */
  private static final Cancellable REVOKED = () -> {};

  private static final AtomicReferenceFieldUpdater<ArmedTimer, Cancellable> TASK =
      AtomicReferenceFieldUpdater.newUpdater(ArmedTimer.class, Cancellable.class, "task");

  final SessionLink link;
  final Timer timer;

  /** Which arming this is; a later one, of any timer, makes it stale. */
  final int armingNumber;

  /** How long it runs. */
  final Duration length;

  /** When it is over; {@link EventClock#NOT_READ} if nobody knows when it began. */
  private final long deadline;

  /** Null until the scheduler has it. */
  private volatile @Nullable Cancellable task;

  /**
   * A run that is measured from when the command or fact came in that armed it.
   *
   * @param from that time; {@link EventClock#NOT_READ} for when the scheduler has it
   */
  ArmedTimer(SessionLink link, Timer timer, int armingNumber, long from, Duration length) {
    this.link = link;
    this.timer = timer;
    this.armingNumber = armingNumber;
    this.length = length;
    deadline = from == EventClock.NOT_READ ? from : from + length.toNanos();
  }

  /** The time from which it is measured. */
  long from() {
    return deadline == EventClock.NOT_READ ? deadline : deadline - length.toNanos();
  }

  /** Whether its time has passed, though nobody may have noticed: the process was asleep. */
  boolean hasPassed(long now) {
    return deadline != EventClock.NOT_READ && now != EventClock.NOT_READ && now - deadline > 0;
  }

  boolean isRevoked() {
    return task == REVOKED;
  }

  /**
   * Keeps the way to cancel it, for {@link #revoke}.
   *
   * @return whether it is still wanted; if not, the caller is to cancel it
   */
  boolean keep(Cancellable scheduled) {
    return TASK.compareAndSet(this, null, scheduled);
  }

  /**
   * Sees to it that it is not armed any more, or will not be. By the one thread whose decision took
   * the timer away.
   *
   * @return the way to cancel it; null if the scheduler does not have it yet
   */
  @Nullable Cancellable revoke() {
    Cancellable armed = task;
    return armed == null ? TASK.getAndSet(this, REVOKED) : armed;
  }

  @Override
  public void run() {
    link.intake.expired(this);
  }
}
