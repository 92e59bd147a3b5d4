package io.mooring.room;

/**
 * A listener that is also notified when {@link RoomConnection#initialize()} or {@link
 * RoomConnection#release()} has changed the state. No other listener is notified of these two
 * changes, but code that mirrors the state elsewhere, for example in an observable property, needs
 * them.
 */
public interface LifecycleListener extends ConnectionListener {

  /**
   * Called after the connection was initialised or released: {@link
   * RoomConnection#getConnectionState()} returns the new state or a later one.
   *
   * <p>The thread that called the command makes the call before the command returns. Unlike a
   * change it is not in order with others: it may come while another thread notifies the same
   * listener of a change, so it should do no more than cause a read of the state. What it throws is
   * reported to the connection's {@link FailureHandler}.
   */
  void onLifecycleChange();
}
