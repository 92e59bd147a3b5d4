// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

import java.util.Optional;

/** The reason of a notification. */
public enum ConnectionReason {
  /** The user left the room. */
  LEAVE_CHANNEL(1),
  /** The server closed the room. */
  CHANNEL_CLOSED(2),
  /** The server removed the user from the room. */
  BE_KICKED(3),
  /** The session expired on the server, or the client's time for reconnecting ran out. */
  TIME_OUT(4),
  /** The user asked to join a room. */
  JOIN_CHANNEL(5),
  /** The first connection to the room is established. */
  JOIN_SUCCEED(6),
  /** The connection is established again after a loss. */
  REJOIN_SUCCEED(7),
  /** The media link was lost. */
  MEDIA_CONNECTION_DISCONNECTED(8),
  /** The signalling link was lost. */
  SIGNAL_DISCONNECTED(9),
  /** The request for the room failed during the first join. */
  REQUEST_CHANNEL_FAILED(10),
  /** The long link to the server could not be established during the first join. */
  JOIN_CHANNEL_FAILED(11),
  /** The network changed and a better server address was assigned. */
  RE_DISPATCH(12),
  /** The client began to connect through the cloud proxy. */
  SETTING_PROXY_SERVER(13),
  /** The same user id joined from elsewhere. */
  BE_KICKED_DUE_TO_SAME_USER_ID(14);

  private static final ConnectionReason[] VALUES = values();

  private final int code;

  ConnectionReason(int code) {
    this.code = code;
  }

  /** {@return the integer of this constant, in the specification and outside} */
  public int code() {
    return code;
  }

  /**
   * {@return the constant with this code, or empty if there is none}
   *
   * @param code any integer
   */
  public static Optional<ConnectionReason> find(int code) {
    for (ConnectionReason value : VALUES) {
      if (value.code == code) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /**
   * {@return the constant with this code}
   *
   * @param code the code of a constant
   * @throws IllegalArgumentException if there is none; the message names the code
   */
  public static ConnectionReason of(int code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("No ConnectionReason has the code " + code));
  }
}
