// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

/** What the client has carried out for it. Every effect is idempotent. */
public enum Effect {
  /** Ask for the room and build the links to its server. */
  OPEN_TRANSPORT("openTransport"),
  /** Drop the links and all that is in flight on them. */
  CLOSE_TRANSPORT("closeTransport"),
  /** Tell the server, at best effort and without waiting, that the user leaves. */
  ANNOUNCE_LEAVE("announceLeave"),
  /** Begin to try to get back into the room. */
  START_RECONNECTING("startReconnecting"),
  /** Give up every attempt to get back into the room. */
  STOP_RECONNECTING("stopReconnecting"),
  /** Begin to measure the time that the first join may take. */
  ARM_JOIN_TIMEOUT("armJoinTimeout"),
  /** Stop measuring it. */
  CANCEL_JOIN_TIMEOUT("cancelJoinTimeout"),
  /** Begin to measure the time in which the client may get back. */
  ARM_WINDOW("armWindow"),
  /** Stop measuring it. */
  CANCEL_WINDOW("cancelWindow");

  private final String value;

  Effect(String value) {
    this.value = value;
  }

  /** {@return the string that stands for this constant in the specification} */
  public String value() {
    return value;
  }
}
