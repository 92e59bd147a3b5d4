package io.mooring.room;

import java.time.Duration;

/**
 * One attempt to rejoin the room, as its session sees it: {@link RoomSession#tryToRejoin}.
 *
 * <p>An attempt is over when its end was reported, when it took longer than {@link #timeLimit()},
 * or when the reconnecting stopped. Reports after that change nothing: a failure is dropped and
 * counted ({@link RoomConnection#droppedStaleFacts()}), and so is a success while the same session
 * is still being restored. A success that comes after the session has ended is undone on that
 * session, so that the server learns that the user is not in the room. These are the
 * specification's {@code AttemptSucceeds} and {@code AttemptFails}.
 *
 * <p>Every method may be called at any time, also inside {@code tryToRejoin}, by any thread and
 * repeatedly. As with {@link RoomFacts}, the caller may find itself carrying out effects and
 * calling listeners.
 */
public interface ReconnectAttempt {

  /** Its number in this episode of reconnecting, from 1. */
  int number();

  /**
   * How long it may take, from the call of the session: more than zero. An attempt whose end was
   * not reported by then has failed; the session is not notified of that.
   */
  Duration timeLimit();

  /** The server let the client into the room again: the specification's {@code Rejoined}. */
  void succeeded();

  /** The attempt failed. The next one follows after a pause. */
  void failed();
}
