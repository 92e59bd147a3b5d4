package io.mooring.room;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * Who listens to a connection, and which of its changes are to be told. The middle of the {@link
 * Outbox}, and no object of its own, as {@link Owed}.
 */
class Audience extends Owed {

  private static final AtomicLongFieldUpdater<Audience> TOLD =
      AtomicLongFieldUpdater.newUpdater(Audience.class, "toldTo");

  /** Its lock is that of all that is owed, and what is called here may fail: it reports that. */
  final Intake intake;

  /** Written under the lock. */
  private volatile Listeners listeners = Listeners.NONE;

  /** The number of the first change that may be told; what is before it fell to a release. */
  private volatile long toldFrom;

  /** The number of the latest change whose callbacks have returned. */
  private volatile long toldTo;

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
    return latest > toldTo && latest >= toldFrom;
  }

  /** Whatever is owed to listeners and numbered below is not told any more. */
  final void silence(long below) {
    toldFrom = below;
  }

  final boolean isToBeTold(Entry entry) {
    if (entry.join != null || entry.leave != null) {
      return true;
    }
    int changes = entry.changes();
    return changes > 0
        && !listeners.isEmpty()
        && (entry.sequence == Entry.REPEATED || entry.sequence + changes > toldFrom);
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
  final void toldTo(long number) {
    TOLD.lazySet(this, number);
  }

  /** Whether no release was decided after a change; asked anew before each call of a listener. */
  final boolean mayTell(ConnectionChange change) {
    return change.sequence() >= toldFrom;
  }
}
