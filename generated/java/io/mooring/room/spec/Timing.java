// Generated from spec/RoomTiming.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

import java.time.Duration;

/** How long things take: the durations of {@code RoomTiming}. */
public final class Timing {
  /**
   * A client that lost its network does not give up earlier than this after the loss. [D]
   *
   * <p>{@code RoomTiming.tla:11}
   */
  public static final Duration GIVE_UP_AT_LEAST = Duration.ofSeconds(30);

  /**
   * A client that lost its network gives up no later than this after the loss. [D]
   *
   * <p>{@code RoomTiming.tla:13}
   */
  public static final Duration GIVE_UP_AT_MOST = Duration.ofSeconds(50);

  /**
   * A client notices the loss of a link within this time. [I] Heartbeats of clients of this kind
   * notice within 4 s to 15 s; the vendor's heartbeat is sent every 6 s.
   *
   * <p>{@code RoomTiming.tla:17}
   */
  public static final Duration DETECTION_AT_MOST = Duration.ofSeconds(10);

  /**
   * The reconnect window is at least as long as this. [I] It is measured from the moment in
   * which the loss is noticed, which may be the moment of the loss.
   *
   * <p>{@code RoomTiming.tla:21}
   */
  public static final Duration WINDOW_AT_LEAST = Duration.ofSeconds(30);

  /**
   * The reconnect window is at most as long as this. [I] The client may have noticed the loss
   * late, and must still give up in time.
   *
   * <p>{@code RoomTiming.tla:24}
   */
  public static final Duration WINDOW_AT_MOST = Duration.ofSeconds(40);

  /**
   * The shortest time limit of a first join. [I]
   *
   * <p>{@code RoomTiming.tla:27}
   */
  public static final Duration JOIN_AT_LEAST = Duration.ofSeconds(1);

  /**
   * A first join that is not answered within this time has failed. [I] The vendor's web client
   * spends 12 s on each server that it tries.
   *
   * <p>{@code RoomTiming.tla:30}
   */
  public static final Duration JOIN_AT_MOST = Duration.ofSeconds(30);

  /**
   * An attempt to get back fails if it is not answered within this time. [I]
   *
   * <p>{@code RoomTiming.tla:33}
   */
  public static final Duration ATTEMPT_AT_MOST = Duration.ofSeconds(10);

  /**
   * How long a client waits that tries its servers in rounds, as the vendor's web client does:
   * in the first round for the answer of each server. [I]
   *
   * <p>{@code RoomTiming.tla:36}
   */
  public static final Duration FIRST_ROUND = Duration.ofSeconds(2);

  /**
   * In the second round. [I]
   *
   * <p>{@code RoomTiming.tla:38}
   */
  public static final Duration SECOND_ROUND = Duration.ofSeconds(4);

  /**
   * In the third one; then the rounds begin again. [I]
   *
   * <p>{@code RoomTiming.tla:40}
   */
  public static final Duration THIRD_ROUND = Duration.ofSeconds(6);

  /**
   * The shortest pause between a failed attempt and the next one. [I]
   *
   * <p>{@code RoomTiming.tla:42}
   */
  public static final Duration BACK_OFF_AT_LEAST = Duration.ofSeconds(1);

  /**
   * The longest pause between them. [I] In the shortest window a second attempt is made even if
   * the first one takes as long as it may.
   *
   * <p>{@code RoomTiming.tla:45}
   */
  public static final Duration BACK_OFF_AT_MOST = Duration.ofSeconds(10);

  /**
   * The server keeps a session without packets for at least this time, and then tells the others
   * in the room that its user left. [D]
   *
   * <p>{@code RoomTiming.tla:49}
   */
  public static final Duration SESSION_AT_LEAST = Duration.ofSeconds(40);

  /**
   * The server keeps a session without packets for at most this time. [D]
   *
   * <p>{@code RoomTiming.tla:51}
   */
  public static final Duration SESSION_AT_MOST = Duration.ofSeconds(50);

  private Timing() {}
}
