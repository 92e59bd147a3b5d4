package io.mooring.room;

/**
 * The facts that a transport reports to a room connection about one session.
 *
 * <p>Each instance belongs to one session. A fact of a session that is not the current one changes
 * nothing, and listeners are not notified; it is dropped and counted ({@link
 * RoomConnection#droppedStaleFacts()}). Of those, a success that comes too late is undone on its
 * own session: the specification has the server notified that the user is not in the room.
 *
 * <p>The end of an attempt to rejoin the room is reported to that attempt: {@link
 * ReconnectAttempt}.
 *
 * <p>Every method may be called at any time, by any thread, in any order and repeatedly: the
 * specification says for each state what a fact means in it. A fact is decided at once. The calling
 * thread may carry out effects and call listeners, for this fact and for what other threads decided
 * meanwhile; what those throw never reaches the caller.
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
