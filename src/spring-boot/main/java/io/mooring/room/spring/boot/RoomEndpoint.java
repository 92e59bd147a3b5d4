package io.mooring.room.spring.boot;

import io.mooring.room.ChannelRequest;
import io.mooring.room.ConnectionChange;
import io.mooring.room.RoomConnection;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * The actuator endpoint {@code room}: state and step log of each connection. It shows no token, and
 * no name of a room or id of a user unless {@link RoomEndpointProperties} allow it.
 */
@Endpoint(id = "room")
public final class RoomEndpoint {

  private final RoomConnections connections;
  private final RoomEndpointProperties properties;

  RoomEndpoint(RoomConnections connections, RoomEndpointProperties properties) {
    this.connections = connections;
    this.properties = properties;
  }

  /** Describes all connections. */
  @ReadOperation
  public ConnectionsDescriptor connections(SecurityContext securityContext) {
    boolean shown = isShown(securityContext);
    Map<String, ConnectionDescriptor> all = new LinkedHashMap<>();
    connections.byName().forEach((name, each) -> all.put(name, describe(each, shown)));
    return new ConnectionsDescriptor(all);
  }

  /**
   * Describes one connection.
   *
   * @param name the name of its bean
   * @return nothing if there is none of this name
   */
  @ReadOperation
  public @Nullable ConnectionDescriptor connection(
      SecurityContext securityContext, @Selector String name) {
    RoomConnection found = connections.byName().get(name);
    return found == null ? null : describe(found, isShown(securityContext));
  }

  private boolean isShown(SecurityContext securityContext) {
    return properties.getShowValues().isShown(securityContext, properties.getRoles());
  }

  private static ConnectionDescriptor describe(RoomConnection connection, boolean shown) {
    Optional<ChannelRequest> request = shown ? connection.capture().request() : Optional.empty();
    return new ConnectionDescriptor(
        connection.getConnectionState(),
        connection.lastChange().map(ConnectionChange::reason).orElse(null),
        connection.reconnectAttempts(),
        connection.droppedStaleFacts(),
        request.map(ChannelRequest::channelName).orElse(null),
        request.map(each -> Long.toUnsignedString(each.uid())).orElse(null),
        connection.stepLog().lines().map(String::strip).toList());
  }

  /**
   * All connections.
   *
   * @param connections by the names of their beans
   */
  public record ConnectionsDescriptor(Map<String, ConnectionDescriptor> connections) {}

  /**
   * One connection.
   *
   * @param state its state
   * @param lastReason the reason of its last change; nothing before the first
   * @param reconnectAttempts how many attempts to rejoin a room were begun
   * @param droppedStaleFacts how many facts and timers were dropped as stale
   * @param room the name of its room, if that may be shown
   * @param user the id of its user, if that may be shown
   * @param stepLog its last decisions, the oldest first
   */
  public record ConnectionDescriptor(
      ConnectionState state,
      @Nullable ConnectionReason lastReason,
      long reconnectAttempts,
      long droppedStaleFacts,
      @Nullable String room,
      @Nullable String user,
      List<String> stepLog) {}
}
