// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What to do for each {@link ConnectionState}: a method for each, so that the compiler names one that
 * was forgotten.
 *
 * <p>Where only some of them matter, {@link #builder()} takes these and what to do otherwise.
 *
 * @param <T> what the methods are given
 */
public interface ConnectionStateHandler<T> {
  /**
   * The engine is not initialised, or was released.
   *
   * @param subject what came with it
   */
  void onUnknown(T subject);

  /**
   * Initialised and in no room: not joined yet, left, or ended by the server.
   *
   * @param subject what came with it
   */
  void onDisconnected(T subject);

  /**
   * The user asked to join; the first connection is being built.
   *
   * @param subject what came with it
   */
  void onConnecting(T subject);

  /**
   * In the room.
   *
   * @param subject what came with it
   */
  void onConnected(T subject);

  /**
   * Was in the room, a link broke, and the client is getting back by itself.
   *
   * @param subject what came with it
   */
  void onReconnecting(T subject);

  /**
   * The client has given up and does not retry; only the user moves on.
   *
   * @param subject what came with it
   */
  void onFailed(T subject);

  /**
   * Does what there is to do for one of them.
   *
   * @param constant which one
   * @param subject what its method is given
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

  /** {@return the beginning of a handler that is put together of actions} */
  static <T> Builder<T> builder() {
    return new Builder<>();
  }

  /**
   * Actions for some constants, at most one for each: a second one is refused with an {@link
   * IllegalStateException}. Not safe for use by several threads.
   *
   * @param <T> what the actions are given
   */
  final class Builder<T> {
    private final Map<ConnectionState, Consumer<? super T>> actions =
        new EnumMap<>(ConnectionState.class);

    private Builder() {}

    /** Says what to do for {@link ConnectionState#UNKNOWN}. */
    public Builder<T> onUnknown(Consumer<? super T> action) {
      return on(ConnectionState.UNKNOWN, action);
    }

    /** Says what to do for {@link ConnectionState#DISCONNECTED}. */
    public Builder<T> onDisconnected(Consumer<? super T> action) {
      return on(ConnectionState.DISCONNECTED, action);
    }

    /** Says what to do for {@link ConnectionState#CONNECTING}. */
    public Builder<T> onConnecting(Consumer<? super T> action) {
      return on(ConnectionState.CONNECTING, action);
    }

    /** Says what to do for {@link ConnectionState#CONNECTED}. */
    public Builder<T> onConnected(Consumer<? super T> action) {
      return on(ConnectionState.CONNECTED, action);
    }

    /** Says what to do for {@link ConnectionState#RECONNECTING}. */
    public Builder<T> onReconnecting(Consumer<? super T> action) {
      return on(ConnectionState.RECONNECTING, action);
    }

    /** Says what to do for {@link ConnectionState#FAILED}. */
    public Builder<T> onFailed(Consumer<? super T> action) {
      return on(ConnectionState.FAILED, action);
    }

    /**
     * Ends the list.
     *
     * @param action what to do for all that have no action of their own
     * @return a handler of these actions; what the builder is given later is not in it
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
