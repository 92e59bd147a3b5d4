package io.mooring.room.harness.model;

import io.mooring.room.RoomConnection;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.ReturnCode;

/** Gives commands to connections. */
public final class Commands {
  /** The room that all connections join. */
  public static final String ROOM = "room";

  private static final long USER = 7;

  private Commands() {}

  /** Gives a command, and returns the code that the connection returned at once. */
  public static ReturnCode give(RoomConnection connection, Event command) {
    return switch (command) {
      case INITIALIZE -> connection.initialize();
      case JOIN_CHANNEL -> connection.joinChannel(ROOM, USER).code();
      case LEAVE_CHANNEL -> connection.leaveChannel().code();
      case RELEASE -> connection.release();
      default ->
          throw new IllegalArgumentException(
              command.action() + " is not a command of RoomConnection");
    };
  }
}
