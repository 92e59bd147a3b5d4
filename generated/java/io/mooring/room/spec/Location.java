// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

import java.util.Set;

/**
 * A location of a room connection: a reachable valuation of all variables of the specification except
 * its outputs.
 *
 * <p>The step of an event depends only on the location.
 */
public enum Location {
  /**
   * The engine is not initialised, or was released.
   *
   * <p>{@code state = UNKNOWN, proxied = FALSE, departed = FALSE, transportOpen = FALSE,
   * joinTimed = FALSE, reconnecting = FALSE, windowArmed = FALSE}
   */
  UNKNOWN(ConnectionState.UNKNOWN, false, false, false, false, false, false),
  /**
   * Initialised and in no room: not joined yet, left, or ended by the server.
   *
   * <p>{@code state = DISCONNECTED, proxied = FALSE, departed = FALSE, transportOpen = FALSE,
   * joinTimed = FALSE, reconnecting = FALSE, windowArmed = FALSE}
   */
  DISCONNECTED(ConnectionState.DISCONNECTED, false, false, false, false, false, false),
  /**
   * The user asked to join; the first connection is being built.
   *
   * <p>{@code state = CONNECTING, proxied = FALSE, departed = FALSE, transportOpen = TRUE,
   * joinTimed = TRUE, reconnecting = FALSE, windowArmed = FALSE}
   */
  CONNECTING(
      ConnectionState.CONNECTING,
      false,
      false,
      true,
      true,
      false,
      false,
      Timer.JOIN_TIMEOUT),
  /**
   * Initialised and in no room: not joined yet, left, or ended by the server.
   *
   * <p>{@code state = DISCONNECTED, proxied = FALSE, departed = TRUE, transportOpen = FALSE,
   * joinTimed = FALSE, reconnecting = FALSE, windowArmed = FALSE}
   */
  DISCONNECTED_DEPARTED(ConnectionState.DISCONNECTED, false, true, false, false, false, false),
  /**
   * In the room.
   *
   * <p>{@code state = CONNECTED, proxied = FALSE, departed = FALSE, transportOpen = TRUE,
   * joinTimed = FALSE, reconnecting = FALSE, windowArmed = FALSE}
   */
  CONNECTED(ConnectionState.CONNECTED, false, false, true, false, false, false),
  /**
   * The client has given up and does not retry; only the user can change the state.
   *
   * <p>{@code state = FAILED, proxied = FALSE, departed = FALSE, transportOpen = FALSE,
   * joinTimed = FALSE, reconnecting = FALSE, windowArmed = FALSE}
   */
  FAILED(ConnectionState.FAILED, false, false, false, false, false, false),
  /**
   * The user asked to join; the first connection is being built.
   *
   * <p>{@code state = CONNECTING, proxied = TRUE, departed = FALSE, transportOpen = TRUE,
   * joinTimed = TRUE, reconnecting = FALSE, windowArmed = FALSE}
   */
  CONNECTING_PROXIED(
      ConnectionState.CONNECTING,
      true,
      false,
      true,
      true,
      false,
      false,
      Timer.JOIN_TIMEOUT),
  /**
   * The client was in the room, a link broke, and the client tries to get back by itself.
   *
   * <p>{@code state = RECONNECTING, proxied = FALSE, departed = FALSE, transportOpen = TRUE,
   * joinTimed = FALSE, reconnecting = TRUE, windowArmed = TRUE}
   */
  RECONNECTING(
      ConnectionState.RECONNECTING,
      false,
      false,
      true,
      false,
      true,
      true,
      Timer.RECONNECT_WINDOW);

  /** The index of the first row of this location in the table. */
  final int row = ordinal() * Event.COUNT;

  private final ConnectionState state;
  private final boolean proxied;
  private final boolean departed;
  private final boolean transportOpen;
  private final boolean joinTimed;
  private final boolean reconnecting;
  private final boolean windowArmed;
  private final Set<Timer> runningTimers;

  Location(
      ConnectionState state,
      boolean proxied,
      boolean departed,
      boolean transportOpen,
      boolean joinTimed,
      boolean reconnecting,
      boolean windowArmed,
      Timer... runningTimers) {
    this.state = state;
    this.proxied = proxied;
    this.departed = departed;
    this.transportOpen = transportOpen;
    this.joinTimed = joinTimed;
    this.reconnecting = reconnecting;
    this.windowArmed = windowArmed;
    this.runningTimers = Set.of(runningTimers);
  }

  /** {@return the public state} */
  public ConnectionState state() {
    return state;
  }

  /** {@return whether the user was told during this join that the proxy is used} */
  public boolean proxied() {
    return proxied;
  }

  /** {@return whether the user left, and has not asked for anything since} */
  public boolean departed() {
    return departed;
  }

  /** {@return whether a transport is open, by the effects so far} */
  public boolean transportOpen() {
    return transportOpen;
  }

  /** {@return whether the join timeout is running, by the effects so far} */
  public boolean joinTimed() {
    return joinTimed;
  }

  /** {@return whether attempts to get back are under way, by the effects so far} */
  public boolean reconnecting() {
    return reconnecting;
  }

  /** {@return whether the reconnect window is running, by the effects so far} */
  public boolean windowArmed() {
    return windowArmed;
  }

  /** {@return whether any timer runs in this location} */
  public boolean isTimed() {
    return !runningTimers.isEmpty();
  }

  /**
   * {@return whether a timer runs in this location}
   *
   * @param timer any timer
   */
  public boolean runs(Timer timer) {
    return runningTimers.contains(timer);
  }
}
