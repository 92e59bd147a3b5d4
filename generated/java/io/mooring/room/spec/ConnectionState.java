// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

import java.util.Optional;

/** The state of a connection, as its user sees it. */
public enum ConnectionState {
  /** The engine is not initialised, or was released. */
  UNKNOWN(0),
  /** Initialised and in no room: not joined yet, left, or ended by the server. */
  DISCONNECTED(1),
  /** The user asked to join; the first connection is being built. */
  CONNECTING(2),
  /** In the room. */
  CONNECTED(3),
  /** The client was in the room, a link broke, and the client tries to get back by itself. */
  RECONNECTING(4),
  /** The client has given up and does not retry; only the user can change the state. */
  FAILED(5);

  private static final ConnectionState[] VALUES = values();

  private final int code;

  ConnectionState(int code) {
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
  public static Optional<ConnectionState> find(int code) {
    for (ConnectionState value : VALUES) {
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
  public static ConnectionState of(int code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("No ConnectionState has the code " + code));
  }
}
