package io.mooring.room.spring;

import io.mooring.room.RoomConnection;

/**
 * A bean that sets up the connection of a {@link RoomConnectionConfiguration} before it is built,
 * for example its listener executor. Several are called in the order of Spring's {@code @Order}.
 */
@FunctionalInterface
public interface RoomConnectionCustomizer {

  /**
   * Called once, when the connection is made.
   *
   * @param builder has the transport and the Spring engine; what is set here replaces it
   */
  void customize(RoomConnection.Builder builder);
}
