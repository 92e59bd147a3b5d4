package io.mooring.room;

/**
 * One session of a transport: from one accepted join to its end.
 *
 * <p>Each method carries out one effect of the specification. The calls come one at a time, with no
 * lock held. Every method is idempotent and may come in any state of the session, also after {@link
 * #close()}: the specification stops everything whenever it stops anything, whatever was running.
 * None may block. What a method throws is reported to the connection's {@link FailureHandler} and
 * changes nothing else.
 */
public interface RoomSession {

  /** Begins to try to get back into the room, until {@link #stopReconnecting()}. */
  void startReconnecting();

  /** Gives up every attempt to get back into the room. */
  void stopReconnecting();

  /**
   * Tells the server that the user leaves, at best effort and without waiting. It also comes after
   * {@link #close()}, when the server let the user in too late: the server believes the user to be
   * in the room and has to hear otherwise.
   */
  void announceLeave();

  /**
   * Drops the links and all that is in flight on them. What the session tells afterwards is stale,
   * and harmless.
   */
  void close();
}
