// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

/** What the client must carry out. Every effect is idempotent. */
public enum Effect {
  /** Ask for the room and build the links to its server. */
  OPEN_TRANSPORT("openTransport"),
  /** Close the links and discard everything in flight on them. */
  CLOSE_TRANSPORT("closeTransport"),
  /** Tell the server, best effort and without waiting, that the user leaves. */
  ANNOUNCE_LEAVE("announceLeave"),
  /** Begin to try to get back into the room. */
  START_RECONNECTING("startReconnecting"),
  /** Stop all attempts to get back into the room. */
  STOP_RECONNECTING("stopReconnecting"),
  /** Start the timer of the first join. */
  ARM_JOIN_TIMEOUT("armJoinTimeout"),
  /** Stop the timer of the first join. */
  CANCEL_JOIN_TIMEOUT("cancelJoinTimeout"),
  /** Start the timer of the reconnect window. */
  ARM_WINDOW("armWindow"),
  /** Stop the timer of the reconnect window. */
  CANCEL_WINDOW("cancelWindow");

  private final String value;

  Effect(String value) {
    this.value = value;
  }

  /** {@return the string of this constant in the specification} */
  public String value() {
    return value;
  }
}
