package io.mooring.room;

import org.jspecify.annotations.Nullable;

/**
 * The lock of one connection. All that is documented as guarded by it is read and written in a
 * block that is synchronized on this object, and nothing of the application is called in one. It is
 * created by the {@link ConnectionCore} and passed to the classes that lock; no other object's
 * monitor is used.
 */
final class ConnectionLock {

  /**
   * Which threads hold which roles; null for a connection at which no two threads have met. Guarded
   * by this lock. It is kept here because an object without fields takes the same memory.
   */
  @Nullable RoleHolders holders;

  /** The role holders, which are created when they are needed for the first time. */
  RoleHolders holders() {
    RoleHolders present = holders;
    if (present == null) {
      present = new RoleHolders();
      holders = present;
    }
    return present;
  }

  /** Called without the lock, before it is acquired for an event; see {@link Turns}. */
  void beginTurn() {
    RoleHolders present = holders;
    if (present != null) {
      present.turns.begin(RoleHolders.threadNumber());
    }
  }

  /** Called without the lock by a thread that gives a role back. */
  void claimTurn() {
    RoleHolders present = holders;
    if (present != null) {
      present.turns.claim(RoleHolders.threadNumber());
    }
  }

  /** Called without the lock, after all that follows from the event. */
  void endTurn() {
    RoleHolders present = holders;
    if (present != null) {
      present.turns.end(RoleHolders.threadNumber());
    }
  }

  /** Whether no role is held. */
  boolean isIdle() {
    return holders == null || holders.areIdle();
  }
}
