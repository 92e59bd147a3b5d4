package io.mooring.room;

/**
 * What the world may tell a room connection about one session.
 *
 * <p>Each instance belongs to the session that it was handed out for. A fact of a session that is
 * no longer the current one changes nothing and tells nobody; it is dropped and counted ({@link
 * RoomConnection#droppedStaleFacts()}). Of those, a success that comes too late is undone on its
 * own session: the specification lets the server hear that the user is not in the room.
 *
 * <p>What becomes of an attempt to get back into the room is told to that attempt: {@link
 * ReconnectAttempt}.
 *
 * <p>Every method may be called at any time, by any thread, in any order and repeatedly: the
 * specification says for each state what a fact means in it. A fact is decided at once. The caller
 * may find itself carrying out effects and calling listeners, for this fact and for what other
 * threads decided meanwhile; what those throw never reaches it.
 */
public interface RoomFacts {

  /** The server let the client into the room. */
  void joined();

  /** The request for the room failed, or was not answered in time. */
  void roomRequestFailed();

  /** The long link to the server could not be built, or not in time. */
  void longLinkFailed();

  /** The client connects through the cloud proxy. */
  void proxyConnecting();

  /** The media link was lost. */
  void mediaLost();

  /** The signalling link was lost. */
  void signalLost();

  /** The network changed, and the dispatcher assigned another server. */
  void reDispatched();

  /** The session has expired on the server. */
  void serviceTimedOut();

  /** The room was closed. */
  void roomClosed();

  /** The server removed the user from the room. */
  void kicked();

  /** The same user id joined from elsewhere. */
  void sameUserIdElsewhere();
}
