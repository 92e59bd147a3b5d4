package io.mooring.room.janus;

/** The error codes of the server and of its VideoRoom that a client answers in its own way. */
final class ServerCode {
  /** The session does not exist, or no longer. */
  static final int NO_SUCH_SESSION = 458;

  /** The handle does not exist in the session, or no longer. */
  static final int NO_SUCH_HANDLE = 459;

  /** There is a session of the number that was asked for. */
  static final int SESSION_CONFLICT = 468;

  /** VideoRoom: the handle is in the room, or was and cannot be again. */
  static final int ALREADY_JOINED = 425;

  /** VideoRoom: the room does not exist. */
  static final int NO_SUCH_ROOM = 426;

  /** VideoRoom: the user id is in the room already. */
  static final int ID_EXISTS = 436;

  private ServerCode() {}
}
