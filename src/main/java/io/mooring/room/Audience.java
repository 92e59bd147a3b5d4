package io.mooring.room;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * The listeners of a connection, and which changes they are notified of. The middle part of the
 * {@link Outbox}, and no object of its own, as {@link PendingDeliveries}.
 */
abstract class Audience extends PendingDeliveries implements Notifier.Source {

  private static final AtomicLongFieldUpdater<Audience> NOTIFIED =
      AtomicLongFieldUpdater.newUpdater(Audience.class, "notifiedTo");

  final ConnectionLock lock;

  /** Receives the failures of what is called here. */
  final Intake intake;

  /** Written under the lock. */
  private volatile Listeners listeners = Listeners.NONE;

  /** The number of the first change to notify of: a release discards those before it. */
  private volatile long notifyFrom;

  /** The number of the latest change whose callbacks have returned. */
  private volatile long notifiedTo;

  Audience(ConnectionLock lock, Intake intake) {
    this.lock = lock;
    this.intake = intake;
  }

  /* ---------------- under the lock ---------------- */

  /** Identifies the connection. */
  final Object connection() {
    return intake;
  }

  /** Adds a listener that is notified of the changes after the given number. */
  final Registration add(ConnectionListener listener, long addedAfter) {
    ListenerRegistration added = new ListenerRegistration(this, listener, addedAfter);
    listeners = listeners.with(added);
    return added;
  }

  /**
   * Whether the callbacks of the latest change are pending: they have not returned, and no release
   * has discarded them.
   */
  final boolean isPending(long latest) {
    return latest > notifiedTo && latest >= notifyFrom;
  }

  /** Discards pending notifications of the changes that are numbered below. */
  final void discard(long below) {
    notifyFrom = below;
  }

  /** Whether a delivery has callbacks. */
  final boolean hasCallbacks(Delivery delivery) {
    if (delivery.join != null || delivery.leave != null) {
      return true;
    }
    int changes = delivery.changes();
    return changes > 0
        && !listeners.isEmpty()
        && (delivery.sequence == Delivery.REPEATED || delivery.sequence + changes > notifyFrom);
  }

  /* ---------------- with no lock held ---------------- */

  @Override
  public final ConnectionChange repeated() {
    return intake.repeated();
  }

  @Override
  public final Listeners listeners() {
    return listeners;
  }

  @Override
  public final void remove(ListenerRegistration registration) {
    synchronized (lock) {
      listeners = listeners.without(registration);
    }
  }

  /** Notifies the lifecycle listeners that the connection was initialised or released. */
  final void notifyOfLifecycle() {
    listeners.notifyOfLifecycle(intake);
  }

  /** Notes that listeners were notified of the changes up to a number, in this life or before. */
  final void notifiedTo(long number) {
    NOTIFIED.lazySet(this, number);
  }

  @Override
  public final boolean mayNotify(ConnectionChange change) {
    return change.sequence() >= notifyFrom;
  }
}
