package io.mooring.room.concurrency;

import io.mooring.room.ChannelRequest;
import io.mooring.room.ConnectionChange;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomScheduler;
import io.mooring.room.RoomSession;
import io.mooring.room.RoomTransport;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.ReturnCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A connection that has just lost its links, with everything around it that a thread may do next:
 * the session tells facts, its first attempt ends, the window expires.
 */
final class ReconnectingRoom implements RoomTransport, RoomScheduler {

  final RoomConnection connection;

  /** All changes of which listeners were notified since. */
  final List<ConnectionChange> told = new ArrayList<>();

  /** How many sessions were opened and never closed. */
  private int open;

  private boolean released;

  private final List<RoomFacts> sessions = new ArrayList<>();
  private final List<ReconnectAttempt> attempts = new ArrayList<>();
  private final List<Runnable> windows = new ArrayList<>();

  /** Something that must never be was seen. */
  private @Nullable String wrong;

  private boolean inTransport;

  /** Runs on every call of the transport. */
  private Runnable onAsked = () -> {};

  ReconnectingRoom() {
    this(builder -> builder);
  }

  /** The same, of a connection that is built with something else as well. */
  ReconnectingRoom(UnaryOperator<RoomConnection.Builder> more) {
    connection = more.apply(RoomConnection.builder(this).scheduler(this)).build();
    connection.initialize();
    connection.joinChannel("lobby", 7);
    facts().joined();
    facts().mediaLost();
    connection.addListener(told::add);
  }

  /** The target of the facts of the first session. */
  RoomFacts facts() {
    return sessions.get(0);
  }

  /** The attempt that is under way at the beginning. */
  ReconnectAttempt attempt() {
    return attempts.get(0);
  }

  /** The timer of the first window runs out. */
  void windowRunsOut() {
    windows.get(0).run();
  }

  /** How many sessions are open. */
  int open() {
    return open;
  }

  /** Runs something on every call of the transport. */
  void whenAsked(Runnable first) {
    onAsked = first;
  }

  /** Records a violation instead of throwing it at the caller. */
  void isWrong(String what) {
    wrong = what;
  }

  /** Releases the engine, which discards pending notifications. */
  ReturnCode release() {
    released = true;
    return connection.release();
  }

  /**
   * A listener knows the state unless a release discarded a notification; and a session is open
   * where the state has one.
   */
  void requireNothingOwed() {
    if (wrong != null) {
      throw new IllegalStateException(wrong);
    }
    ConnectionState state = connection.getConnectionState();
    ConnectionState heard =
        told.isEmpty() ? ConnectionState.RECONNECTING : told.get(told.size() - 1).to();
    if (!released && heard != state) {
      throw new IllegalStateException(state + ", but told was " + told);
    }
    if (!isCarriedOut()) {
      throw new IllegalStateException(state + " with " + open + " open sessions");
    }
  }

  /** Whether a session is open where the state has one. */
  boolean isCarriedOut() {
    ConnectionState state = connection.getConnectionState();
    boolean alive =
        state == ConnectionState.CONNECTING
            || state == ConnectionState.CONNECTED
            || state == ConnectionState.RECONNECTING;
    return open == (alive ? 1 : 0);
  }

  /** A call of the transport: one at a time. */
  private void asked(Runnable what) {
    if (inTransport) {
      isWrong("The transport is asked for two things at once");
    }
    inTransport = true;
    onAsked.run();
    what.run();
    inTransport = false;
  }

  @Override
  public RoomSession open(ChannelRequest request, RoomFacts facts) {
    asked(
        () -> {
          sessions.add(facts);
          open++;
        });
    return new RoomSession() {
      private boolean closed;

      @Override
      public void tryToRejoin(ReconnectAttempt attempt) {
        asked(() -> attempts.add(attempt));
      }

      @Override
      public void stopReconnecting() {}

      @Override
      public void announceLeave() {}

      @Override
      public void close() {
        asked(
            () -> {
              // A session that is closed already may be closed again.
              if (!closed) {
                closed = true;
                open--;
              }
            });
      }
    };
  }

  @Override
  public long nanoTime() {
    return 0;
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable task) {
    if (delay.equals(RoomConnection.DEFAULT_RECONNECT_WINDOW)) {
      windows.add(task);
    }
    return () -> {};
  }
}
