// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

import java.util.Optional;

/** The code that a command returns, or with which it is answered later. */
public enum ReturnCode {
  /** The command was accepted. */
  OK(0),
  /** A join is already under way. */
  ALREADY_JOINING(30001),
  /** The command does not fit the state of the engine. */
  WRONG_STATE(30005),
  /** The long link to the server could not be established, or not in time. */
  CONNECT_FAILED(30015),
  /** The user left before the join was answered. */
  JOIN_CUT_BY_LEAVE(30028),
  /** The user released the engine before the join was answered. */
  JOIN_CUT_BY_RELEASE(30029),
  /** The user is in a room already. */
  ALREADY_JOINED(30100),
  /** There is no room to leave. */
  NOT_JOINED(30101),
  /** The room was left already. */
  REPEATED_LEAVE(30102),
  /** The request for the room failed. */
  REQUEST_JOIN_FAILED(30103),
  /** The server removed the user from the room. */
  SERVER_KICKED(30206),
  /** The server closed the room. */
  ROOM_BE_CLOSED(30207),
  /** The same user id joined from elsewhere. */
  DUPLICATE_UID(30209);

  private static final ReturnCode[] VALUES = values();

  private final int code;

  ReturnCode(int code) {
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
  public static Optional<ReturnCode> find(int code) {
    for (ReturnCode value : VALUES) {
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
  public static ReturnCode of(int code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("No ReturnCode has the code " + code));
  }
}
