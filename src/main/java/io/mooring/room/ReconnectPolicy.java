package io.mooring.room;

import io.mooring.room.spec.Timing;
import java.time.Duration;

/**
 * The pace at which a connection tries to rejoin its room: the time limit of each attempt, and the
 * pause after it.
 *
 * <p>The first attempt of an episode begins at once; each further one after the attempt before it
 * has failed and the pause is over. They neither shorten nor prolong the reconnect window: when it
 * is over it ends the episode, whatever attempt is under way.
 *
 * <p>Both methods are functions of their arguments: random numbers come from the connection ({@link
 * RoomConnection.Builder#random}). {@link RoomConnection.Builder#reconnectPolicy} calls them for
 * every attempt that can be in the longest window, with the smallest and the largest random number,
 * and rejects a policy that exceeds a bound of the specification. A policy that exceeds one later,
 * or throws, is reported to the {@link FailureHandler} each time, and the bound is used instead.
 *
 * <p>They are called with no lock held, by one thread at a time for each connection, and must not
 * block.
 */
// It and ReconnectPolicies, which implements its factory methods, refer to each other.
public interface ReconnectPolicy {

  /**
   * How long an attempt may take until it has failed.
   *
   * @param attempt its number in the episode, from 1
   * @return more than zero, at most {@link Timing#ATTEMPT_AT_MOST}
   */
  Duration timeLimit(int attempt);

  /**
   * How long the pause between a failed attempt and the next one is. It is measured from the end of
   * the attempt, also where a slow listener keeps the client busy until later.
   *
   * @param failed the number of the attempt that has failed, from 1
   * @param random a random number, at least 0 and less than 1, another one for each pause
   * @return at least {@link Timing#BACK_OFF_AT_LEAST}, at most {@link Timing#BACK_OFF_AT_MOST}
   */
  Duration backOff(int failed, double random);

  /**
   * The rounds of the vendor's web client: in the first round each server has 2 s, in the second
   * one 4 s, in the third one 6 s; then they begin again. The pause is the shortest possible. It is
   * for the session to take the next server with each attempt.
   *
   * @param servers how many servers there are, at least 1
   * @throws IllegalArgumentException when there are fewer
   */
  static ReconnectPolicy rounds(int servers) {
    return new ReconnectPolicies.Rounds(servers);
  }

  /**
   * Pauses that grow from one attempt to the next. Each is prolonged by a random part of itself, so
   * that clients which lost the same server do not all come back at the same moment. Attempts may
   * take as long as the specification allows.
   *
   * @param first the first pause, at least {@link Timing#BACK_OFF_AT_LEAST}
   * @param factor how many times as long as the one before each pause is, at least 1
   * @param longest no pause is longer, except for its random part; with that, at most {@link
   *     Timing#BACK_OFF_AT_MOST}
   * @param jitter the largest random part: 0 for none, 0.5 for up to half as much again
   * @throws IllegalArgumentException when the arguments contradict this
   */
  static ReconnectPolicy exponential(
      Duration first, double factor, Duration longest, double jitter) {
    return new ReconnectPolicies.ExponentialBackOff(first, factor, longest, jitter);
  }
}
