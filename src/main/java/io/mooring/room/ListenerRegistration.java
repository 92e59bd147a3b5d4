package io.mooring.room;

import org.jspecify.annotations.Nullable;

/** A listener of a connection, and the changes that it is notified of. */
final class ListenerRegistration implements Registration {

  /** The connection that a listener is registered with. */
  interface Host {

    /** Removes a registration. */
    void remove(ListenerRegistration registration);

    /** Whether listeners may be notified of a change: no release was decided after it. */
    boolean mayNotify(ConnectionChange change);
  }

  private final Host host;
  private final ConnectionListener listener;

  /** The number of the latest change that was decided before the listener was added. */
  private final long addedAfter;

  /** Whether it is a lifecycle listener; a test of its type at each call would cost more. */
  private final boolean lifecycle;

  private volatile boolean open = true;

  ListenerRegistration(Host host, ConnectionListener listener, long addedAfter) {
    this.host = host;
    this.listener = listener;
    this.addedAfter = addedAfter;
    lifecycle = listener instanceof LifecycleListener;
  }

  ConnectionListener listener() {
    return listener;
  }

  /** The listener, if it is notified of the lifecycle too and was not removed. */
  @Nullable LifecycleListener lifecycle() {
    return lifecycle && open ? (LifecycleListener) listener : null;
  }

  /** Whether the listener is notified of a change. */
  boolean receives(ConnectionChange change) {
    return open && change.sequence() > addedAfter;
  }

  @Override
  public void close() {
    open = false;
    host.remove(this);
  }

  @Override
  public String toString() {
    return (open ? "Registration of " : "Closed registration of ") + listener;
  }
}
