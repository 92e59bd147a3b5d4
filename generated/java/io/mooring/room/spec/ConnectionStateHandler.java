// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Handles each {@link ConnectionState} in a method of its own, so that the compiler reports a missing
 * one.
 *
 * <p>If only some of them matter, use {@link #builder()} with actions for these and one for all
 * others.
 *
 * @param <T> the type of the argument
 */
public interface ConnectionStateHandler<T> {
  /**
   * The engine is not initialised, or was released.
   *
   * @param subject the argument
   */
  void onUnknown(T subject);

  /**
   * Initialised and in no room: not joined yet, left, or ended by the server.
   *
   * @param subject the argument
   */
  void onDisconnected(T subject);

  /**
   * The user asked to join; the first connection is being built.
   *
   * @param subject the argument
   */
  void onConnecting(T subject);

  /**
   * In the room.
   *
   * @param subject the argument
   */
  void onConnected(T subject);

  /**
   * The client was in the room, a link broke, and the client tries to get back by itself.
   *
   * @param subject the argument
   */
  void onReconnecting(T subject);

  /**
   * The client has given up and does not retry; only the user can change the state.
   *
   * @param subject the argument
   */
  void onFailed(T subject);

  /**
   * Calls the method of a constant.
   *
   * @param constant the constant
   * @param subject the argument of its method
   */
  default void handle(ConnectionState constant, T subject) {
    switch (constant) {
      case UNKNOWN -> onUnknown(subject);
      case DISCONNECTED -> onDisconnected(subject);
      case CONNECTING -> onConnecting(subject);
      case CONNECTED -> onConnected(subject);
      case RECONNECTING -> onReconnecting(subject);
      case FAILED -> onFailed(subject);
    }
  }

  /** {@return a new builder, without actions} */
  static <T> Builder<T> builder() {
    return new Builder<>();
  }

  /**
   * Actions for some constants, at most one for each: a second one is refused with an {@link
   * IllegalStateException}. Not thread-safe.
   *
   * @param <T> the type of the argument
   */
  final class Builder<T> {
    private final Map<ConnectionState, Consumer<? super T>> actions =
        new EnumMap<>(ConnectionState.class);

    private Builder() {}

    /** Sets the action for {@link ConnectionState#UNKNOWN}. */
    public Builder<T> onUnknown(Consumer<? super T> action) {
      return on(ConnectionState.UNKNOWN, action);
    }

    /** Sets the action for {@link ConnectionState#DISCONNECTED}. */
    public Builder<T> onDisconnected(Consumer<? super T> action) {
      return on(ConnectionState.DISCONNECTED, action);
    }

    /** Sets the action for {@link ConnectionState#CONNECTING}. */
    public Builder<T> onConnecting(Consumer<? super T> action) {
      return on(ConnectionState.CONNECTING, action);
    }

    /** Sets the action for {@link ConnectionState#CONNECTED}. */
    public Builder<T> onConnected(Consumer<? super T> action) {
      return on(ConnectionState.CONNECTED, action);
    }

    /** Sets the action for {@link ConnectionState#RECONNECTING}. */
    public Builder<T> onReconnecting(Consumer<? super T> action) {
      return on(ConnectionState.RECONNECTING, action);
    }

    /** Sets the action for {@link ConnectionState#FAILED}. */
    public Builder<T> onFailed(Consumer<? super T> action) {
      return on(ConnectionState.FAILED, action);
    }

    /**
     * Builds the handler.
     *
     * @param action the action for all constants without one
     * @return a handler with the actions so far
     */
    public ConnectionStateHandler<T> otherwise(Consumer<? super T> action) {
      return new Chosen<>(new EnumMap<>(actions), Objects.requireNonNull(action, "action"));
    }

    private Builder<T> on(ConnectionState constant, Consumer<? super T> action) {
      if (actions.putIfAbsent(constant, Objects.requireNonNull(action, "action")) != null) {
        throw new IllegalStateException(constant + " has an action already");
      }
      return this;
    }

    private record Chosen<T>(
        Map<ConnectionState, Consumer<? super T>> actions, Consumer<? super T> otherwise)
        implements ConnectionStateHandler<T> {
      @Override
      public void onUnknown(T subject) {
        run(ConnectionState.UNKNOWN, subject);
      }

      @Override
      public void onDisconnected(T subject) {
        run(ConnectionState.DISCONNECTED, subject);
      }

      @Override
      public void onConnecting(T subject) {
        run(ConnectionState.CONNECTING, subject);
      }

      @Override
      public void onConnected(T subject) {
        run(ConnectionState.CONNECTED, subject);
      }

      @Override
      public void onReconnecting(T subject) {
        run(ConnectionState.RECONNECTING, subject);
      }

      @Override
      public void onFailed(T subject) {
        run(ConnectionState.FAILED, subject);
      }

      private void run(ConnectionState constant, T subject) {
        actions.getOrDefault(constant, otherwise).accept(subject);
      }
    }
  }
}
