package io.mooring.room.janus;

/** The error codes of the server and of its VideoRoom that a client handles specially. */
final class ServerCode {
  /** The session does not exist. */
  static final int NO_SUCH_SESSION = 458;

  /** The handle does not exist in the session. */
  static final int NO_SUCH_HANDLE = 459;

  /** A session with the requested number exists. */
  static final int SESSION_CONFLICT = 468;

  /** VideoRoom: the handle has already joined. */
  static final int ALREADY_JOINED = 425;

  /** VideoRoom: the room does not exist. */
  static final int NO_SUCH_ROOM = 426;

  /** VideoRoom: the user id is already in the room. */
  static final int ID_EXISTS = 436;

  private ServerCode() {}
}
