package io.mooring.room;

import io.mooring.room.CallFailure.Callee;

/**
 * Stores snapshots of a connection, each before anything else follows from its change. The numbers
 * of the snapshots are guarded by the connection's lock; the store is called without it.
 */
final class Stores {

  private final SnapshotStore store;
  private final ConnectionLock lock;
  private final Intake intake;

  /** The numbers of the latest snapshot that is wanted, of the one being stored, and stored. */
  private int wanted;

  private int underWay;
  private int done;

  Stores(SnapshotStore store, ConnectionLock lock, Intake intake) {
    this.store = store;
    this.lock = lock;
    this.intake = intake;
  }

  /* ---------------- under the lock ---------------- */

  /** Has a delivery wait until a snapshot is stored that includes its change. */
  void want(Delivery delivery) {
    delivery.snapshot = ++wanted;
  }

  /** The number of the latest snapshot that is wanted. */
  int wanted() {
    return wanted;
  }

  /** A thread begins to store the snapshot of a delivery. */
  void begin(Delivery delivery) {
    underWay = delivery.snapshot;
  }

  /** It was stored, or the store has failed. */
  void end() {
    done = underWay;
    lock.notifyAll();
  }

  /**
   * Waits until a snapshot is stored, if another thread is storing it or one before it. A thread
   * inside the store would wait for itself, and so does not wait.
   */
  void await(int snapshot) {
    boolean interrupted = false;
    while (done - snapshot < 0 && isStoredByAnotherThread()) {
      try {
        lock.wait();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isStoredByAnotherThread() {
    RoleHolders holders = lock.holders;
    return holders != null
        && holders.isHeld(Role.STORES)
        && !holders.isHeldBy(Role.STORES, RoleHolders.threadNumber());
  }

  /* ---------------- with no lock held ---------------- */

  /** Stores where the connection is now, which includes the change of the delivery. */
  void save(Delivery delivery) {
    try {
      store.save(intake.capture());
    } catch (Throwable thrown) {
      intake.report(Callee.SNAPSHOT_STORE, "save", delivery.sessionEpoch, thrown);
    }
  }
}
