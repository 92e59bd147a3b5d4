package io.mooring.room;

import io.mooring.room.RoomScheduler.Cancellable;
import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One run of a timer for one session: the task that the scheduler gets. The decision that arms the
 * timer creates it. The thread that decided schedules it with no lock held; another thread may
 * revoke it meanwhile, and the later of the two cancels the task.
 */
final class ArmedTimer implements Runnable {

  /** The session that a timer belongs to. */
  interface Owner {

    /** The number of the session. */
    long epoch();

    /** Applies the end of a timer: it has expired, or cannot be measured. */
    void expired(ArmedTimer timer);
  }

  /** In place of a task: the run was revoked. */
  private static final Cancellable REVOKED = () -> {};

  private static final AtomicReferenceFieldUpdater<ArmedTimer, Cancellable> TASK =
      AtomicReferenceFieldUpdater.newUpdater(ArmedTimer.class, Cancellable.class, "task");

  final Owner owner;
  final Timer timer;

  /** The number of this arming; a later arming, of any timer, makes it stale. */
  final int armingNumber;

  /** How long it runs. */
  final Duration length;

  /** When it is over; {@link EventClock#NOT_READ} if it is not known when it began. */
  private final long deadline;

  /** Null until the scheduler has it. */
  private volatile @Nullable Cancellable task;

  /**
   * A run that is measured from the arrival of the command or fact that armed it.
   *
   * @param from that time; {@link EventClock#NOT_READ} to measure from when it is scheduled
   */
  ArmedTimer(Owner owner, Timer timer, int armingNumber, long from, Duration length) {
    this.owner = owner;
    this.timer = timer;
    this.armingNumber = armingNumber;
    this.length = length;
    deadline = from == EventClock.NOT_READ ? from : from + length.toNanos();
  }

  /** The time from which it is measured. */
  long from() {
    return deadline == EventClock.NOT_READ ? deadline : deadline - length.toNanos();
  }

  /** Whether its deadline has passed, fired or not: the process may have been asleep. */
  boolean hasPassed(long now) {
    return deadline != EventClock.NOT_READ && now != EventClock.NOT_READ && now - deadline > 0;
  }

  boolean isRevoked() {
    return task == REVOKED;
  }

  /**
   * Keeps the scheduled task for {@link #revoke}.
   *
   * @return whether the run is still wanted; if not, the caller cancels the task
   */
  boolean keep(Cancellable scheduled) {
    return TASK.compareAndSet(this, null, scheduled);
  }

  /**
   * Revokes the run, scheduled or not. Called by the one thread whose decision cancelled the timer.
   *
   * @return the task to cancel; null if it is not scheduled yet
   */
  @Nullable Cancellable revoke() {
    Cancellable armed = task;
    return armed == null ? TASK.getAndSet(this, REVOKED) : armed;
  }

  @Override
  public void run() {
    owner.expired(this);
  }
}
