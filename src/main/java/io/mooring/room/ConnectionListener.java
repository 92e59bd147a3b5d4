package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.spec.ConnectionReasonHandler;
import io.mooring.room.spec.ConnectionStateHandler;

/**
 * Receives the changes of a room connection.
 *
 * <p>Changes arrive one after the other in the order in which they were decided, never two at a
 * time, with no lock held, on the {@link RoomConnection.Builder#listenerExecutor listener
 * executor}. Without one they arrive on the thread that delivers them: one that called a command or
 * reported a fact, or the scheduler's. Until a listener returns there is no further notification,
 * so a listener must not wait for one. Nothing else waits for it: decisions, timers, attempts and
 * effects continue, and the connection may have changed again when it returns.
 *
 * <p>A listener may call the connection. The command is decided at once and its return code is
 * final; its effects are carried out before it returns, unless another thread is carrying out
 * effects, and its changes follow after the listener has returned.
 */
@FunctionalInterface
public interface ConnectionListener {

  /**
   * Called once for each change that was decided after this listener was added.
   *
   * <p>What it throws is reported to the connection's {@link FailureHandler}; it changes no state,
   * and the other listeners are notified all the same.
   *
   * @param change what changed
   */
  void onConnectionStateChange(ConnectionChange change);

  /**
   * A listener that calls the handler of each change's reason.
   *
   * @param handler what to do for each reason; {@link ConnectionReasonHandler#builder()} begins one
   *     that names only some of them
   */
  static ConnectionListener byReason(ConnectionReasonHandler<? super ConnectionChange> handler) {
    requireNonNull(handler, "handler");
    return change -> handler.handle(change.reason(), change);
  }

  /**
   * A listener that calls the handler of the state that each change leads to.
   *
   * @param handler what to do for each state; {@link ConnectionStateHandler#builder()} begins one
   *     that names only some of them
   */
  static ConnectionListener byState(ConnectionStateHandler<? super ConnectionChange> handler) {
    requireNonNull(handler, "handler");
    return change -> handler.handle(change.to(), change);
  }
}
