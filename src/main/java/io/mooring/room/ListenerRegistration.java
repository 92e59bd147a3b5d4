package io.mooring.room;

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

  private volatile boolean open = true;

  ListenerRegistration(Host host, ConnectionListener listener, long addedAfter) {
    this.host = host;
    this.listener = listener;
    this.addedAfter = addedAfter;
  }

  ConnectionListener listener() {
    return listener;
  }

  /** Whether the listener was not removed. */
  boolean isOpen() {
    return open;
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
