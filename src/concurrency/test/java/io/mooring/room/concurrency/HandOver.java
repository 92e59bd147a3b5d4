package io.mooring.room.concurrency;

import static java.util.Objects.requireNonNull;

import io.mooring.room.CommandResult;
import io.mooring.room.ConnectionChange;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * How threads hand over to each other what a connection owes, on a real processor: as {@link
 * HandOverTest}, where the interleavings are chosen and memory has one order.
 */
public final class HandOver {

  private HandOver() {}

  /**
   * Of two commands at once everything is carried out and notified, and the leave has its result.
   * It was seen to fail, now and then, with the fault {@code lost-wakeup}.
   */
  @JCStressTest
  @Outcome(id = "1, 0, 1", expect = Expect.ACCEPTABLE, desc = "The join came first, was refused")
  @Outcome(id = "2, 1, 1", expect = Expect.ACCEPTABLE, desc = "Left, and joined again")
  @State
  public static class OfTwoCommands {
    private final ReconnectingRoom room = new ReconnectingRoom();
    private @Nullable CommandResult left;

    /** Leaves. */
    @Actor
    public void leave() {
      left = room.connection.leaveChannel();
    }

    /** Joins. */
    @Actor
    public void join() {
      room.connection.joinChannel("lobby", 7);
    }

    /** Looks, once both are done: changes that were notified, open sessions, known outcomes. */
    @Arbiter
    public void look(III_Result result) {
      result.r1 = room.told.size();
      result.r2 = room.open();
      result.r3 = requireNonNull(left).outcome().toCompletableFuture().isDone() ? 1 : 0;
    }
  }

  /**
   * While a listener is stuck in one thread, what another one decides is carried out before it
   * returns, and notified once the listener has returned. It was seen to fail with the fault {@code
   * effects-behind-a-listener}.
   */
  @JCStressTest
  @Outcome(id = "0, 0, 1", expect = Expect.ACCEPTABLE, desc = "The join came first, was refused")
  @Outcome(id = "0, 0, 2", expect = Expect.ACCEPTABLE, desc = "Not yet stuck")
  @Outcome(id = "1, 1, 2", expect = Expect.ACCEPTABLE, desc = "Carried out though it was stuck")
  @State
  public static class OfAStuckListener {
    /** How often to look whether the listener is stuck. */
    private static final int MOMENT = 300;

    private final ReconnectingRoom room = new ReconnectingRoom();
    private volatile boolean stuck;
    private volatile boolean free;

    /** A room whose second listener waits for the other thread. */
    public OfAStuckListener() {
      room.connection.addListener(this::hear);
    }

    private void hear(ConnectionChange change) {
      stuck = true;
      while (!free) {
        Thread.onSpinWait();
      }
    }

    /** Ends the session, and is stuck in its callback. */
    @Actor
    public void kick() {
      room.facts().kicked();
    }

    /** Joins: whether the listener was stuck, and how many sessions are open then. */
    @Actor
    public void join(III_Result result) {
      for (int i = 0; i < MOMENT && !stuck; i++) {
        Thread.onSpinWait();
      }
      boolean wasStuck = stuck;
      // Otherwise this thread may come to call the listener itself, which would wait for it.
      free = !wasStuck;
      room.connection.joinChannel("lobby", 7);
      result.r1 = wasStuck ? 1 : 0;
      result.r2 = wasStuck ? room.open() : 0;
      free = true;
    }

    /** Looks, once both are done: how many changes were notified. */
    @Arbiter
    public void look(III_Result result) {
      result.r3 = room.told.size();
    }
  }

  /**
   * Once a release has returned, at most the callback still runs that the other thread was about to
   * make. It was seen to fail with the fault {@code told-after-release}.
   */
  @JCStressTest
  @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "None")
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The one that was being made")
  @State
  public static class OfARelease {
    private final ReconnectingRoom room = new ReconnectingRoom();
    private volatile boolean released;
    private int calls;

    /** A room with three more listeners. */
    public OfARelease() {
      room.connection.addListener(this::hear);
      room.connection.addListener(this::hear);
      room.connection.addListener(this::hear);
    }

    private void hear(ConnectionChange change) {
      if (released) {
        calls++;
      }
    }

    /** Ends the session. */
    @Actor
    public void kick() {
      room.facts().kicked();
    }

    /** Releases the engine. */
    @Actor
    public void release() {
      room.release();
      released = true;
    }

    /** Looks, once both are done: calls since, and open sessions. */
    @Arbiter
    public void look(II_Result result) {
      result.r1 = calls;
      result.r2 = room.open();
    }
  }
}
