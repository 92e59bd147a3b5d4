package io.mooring.room.harness.conformance;

import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A connection as they are often written: a state, flags beside it, and one of them forgotten. A
 * user who leaves while it reconnects is in the room again when the attempt succeeds.
 */
class HandWritten {
  private static final Set<ConnectionState> IN_A_ROOM =
      Set.of(ConnectionState.CONNECTING, ConnectionState.CONNECTED, ConnectionState.RECONNECTING);

  private final List<Notification> told = new ArrayList<>();
  private ConnectionState state = ConnectionState.UNKNOWN;
  private boolean reconnecting;
  private boolean proxied;

  ConnectionState state() {
    return state;
  }

  /** The notifications since the last call. */
  List<Notification> told() {
    List<Notification> all = List.copyOf(told);
    told.clear();
    return all;
  }

  void initialize() {
    if (state == ConnectionState.UNKNOWN) {
      state = ConnectionState.DISCONNECTED;
    }
  }

  void join() {
    if (state == ConnectionState.DISCONNECTED || state == ConnectionState.FAILED) {
      proxied = false;
      move(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL);
    }
  }

  void leave() {
    if (state != ConnectionState.UNKNOWN && state != ConnectionState.DISCONNECTED) {
      left();
      move(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL);
    }
  }

  /** Where {@code reconnecting = false} is missing. */
  void left() {}

  void release() {
    reconnecting = false;
    state = ConnectionState.UNKNOWN;
  }

  void onJoined() {
    if (state == ConnectionState.CONNECTING) {
      move(ConnectionState.CONNECTED, ConnectionReason.JOIN_SUCCEED);
    }
  }

  void onJoinFailed(ConnectionReason reason) {
    if (state == ConnectionState.CONNECTING) {
      move(ConnectionState.FAILED, reason);
    }
  }

  void onProxy() {
    if (state == ConnectionState.CONNECTING && !proxied) {
      proxied = true;
      move(ConnectionState.CONNECTING, ConnectionReason.SETTING_PROXY_SERVER);
    }
  }

  void onLost(ConnectionReason reason) {
    if (state == ConnectionState.CONNECTED) {
      reconnecting = true;
      move(ConnectionState.RECONNECTING, reason);
    }
  }

  void onBack() {
    if (reconnecting) {
      reconnecting = false;
      move(ConnectionState.CONNECTED, ConnectionReason.REJOIN_SUCCEED);
    }
  }

  void onGivenUp() {
    if (state == ConnectionState.RECONNECTING) {
      reconnecting = false;
      move(ConnectionState.FAILED, ConnectionReason.TIME_OUT);
    }
  }

  void onEnded(ConnectionReason reason) {
    boolean joining = state == ConnectionState.CONNECTING;
    if (IN_A_ROOM.contains(state) && !(joining && reason == ConnectionReason.TIME_OUT)) {
      reconnecting = false;
      move(ConnectionState.DISCONNECTED, reason);
    }
  }

  /** For those who mend it. */
  final void forgetTheAttempt() {
    reconnecting = false;
  }

  private void move(ConnectionState to, ConnectionReason reason) {
    state = to;
    told.add(new Notification(to, reason));
  }
}
