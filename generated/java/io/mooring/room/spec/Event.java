// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

/** The events of a connection. */
public enum Event {
  /**
   * The user sets up the engine.
   *
   * <p>[D] Afterwards the client is DISCONNECTED, without a notification.
   *
   * <p>[I] A second one is refused.
   */
  INITIALIZE("Initialize", true, false),
  /**
   * The user asks to join a room.
   *
   * <p>[D] From DISCONNECTED and from FAILED the client goes to CONNECTING with reason 5; a join
   * in a session is refused as a repeated one. One header comment says that reason 5 means
   * connected; the guide and the other headers say CONNECTING, and we follow them.
   *
   * <p>[I] Of the two documented codes, 30001 means that the first join is still pending, 30100
   * that the user is in the room.
   *
   * <p>[I] The first join has a time limit of the client: a server that never answers must not
   * leave the user CONNECTING for ever.
   */
  JOIN_CHANNEL("JoinChannel", true, false),
  /**
   * The user leaves the room.
   *
   * <p>[D] From CONNECTING and CONNECTED to DISCONNECTED with reason 1.
   *
   * <p>[I] From RECONNECTING and FAILED likewise: a leave has priority over everything, and
   * never waits for an answer.
   *
   * <p>[D] If there is no room to leave, it is refused; [I] the code says whether the user left
   * before.
   */
  LEAVE_CHANNEL("LeaveChannel", true, false),
  /**
   * The user releases the engine.
   *
   * <p>[D] From every state to UNKNOWN, without a notification.
   *
   * <p>[I] A session that still exists is left first.
   */
  RELEASE("Release", true, false),
  /**
   * The server let the client into the room.
   *
   * <p>[D] CONNECTING to CONNECTED with reason 6.
   *
   * <p>[I] After the session's end it is undone; in an established session it is a repetition.
   */
  JOINED("Joined", false, false),
  /**
   * The request for the room failed, or was not answered in time.
   *
   * <p>[D] CONNECTING to FAILED with reason 10.
   */
  ROOM_REQUEST_FAILED("RoomRequestFailed", false, false),
  /**
   * The long link to the server could not be established, or not in time.
   *
   * <p>[D] CONNECTING to FAILED with reason 11.
   *
   * <p>[I] The client tells itself the same when the time limit of the first join has expired,
   * whatever it was waiting for.
   */
  LONG_LINK_FAILED("LongLinkFailed", false, false),
  /**
   * The client connects through the cloud proxy.
   *
   * <p>[D] The user is told (CONNECTING, 13).
   *
   * <p>[I] This is a notification without a change of state, at most once in a join.
   */
  PROXY_CONNECTING("ProxyConnecting", false, false),
  /**
   * The media link was lost.
   *
   * <p>[D] CONNECTED to RECONNECTING with reason 8.
   */
  MEDIA_LOST("MediaLost", false, false),
  /**
   * The signalling link was lost.
   *
   * <p>[D] CONNECTED to RECONNECTING with reason 9.
   */
  SIGNAL_LOST("SignalLost", false, false),
  /**
   * The network changed, and the dispatcher assigned another server.
   *
   * <p>[D] To RECONNECTING with reason 12; [I] from CONNECTED.
   */
  RE_DISPATCHED("ReDispatched", false, false),
  /**
   * The server let the client into the room again.
   *
   * <p>[D] RECONNECTING to CONNECTED with reason 7.
   *
   * <p>[I] After the session's end it is undone; in other states it is stale.
   */
  REJOINED("Rejoined", false, true),
  /**
   * The reconnect window of the client has expired.
   *
   * <p>[D] RECONNECTING to FAILED, after 30 s to 50 s.
   *
   * <p>[I] With reason 4. The documents give that reason to DISCONNECTED alone: we take that to
   * be the server's decision (ServiceTimedOut), and this to be the client's.
   */
  RECONNECT_WINDOW_USED_UP("ReconnectWindowUsedUp", false, false),
  /**
   * The session has expired on the server.
   *
   * <p>[D] To DISCONNECTED with reason 4; [I] from CONNECTED and RECONNECTING: while the first
   * connection is being established there is no session that could expire.
   */
  SERVICE_TIMED_OUT("ServiceTimedOut", false, false),
  /**
   * The room was closed.
   *
   * <p>[D] CONNECTED to DISCONNECTED with reason 2; [I] likewise while connecting and
   * reconnecting.
   */
  ROOM_CLOSED("RoomClosed", false, false),
  /**
   * The server removed the user.
   *
   * <p>[D] CONNECTED to DISCONNECTED with reason 3; [I] likewise while connecting and
   * reconnecting.
   */
  KICKED("Kicked", false, false),
  /**
   * The same user id joined from elsewhere.
   *
   * <p>[I] To DISCONNECTED with reason 14, as for a kick.
   */
  SAME_USER_ID_ELSEWHERE("SameUserIdElsewhere", false, false);

  /** The number of events: how many rows the table has for each location. */
  static final int COUNT = 17;

  private final String action;
  private final boolean command;
  private final boolean ofAttempt;

  Event(String action, boolean command, boolean ofAttempt) {
    this.action = action;
    this.command = command;
    this.ofAttempt = ofAttempt;
  }

  /** {@return the name of the action in the specification} */
  public String action() {
    return action;
  }

  /** {@return whether this event is a command of the user; otherwise it is a fact} */
  public boolean isCommand() {
    return command;
  }

  /** {@return whether this fact answers an attempt; all others concern the whole session} */
  public boolean isOfAttempt() {
    return ofAttempt;
  }
}
