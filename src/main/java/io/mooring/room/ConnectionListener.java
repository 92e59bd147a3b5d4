package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.spec.ConnectionReasonHandler;
import io.mooring.room.spec.ConnectionStateHandler;

/**
 * What an application wants to do when its room connection changes.
 *
 * <p>Changes arrive one after the other in the order in which they were decided, never two at a
 * time, with no lock held, on the {@link RoomConnection.Builder#listenerExecutor listener
 * executor}. Without one they arrive on whichever thread finds them untold: one that gave a command
 * or told a fact, or a scheduler's. Until a listener returns nothing further is told, so a listener
 * must not wait for that. Nothing else waits for it: decisions, timers, attempts and effects go on,
 * and what a listener is told may be over when it returns.
 *
 * <p>A listener may call the connection. The command is decided at once and its return code is
 * final; its effects are carried out before it returns, unless another thread is at it, and its
 * changes follow after the listener returned.
 */
@FunctionalInterface
public interface ConnectionListener {

  /**
   * Called once for each change that was decided after this listener was added.
   *
   * <p>What it throws is reported to the connection's {@link FailureHandler}; it changes no state
   * and keeps no other listener from being told.
   *
   * @param change what changed
   */
  void onConnectionStateChange(ConnectionChange change);

  /**
   * A listener that does for each change what its reason asks for.
   *
   * @param handler what to do for each reason; {@link ConnectionReasonHandler#builder()} begins one
   *     that names only some of them
   */
  static ConnectionListener byReason(ConnectionReasonHandler<? super ConnectionChange> handler) {
    requireNonNull(handler, "handler");
    return change -> handler.handle(change.reason(), change);
  }

  /**
   * A listener that does for each change what the state asks for that it leads to.
   *
   * @param handler what to do for each state; {@link ConnectionStateHandler#builder()} begins one
   *     that names only some of them
   */
  static ConnectionListener byState(ConnectionStateHandler<? super ConnectionChange> handler) {
    requireNonNull(handler, "handler");
    return change -> handler.handle(change.to(), change);
  }
}
