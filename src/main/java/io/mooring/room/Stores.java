package io.mooring.room;

import io.mooring.room.CallFailure.Callee;

/**
 * The snapshots of a connection on their way to its store. Their numbers are under the connection's
 * lock; the store is called without.
 */
final class Stores {

  private final SnapshotStore store;
  private final Intake intake;

  /** The numbers of the last snapshot that is to be stored, of the one being stored, and stored. */
  private int wanted;

  private int underWay;
  private int done;

  Stores(SnapshotStore store, Intake intake) {
    this.store = store;
    this.intake = intake;
  }

  /* ---------------- under the lock ---------------- */

  /** Has an entry wait until a snapshot is stored that knows of it. */
  void want(Delivery entry) {
    entry.snapshot = ++wanted;
  }

  /** The number of the last snapshot that is to be stored. */
  int wanted() {
    return wanted;
  }

  /** A snapshot is on its way. */
  void begin(Delivery entry) {
    underWay = entry.snapshot;
  }

  /** It has arrived, or never will. */
  void end() {
    done = underWay;
    intake.notifyAll();
  }

  /**
   * Waits until a snapshot is stored, if another thread is storing it or one before it. A thread
   * that is inside the store would wait for itself: it does not.
   */
  void await(int snapshot, RoleHolders holders) {
    boolean interrupted = false;
    while (done - snapshot < 0
        && holders.isHeld(Role.STORES)
        && !holders.isHeldBy(Role.STORES, RoleHolders.threadNumber())) {
      try {
        intake.wait();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /* ---------------- with no lock held ---------------- */

  /** Stores where the connection is now, which knows of the entry. */
  void save(Delivery entry) {
    try {
      store.save(intake.capture());
    } catch (Throwable thrown) {
      intake.report(Callee.SNAPSHOT_STORE, "save", entry.sessionEpoch, thrown);
    }
  }
}
