package io.mooring.room;

import java.util.Optional;

/**
 * The network beneath a room connection: it opens sessions, and says through {@link RoomFacts} what
 * becomes of them.
 *
 * <p>Calls of one connection come one at a time, in the order in which they were decided, with no
 * lock held. None may block: while one runs nothing else is asked of the transport. Deciding and
 * telling go on, and so do timers: a call that has not returned when the time of a join, of its
 * attempt or of the reconnect window is over is reported to the {@link FailureHandler}, and what
 * was decided meanwhile is asked for when it returns, in order.
 */
@FunctionalInterface
public interface RoomTransport {

  /**
   * Begins a new session: asks for the room and builds the links to its server. This carries out
   * the specification's effect {@code openTransport}.
   *
   * <p>It returns without waiting for an answer. Facts may be told from the first moment on, on any
   * thread; those told before this method returned are decided right after it returned.
   *
   * <p>When it throws there is no session: facts that were told meanwhile are void, the failure is
   * reported to the connection's {@link FailureHandler}, and the connection decides {@link
   * RoomFacts#longLinkFailed()} in their place.
   *
   * @param request what to join
   * @param facts where to say what becomes of this session, and of this one only
   * @return the session
   */
  RoomSession open(ChannelRequest request, RoomFacts facts);

  /**
   * Takes up a session whose process died, for a connection that is {@link
   * RoomConnection.Builder#restore restored}: there are no links, and the server may or may not
   * believe the user to be in the room. The connection is reconnecting; right after this it asks
   * the session to {@link RoomSession#tryToRejoin try}.
   *
   * <p>As {@link #open}, it returns without waiting for an answer, and facts may be told from the
   * first moment on. {@link RoomConnection.Builder#build} waits for it: when the reconnect window
   * is over by then, that is decided first, and nothing is attempted. By default there is no way
   * back, and the connection gives up. So it does when this throws; that is reported to the
   * connection's {@link FailureHandler}.
   *
   * @param request what was joined
   * @param facts where to say what becomes of this session, and of this one only
   * @return the session, or empty if there is no way back into it
   */
  default Optional<RoomSession> resume(ChannelRequest request, RoomFacts facts) {
    return Optional.empty();
  }

  /**
   * As {@link #open(ChannelRequest, RoomFacts)}, by a client that may find its own past in the way.
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
