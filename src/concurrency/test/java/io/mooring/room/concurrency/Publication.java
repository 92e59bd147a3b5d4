package io.mooring.room.concurrency;

import io.mooring.room.RoomConnection;
import io.mooring.room.spec.ConnectionState;
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
 * What one thread may know of what another one has done to a connection. The faults are those of
 * {@code src/faults/patches}.
 */
public final class Publication {

  private Publication() {}

  /**
   * A reader of the new state sees everything that the thread that caused it had written before.
   * What was written is read before the state as well: a compiler may take that for what it is
   * afterwards, unless reading the state forbids it. It was seen to fail with the fault {@code
   * state-not-volatile}.
   */
  @JCStressTest
  @Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "Before")
  @Outcome(id = "0, 0, 1", expect = Expect.ACCEPTABLE, desc = "Written meanwhile")
  @Outcome(id = "0, 1, 1", expect = Expect.ACCEPTABLE, desc = "Written and left meanwhile")
  @Outcome(id = "1, 0, 0", expect = Expect.ACCEPTABLE, desc = "A race, which nobody forbids")
  @Outcome(id = "1, 0, 1", expect = Expect.ACCEPTABLE, desc = "In between")
  @Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "After")
  @State
  public static class OfWhatWasWrittenBefore {
    private final ReconnectingRoom room = new ReconnectingRoom();
    private int written;

    /** Writes, and leaves. */
    @Actor
    public void leave() {
      written = 1;
      room.connection.leaveChannel();
    }

    /** Reads what was written, the state, and again what was written. */
    @Actor
    public void read(III_Result result) {
      result.r1 = written;
      boolean left = room.connection.getConnectionState() == ConnectionState.DISCONNECTED;
      result.r2 = left ? 1 : 0;
      result.r3 = written;
    }
  }

  /**
   * The state does not go back for any reader. It is read under one name, another one, and the
   * first again: a compiler may take the third for the first, unless reading the state forbids it.
   * It was seen to fail, on x86 too, with the fault {@code state-not-volatile}.
   */
  @JCStressTest
  @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "Before")
  @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "In between")
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "After")
  @State
  public static class OfTheState {
    private final ReconnectingRoom room = new ReconnectingRoom();
    private final ReconnectingRoom same = room;

    /** Ends the session. */
    @Actor
    public void kick() {
      room.facts().kicked();
    }

    /** Reads three times; the first one is there for the third. */
    @Actor
    public void read(II_Result result) {
      ConnectionState first = room.connection.getConnectionState();
      ConnectionState second = same.connection.getConnectionState();
      ConnectionState third = room.connection.getConnectionState();
      result.r1 = second == ConnectionState.DISCONNECTED ? 1 : 0;
      result.r2 =
          first == ConnectionState.DISCONNECTED || third == ConnectionState.DISCONNECTED ? 1 : 0;
    }
  }

  /**
   * A connection that another thread came by without any care is whole. No fault has made it fail
   * on x86, which writes in the order of the program; other processors do not.
   */
  @JCStressTest
  @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "Not there yet")
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "There, and whole")
  @State
  public static class OfAConnection {
    private final ReconnectingRoom around = new ReconnectingRoom();
    private @Nullable RoomConnection connection;

    /** Makes a connection where others see it. */
    @Actor
    public void make() {
      connection = RoomConnection.builder(around).scheduler(around).build();
    }

    /** Uses it. */
    @Actor
    public void use(II_Result result) {
      RoomConnection made = connection;
      if (made != null) {
        result.r1 = 1;
        result.r2 = made.getConnectionState() == ConnectionState.UNKNOWN ? 1 : 0;
      }
    }
  }

  /**
   * A caller that adds a listener and then reads the state misses no change. It was seen to fail
   * with the fault {@code new-listener-missed}.
   */
  @JCStressTest
  @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "Read before, and heard")
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "Added after, and read")
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Read and heard")
  @State
  public static class OfAChangeToANewListener {
    private final ReconnectingRoom room = new ReconnectingRoom();
    private int heard;

    /** Ends the session. */
    @Actor
    public void kick() {
      room.facts().kicked();
    }

    /** Adds a listener and reads. */
    @Actor
    public void add(II_Result result) {
      room.connection.addListener(change -> heard++);
      ConnectionState state = room.connection.getConnectionState();
      result.r1 = state == ConnectionState.DISCONNECTED ? 1 : 0;
    }

    /** Looks, once both are done. */
    @Arbiter
    public void look(II_Result result) {
      result.r2 = heard;
    }
  }

  /**
   * Of a leave and the end of the window exactly one ends the session. It was seen to fail with the
   * fault {@code window-without-the-lock}.
   */
  @JCStressTest
  @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The leave came first")
  @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "The window came first, and was left")
  @State
  public static class OfAnEnd {
    private final ReconnectingRoom room = new ReconnectingRoom();

    /** Leaves. */
    @Actor
    public void leave() {
      room.connection.leaveChannel();
    }

    /** The time is up. */
    @Actor
    public void runOut() {
      room.windowRunsOut();
    }

    /** Looks, once both are done: whether it failed, and how many changes were notified. */
    @Arbiter
    public void look(II_Result result) {
      boolean failed = room.told.stream().anyMatch(change -> change.to() == ConnectionState.FAILED);
      result.r1 = failed ? 1 : 0;
      result.r2 = room.told.size();
    }
  }
}
