// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Handles each {@link ConnectionReason} in a method of its own, so that the compiler reports a missing
 * one.
 *
 * <p>If only some of them matter, use {@link #builder()} with actions for these and one for all
 * others.
 *
 * @param <T> the type of the argument
 */
public interface ConnectionReasonHandler<T> {
  /**
   * The user left the room.
   *
   * @param subject the argument
   */
  void onLeaveChannel(T subject);

  /**
   * The server closed the room.
   *
   * @param subject the argument
   */
  void onChannelClosed(T subject);

  /**
   * The server removed the user from the room.
   *
   * @param subject the argument
   */
  void onBeKicked(T subject);

  /**
   * The session expired on the server, or the client's time for reconnecting ran out.
   *
   * @param subject the argument
   */
  void onTimeOut(T subject);

  /**
   * The user asked to join a room.
   *
   * @param subject the argument
   */
  void onJoinChannel(T subject);

  /**
   * The first connection to the room is established.
   *
   * @param subject the argument
   */
  void onJoinSucceed(T subject);

  /**
   * The connection is established again after a loss.
   *
   * @param subject the argument
   */
  void onRejoinSucceed(T subject);

  /**
   * The media link was lost.
   *
   * @param subject the argument
   */
  void onMediaConnectionDisconnected(T subject);

  /**
   * The signalling link was lost.
   *
   * @param subject the argument
   */
  void onSignalDisconnected(T subject);

  /**
   * The request for the room failed during the first join.
   *
   * @param subject the argument
   */
  void onRequestChannelFailed(T subject);

  /**
   * The long link to the server could not be established during the first join.
   *
   * @param subject the argument
   */
  void onJoinChannelFailed(T subject);

  /**
   * The network changed and a better server address was assigned.
   *
   * @param subject the argument
   */
  void onReDispatch(T subject);

  /**
   * The client began to connect through the cloud proxy.
   *
   * @param subject the argument
   */
  void onSettingProxyServer(T subject);

  /**
   * The same user id joined from elsewhere.
   *
   * @param subject the argument
   */
  void onBeKickedDueToSameUserId(T subject);

  /**
   * Calls the method of a constant.
   *
   * @param constant the constant
   * @param subject the argument of its method
   */
  default void handle(ConnectionReason constant, T subject) {
    switch (constant) {
      case LEAVE_CHANNEL -> onLeaveChannel(subject);
      case CHANNEL_CLOSED -> onChannelClosed(subject);
      case BE_KICKED -> onBeKicked(subject);
      case TIME_OUT -> onTimeOut(subject);
      case JOIN_CHANNEL -> onJoinChannel(subject);
      case JOIN_SUCCEED -> onJoinSucceed(subject);
      case REJOIN_SUCCEED -> onRejoinSucceed(subject);
      case MEDIA_CONNECTION_DISCONNECTED -> onMediaConnectionDisconnected(subject);
      case SIGNAL_DISCONNECTED -> onSignalDisconnected(subject);
      case REQUEST_CHANNEL_FAILED -> onRequestChannelFailed(subject);
      case JOIN_CHANNEL_FAILED -> onJoinChannelFailed(subject);
      case RE_DISPATCH -> onReDispatch(subject);
      case SETTING_PROXY_SERVER -> onSettingProxyServer(subject);
      case BE_KICKED_DUE_TO_SAME_USER_ID -> onBeKickedDueToSameUserId(subject);
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
    private final Map<ConnectionReason, Consumer<? super T>> actions =
        new EnumMap<>(ConnectionReason.class);

    private Builder() {}

    /** Sets the action for {@link ConnectionReason#LEAVE_CHANNEL}. */
    public Builder<T> onLeaveChannel(Consumer<? super T> action) {
      return on(ConnectionReason.LEAVE_CHANNEL, action);
    }

    /** Sets the action for {@link ConnectionReason#CHANNEL_CLOSED}. */
    public Builder<T> onChannelClosed(Consumer<? super T> action) {
      return on(ConnectionReason.CHANNEL_CLOSED, action);
    }

    /** Sets the action for {@link ConnectionReason#BE_KICKED}. */
    public Builder<T> onBeKicked(Consumer<? super T> action) {
      return on(ConnectionReason.BE_KICKED, action);
    }

    /** Sets the action for {@link ConnectionReason#TIME_OUT}. */
    public Builder<T> onTimeOut(Consumer<? super T> action) {
      return on(ConnectionReason.TIME_OUT, action);
    }

    /** Sets the action for {@link ConnectionReason#JOIN_CHANNEL}. */
    public Builder<T> onJoinChannel(Consumer<? super T> action) {
      return on(ConnectionReason.JOIN_CHANNEL, action);
    }

    /** Sets the action for {@link ConnectionReason#JOIN_SUCCEED}. */
    public Builder<T> onJoinSucceed(Consumer<? super T> action) {
      return on(ConnectionReason.JOIN_SUCCEED, action);
    }

    /** Sets the action for {@link ConnectionReason#REJOIN_SUCCEED}. */
    public Builder<T> onRejoinSucceed(Consumer<? super T> action) {
      return on(ConnectionReason.REJOIN_SUCCEED, action);
    }

    /** Sets the action for {@link ConnectionReason#MEDIA_CONNECTION_DISCONNECTED}. */
    public Builder<T> onMediaConnectionDisconnected(Consumer<? super T> action) {
      return on(ConnectionReason.MEDIA_CONNECTION_DISCONNECTED, action);
    }

    /** Sets the action for {@link ConnectionReason#SIGNAL_DISCONNECTED}. */
    public Builder<T> onSignalDisconnected(Consumer<? super T> action) {
      return on(ConnectionReason.SIGNAL_DISCONNECTED, action);
    }

    /** Sets the action for {@link ConnectionReason#REQUEST_CHANNEL_FAILED}. */
    public Builder<T> onRequestChannelFailed(Consumer<? super T> action) {
      return on(ConnectionReason.REQUEST_CHANNEL_FAILED, action);
    }

    /** Sets the action for {@link ConnectionReason#JOIN_CHANNEL_FAILED}. */
    public Builder<T> onJoinChannelFailed(Consumer<? super T> action) {
      return on(ConnectionReason.JOIN_CHANNEL_FAILED, action);
    }

    /** Sets the action for {@link ConnectionReason#RE_DISPATCH}. */
    public Builder<T> onReDispatch(Consumer<? super T> action) {
      return on(ConnectionReason.RE_DISPATCH, action);
    }

    /** Sets the action for {@link ConnectionReason#SETTING_PROXY_SERVER}. */
    public Builder<T> onSettingProxyServer(Consumer<? super T> action) {
      return on(ConnectionReason.SETTING_PROXY_SERVER, action);
    }

    /** Sets the action for {@link ConnectionReason#BE_KICKED_DUE_TO_SAME_USER_ID}. */
    public Builder<T> onBeKickedDueToSameUserId(Consumer<? super T> action) {
      return on(ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID, action);
    }

    /**
     * Builds the handler.
     *
     * @param action the action for all constants without one
     * @return a handler with the actions so far
     */
    public ConnectionReasonHandler<T> otherwise(Consumer<? super T> action) {
      return new Chosen<>(new EnumMap<>(actions), Objects.requireNonNull(action, "action"));
    }

    private Builder<T> on(ConnectionReason constant, Consumer<? super T> action) {
      if (actions.putIfAbsent(constant, Objects.requireNonNull(action, "action")) != null) {
        throw new IllegalStateException(constant + " has an action already");
      }
      return this;
    }

    private record Chosen<T>(
        Map<ConnectionReason, Consumer<? super T>> actions, Consumer<? super T> otherwise)
        implements ConnectionReasonHandler<T> {
      @Override
      public void onLeaveChannel(T subject) {
        run(ConnectionReason.LEAVE_CHANNEL, subject);
      }

      @Override
      public void onChannelClosed(T subject) {
        run(ConnectionReason.CHANNEL_CLOSED, subject);
      }

      @Override
      public void onBeKicked(T subject) {
        run(ConnectionReason.BE_KICKED, subject);
      }

      @Override
      public void onTimeOut(T subject) {
        run(ConnectionReason.TIME_OUT, subject);
      }

      @Override
      public void onJoinChannel(T subject) {
        run(ConnectionReason.JOIN_CHANNEL, subject);
      }

      @Override
      public void onJoinSucceed(T subject) {
        run(ConnectionReason.JOIN_SUCCEED, subject);
      }

      @Override
      public void onRejoinSucceed(T subject) {
        run(ConnectionReason.REJOIN_SUCCEED, subject);
      }

      @Override
      public void onMediaConnectionDisconnected(T subject) {
        run(ConnectionReason.MEDIA_CONNECTION_DISCONNECTED, subject);
      }

      @Override
      public void onSignalDisconnected(T subject) {
        run(ConnectionReason.SIGNAL_DISCONNECTED, subject);
      }

      @Override
      public void onRequestChannelFailed(T subject) {
        run(ConnectionReason.REQUEST_CHANNEL_FAILED, subject);
      }

      @Override
      public void onJoinChannelFailed(T subject) {
        run(ConnectionReason.JOIN_CHANNEL_FAILED, subject);
      }

      @Override
      public void onReDispatch(T subject) {
        run(ConnectionReason.RE_DISPATCH, subject);
      }

      @Override
      public void onSettingProxyServer(T subject) {
        run(ConnectionReason.SETTING_PROXY_SERVER, subject);
      }

      @Override
      public void onBeKickedDueToSameUserId(T subject) {
        run(ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID, subject);
      }

      private void run(ConnectionReason constant, T subject) {
        actions.getOrDefault(constant, otherwise).accept(subject);
      }
    }
  }
}
