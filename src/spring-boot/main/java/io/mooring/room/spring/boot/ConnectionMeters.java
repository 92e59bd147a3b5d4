package io.mooring.room.spring.boot;

import io.mooring.room.RoomConnection;

/** What counts and times connections, where the application has Micrometer. */
interface ConnectionMeters {

  /** Counts the failures of a connection, from before it is built. */
  void prepare(String name, RoomConnection.Builder builder);

  /** Counts and times what a connection does from now on. */
  void watch(String name, RoomConnection connection);
}
