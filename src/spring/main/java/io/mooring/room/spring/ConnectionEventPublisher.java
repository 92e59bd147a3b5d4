package io.mooring.room.spring;

import static java.util.Objects.requireNonNull;

import io.mooring.room.ConnectionChange;
import io.mooring.room.ConnectionListener;
import io.mooring.room.RoomConnection;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes every change of a connection as a {@link ConnectionChangedEvent}.
 *
 * <p>What a listener of the event throws is what this one throws: it is reported to the
 * connection's {@link io.mooring.room.FailureHandler}, and Spring calls no further listener of that
 * event.
 */
public final class ConnectionEventPublisher implements ConnectionListener {

  private final RoomConnection connection;
  private final ApplicationEventPublisher publisher;

  /**
   * A listener for one connection; it still has to be added to it.
   *
   * @param connection the connection that the events come from
   * @param publisher where they go, for example the application context
   */
  public ConnectionEventPublisher(RoomConnection connection, ApplicationEventPublisher publisher) {
    this.connection = requireNonNull(connection, "connection");
    this.publisher = requireNonNull(publisher, "publisher");
  }

  @Override
  public void onConnectionStateChange(ConnectionChange change) {
    publisher.publishEvent(new ConnectionChangedEvent(connection, change));
  }
}
