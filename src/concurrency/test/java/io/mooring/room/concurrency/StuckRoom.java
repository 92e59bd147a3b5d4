package io.mooring.room.concurrency;

import io.mooring.room.ConnectionChange;
import java.util.function.BooleanSupplier;
import org.jetbrains.lincheck.datastructures.Operation;

/**
 * A room with a listener that is stuck in its first callback until two other threads have done what
 * they do. The last of them checks that nothing but callbacks has waited.
 */
public class StuckRoom extends WatchedRoom {

  private boolean stuck;
  private int done;

  @Override
  synchronized void during(ConnectionChange change) {
    if (!stuck) {
      stuck = true;
      notifyAll();
      until(() -> done == 2);
    }
  }

  /** A leave, while the listener is stuck. */
  @Operation
  public void leaveBesides() {
    besides(this::leave);
  }

  /** A join, while the listener is stuck. */
  @Operation
  public void joinBesides() {
    besides(this::join);
  }

  /** A release, while the listener is stuck. */
  @Operation
  public void releaseBesides() {
    besides(this::release);
  }

  private void besides(Runnable command) {
    synchronized (this) {
      until(() -> stuck);
    }
    command.run();
    synchronized (this) {
      done++;
      if (done == 2) {
        requireOnlyCallbacksWait();
        notifyAll();
      }
    }
  }

  private void requireOnlyCallbacksWait() {
    if (!room.isCarriedOut()) {
      room.isWrong("A listener is stuck, and what was decided is not carried out");
    }
    if (room.told.size() != 1) {
      room.isWrong("A listener is stuck, and callbacks have begun: " + room.told);
    }
  }

  private void until(BooleanSupplier condition) {
    try {
      while (!condition.getAsBoolean()) {
        wait();
      }
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
