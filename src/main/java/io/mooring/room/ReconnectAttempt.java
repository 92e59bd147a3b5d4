package io.mooring.room;

import java.time.Duration;

/**
 * One attempt to get back into the room, as its session hears of it: {@link
 * RoomSession#tryToRejoin}.
 *
 * <p>An attempt is over when its end was told, when it took longer than {@link #timeLimit()}, or
 * when the reconnecting stopped. What is told of it afterwards changes nothing: a failure is
 * dropped and counted ({@link RoomConnection#droppedStaleFacts()}), and so is a success while the
 * same session is still being restored. A success that comes after the session has ended is undone
 * on that session, so that the server hears that the user is not in the room. These are the
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
   * How long it may take, from the moment at which the session was asked for it: more than zero. An
   * attempt that has told no end by then has failed, and the session is not told so.
   */
  Duration timeLimit();

  /** The server let the client into the room again: the specification's {@code Rejoined}. */
  void succeeded();

  /** It came to nothing. The next one follows after a pause. */
  void failed();
}
