package io.mooring.room;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * Who listens to a connection, and which of its changes are to be told. The middle of the {@link
 * Outbox}, and no object of its own, as {@link PendingDeliveries}.
 */
class Audience extends PendingDeliveries {

  private static final AtomicLongFieldUpdater<Audience> NOTIFIED =
      AtomicLongFieldUpdater.newUpdater(Audience.class, "notifiedTo");

  /** Its lock is that of all that is owed, and what is called here may fail: it reports that. */
  final Intake intake;

  /** Written under the lock. */
  private volatile Listeners listeners = Listeners.NONE;

  /** The number of the first change that may be told; what is before it fell to a release. */
  private volatile long notifyFrom;

  /** The number of the latest change whose callbacks have returned. */
  private volatile long notifiedTo;

  Audience(Intake intake) {
    this.intake = intake;
  }

  /* ---------------- under the lock ---------------- */

  /** What tells this connection from others. */
  final Object connection() {
    return intake;
  }

  /** Adds a listener that hears the changes after the given number. */
  final Registration add(ConnectionListener listener, long heardBefore) {
    Listeners.Place place = new Listeners.Place((Outbox) this, listener, heardBefore);
    listeners = listeners.with(place);
    return place;
  }

  /**
   * Whether the latest change has callbacks that have not returned, and no release took it away.
   */
  final boolean owes(long latest) {
    return latest > notifiedTo && latest >= notifyFrom;
  }

  /** Whatever is owed to listeners and numbered below is not told any more. */
  final void silence(long below) {
    notifyFrom = below;
  }

  final boolean needsCallbacks(Delivery entry) {
    if (entry.join != null || entry.leave != null) {
      return true;
    }
    int changes = entry.changes();
    return changes > 0
        && !listeners.isEmpty()
        && (entry.sequence == Delivery.REPEATED || entry.sequence + changes > notifyFrom);
  }

  /* ---------------- with no lock held ---------------- */

  /** The change of an earlier life that listeners are notified of again. */
  final ConnectionChange repeated() {
    return intake.repeated();
  }

  /** Who is to be told now. */
  final Listeners listeners() {
    return listeners;
  }

  /** Removes a listener. */
  final void remove(Listeners.Place place) {
    synchronized (intake) {
      listeners = listeners.without(place);
    }
  }

  /** Changes up to this number were told, in this life or in an earlier one. */
  final void notifiedTo(long number) {
    NOTIFIED.lazySet(this, number);
  }

  /** Whether no release was decided after a change; asked anew before each call of a listener. */
  final boolean mayNotify(ConnectionChange change) {
    return change.sequence() >= notifyFrom;
  }
}
