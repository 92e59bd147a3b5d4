package io.mooring.room;

import java.util.Optional;

/**
 * One session of a transport: from one accepted join to its end.
 *
 * <p>Each method carries out one effect of the specification. The calls come one at a time, with no
 * lock held. Except for {@link #tryToRejoin}, every method is idempotent and may come in any state
 * of the session, also after {@link #close()}: the specification stops everything whenever it stops
 * anything, whatever was running. None may block. What a method throws is reported to the
 * connection's {@link FailureHandler} and changes nothing else.
 */
public interface RoomSession {

  /**
   * Makes one attempt to rejoin the room, and reports its end to the attempt, in time or not. The
   * first call of an episode carries out the specification's effect {@code startReconnecting}; each
   * further one comes after the attempt before it has failed and a pause is over ({@link
   * ReconnectPolicy}). There is one attempt at a time: those that were made before are over, and
   * what is still under way for them may be given up.
   *
   * <p>When this throws, the attempt has failed.
   */
  void tryToRejoin(ReconnectAttempt attempt);

  /** Cancels the attempt to rejoin the room: no further one follows. */
  void stopReconnecting();

  /**
   * Tells the server that the user leaves, at best effort and without waiting. It also comes after
   * {@link #close()}, when the server let the user in too late: the server takes the user to be in
   * the room and must be notified that this is wrong.
   */
  void announceLeave();

  /**
   * Drops the links and all that is in flight on them. Facts of the session are stale afterwards,
   * and harmless.
   */
  void close();

  /**
   * What proves to the server that this session is the client's own, for a life after this one: a
   * snapshot keeps it. It is called for every snapshot, by any thread, also after the session was
   * closed. It must be cheap and never block. By default there is none.
   */
  default Optional<SessionToken> token() {
    return Optional.empty();
  }
}
