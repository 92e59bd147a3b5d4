package io.mooring.room.spring;

import static java.util.Objects.requireNonNull;

import io.mooring.room.ConnectionChange;
import io.mooring.room.RoomConnection;
import org.springframework.context.ApplicationEvent;

/**
 * A change of a room connection, as an event of the application: {@code @EventListener void
 * onChange(ConnectionChangedEvent event)}.
 *
 * <p>It is published where a {@link io.mooring.room.ConnectionListener} is called, so what is said
 * there of threads and order holds for its listeners too.
 */
public final class ConnectionChangedEvent extends ApplicationEvent {

  private static final long serialVersionUID = 1L;

  private final transient ConnectionChange change;

  /**
   * An event for one change.
   *
   * @param connection which connection changed
   * @param change what changed
   */
  public ConnectionChangedEvent(RoomConnection connection, ConnectionChange change) {
    super(connection);
    this.change = requireNonNull(change, "change");
  }

  /** Which connection changed: the {@linkplain #getSource() source} of the event. */
  public RoomConnection connection() {
    return (RoomConnection) getSource();
  }

  /** {@return the change} */
  public ConnectionChange change() {
    return change;
  }

  /** For example {@code ConnectionChangedEvent[CONNECTED -> RECONNECTING (...), ...]}. */
  @Override
  public String toString() {
    return "ConnectionChangedEvent[" + change + "]";
  }
}
