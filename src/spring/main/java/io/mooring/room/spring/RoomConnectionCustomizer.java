package io.mooring.room.spring;

import io.mooring.room.RoomConnection;

/**
 * A bean that sets up the connections of an application before they are built, for example their
 * scheduler. Several are called in the order of Spring's {@code @Order}.
 */
@FunctionalInterface
public interface RoomConnectionCustomizer {

  /**
   * Called once for each connection, before it is built.
   *
   * @param builder has the transport, the engine and all other settings; what is set here replaces
   *     them
   */
  void customize(RoomConnection.Builder builder);

  /**
   * Called once for each connection, before it is built, where one of several needs something else.
   * By default the name makes no difference.
   *
   * @param connection the name of the connection's bean
   * @param builder as in {@link #customize(RoomConnection.Builder)}, which this replaces
   */
  default void customize(String connection, RoomConnection.Builder builder) {
    customize(builder);
  }
}
