package io.mooring.room;

import java.util.Optional;

/**
 * The network of a room connection: it opens sessions, and reports through {@link RoomFacts} what
 * happens to them.
 *
 * <p>Calls of one connection come one at a time, in the order in which they were decided, with no
 * lock held. None may block: while one runs there is no other call of the transport. Decisions,
 * notifications and timers continue: a call that has not returned when the time of a join, of its
 * attempt or of the reconnect window is over is reported to the {@link FailureHandler}, and what
 * was decided meanwhile is carried out when it returns, in order.
 */
@FunctionalInterface
public interface RoomTransport {

  /**
   * Begins a new session: requests the room and builds the links to its server. This carries out
   * the specification's effect {@code openTransport}.
   *
   * <p>It returns without waiting for an answer. Facts may be reported from the first moment on, on
   * any thread; those reported before this method has returned are decided right after that.
   *
   * <p>When it throws there is no session: facts that were reported meanwhile are void, the failure
   * is reported to the connection's {@link FailureHandler}, and the connection decides {@link
   * RoomFacts#longLinkFailed()} in their place.
   *
   * @param request what to join
   * @param facts receives the facts of this session only
   * @return the session
   */
  RoomSession open(ChannelRequest request, RoomFacts facts);

  /**
   * Resumes a session whose process died, for a connection that is {@link
   * RoomConnection.Builder#restore restored}: there are no links, and the server may or may not
   * take the user to be in the room. The connection is reconnecting; right after this it calls the
   * session's {@link RoomSession#tryToRejoin try}.
   *
   * <p>As {@link #open}, it returns without waiting for an answer, and facts may be reported from
   * the first moment on. {@link RoomConnection.Builder#build} waits for it: when the reconnect
   * window is over by then, that is decided first, and nothing is attempted. By default a session
   * cannot be resumed, and the session is over. The same applies if this throws; that is reported
   * to the connection's {@link FailureHandler}.
   *
   * @param request what was joined
   * @param facts receives the facts of this session only
   * @return the session, or empty if it cannot be resumed
   */
  default Optional<RoomSession> resume(ChannelRequest request, RoomFacts facts) {
    return Optional.empty();
  }

  /**
   * As {@link #open(ChannelRequest, RoomFacts)}, by a client whose own earlier session may still be
   * in the room.
   *
   * @param ghost the token of the client's latest session before this one, in this life or in an
   *     earlier one, if that may still be in its room
   */
  default RoomSession open(ChannelRequest request, Optional<SessionToken> ghost, RoomFacts facts) {
    return open(request, facts);
  }

  /**
   * As {@link #resume(ChannelRequest, RoomFacts)}, with the token that the session had given.
   *
   * @param token what proves that the session is the client's own; empty where it gave none
   */
  default Optional<RoomSession> resume(
      ChannelRequest request, Optional<SessionToken> token, RoomFacts facts) {
    return resume(request, facts);
  }
}
