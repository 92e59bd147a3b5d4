package com.example.lobby;

import io.mooring.room.ConnectionChange;
import io.mooring.room.ConnectionListener;
import io.mooring.room.spec.ConnectionReasonHandler;
import java.util.function.Consumer;

/** The notices that the user sees of the connection. */
final class Notices {

  private Notices() {}

  // region listener
  static ConnectionListener on(Consumer<String> screen) {
    return ConnectionListener.byReason(
        ConnectionReasonHandler.<ConnectionChange>builder()
            .onJoinSucceed(change -> screen.accept("You are in."))
            .onSignalDisconnected(change -> screen.accept("Trying to get back ..."))
            .onRejoinSucceed(change -> screen.accept("You are back."))
            .onTimeOut(change -> screen.accept("Lost for " + change.elapsed().toSeconds() + " s."))
            .onBeKicked(change -> screen.accept("You were removed from the room."))
            .otherwise(change -> {}));
  }
  // endregion
}
