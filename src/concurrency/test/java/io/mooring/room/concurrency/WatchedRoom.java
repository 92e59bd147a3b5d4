package io.mooring.room.concurrency;

import io.mooring.room.CommandResult;
import io.mooring.room.ConnectionChange;
import io.mooring.room.RoomConnection;
import io.mooring.room.spec.ConnectionState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/**
 * A connection that has just lost its links, what threads do to it, and a second listener beside
 * the one of {@link ReconnectingRoom}. It sees to it that callbacks come one at a time, each change
 * to both listeners before the next one, and that in the end nothing is owed: no change, no effect,
 * and no outcome of a command.
 */
public class WatchedRoom {

  final ReconnectingRoom room;
  private final List<CommandResult> accepted = new ArrayList<>();
  private final List<ConnectionChange> heard = new ArrayList<>();
  private boolean inCallback;

  /** Whether a release has begun, and whether it has returned. */
  private boolean releasing;

  private boolean released;

  /** How many callbacks have begun since a release returned. */
  private int callsAfterRelease;

  /** A connection whose listeners do nothing. */
  @SuppressWarnings("this-escape") // no listener is notified before the first command
  public WatchedRoom() {
    this(builder -> builder);
  }

  @SuppressWarnings("this-escape")
  WatchedRoom(UnaryOperator<RoomConnection.Builder> more) {
    room = new ReconnectingRoom(more);
    room.connection.addListener(this::hear);
    room.connection.addListener(change -> count());
  }

  private void count() {
    if (released) {
      callsAfterRelease++;
    }
  }

  private void hear(ConnectionChange change) {
    if (inCallback) {
      room.isWrong("A callback has begun inside another, or beside it");
    }
    inCallback = true;
    count();
    heard.add(change);
    during(change);
    if (!releasing && !heard.equals(room.told)) {
      room.isWrong("A change was told before the one before it was told to all: " + room.told);
    }
    inCallback = false;
  }

  /** What a listener does. */
  void during(ConnectionChange change) {}

  private void accept(CommandResult result) {
    if (result.accepted()) {
      synchronized (accepted) {
        accepted.add(result);
      }
    }
  }

  /** A command. */
  @Operation
  public void leave() {
    accept(room.connection.leaveChannel());
  }

  /** A command. */
  @Operation
  public void join() {
    accept(room.connection.joinChannel("lobby", 7));
  }

  /** A command. */
  @Operation
  public void release() {
    releasing = true;
    room.release();
    released = true;
  }

  /** A fact of the first session. */
  @Operation
  public void kicked() {
    room.facts().kicked();
  }

  /** The first attempt has failed. */
  @Operation
  public void attemptFails() {
    room.attempt().failed();
  }

  /** The end of the first window. */
  @Operation
  public void windowRunsOut() {
    room.windowRunsOut();
  }

  /** Once all threads are done, nothing is pending. */
  @Validate
  public void nothingIsOwed() {
    room.requireNothingOwed();
    if (callsAfterRelease > 1) {
      // The notifying thread may have been about to make one.
      throw new IllegalStateException(callsAfterRelease + " callbacks began after a release");
    }
    ConnectionState state = room.connection.getConnectionState();
    long open =
        accepted.stream().filter(each -> !each.outcome().toCompletableFuture().isDone()).count();
    if (open > (state == ConnectionState.CONNECTING ? 1 : 0)) {
      throw new IllegalStateException(open + " commands that nobody knows the outcome of");
    }
  }
}
