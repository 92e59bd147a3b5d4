package com.example.lobby;

import io.mooring.room.RoomConnection;
import io.mooring.room.spec.ConnectionReason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Joins a room, loses it, comes back, and leaves. */
public final class Lobby {

  private Lobby() {}

  /** Runs the application. */
  public static void main(String[] args) {
    ExecutorService network = Executors.newSingleThreadExecutor();
    LocalTransport transport = new LocalTransport(network);

    // region connection
    RoomConnection room = RoomConnection.builder(transport).build();
    room.addListener(Notices.on(System.out::println));

    room.initialize();
    room.joinChannel("lobby", 7).outcome().toCompletableFuture().join();
    CompletableFuture<Void> back = next(room, ConnectionReason.REJOIN_SUCCEED);
    transport.loseSignal();
    back.join();
    room.leaveChannel().outcome().toCompletableFuture().join();
    room.release();
    // endregion
    network.shutdown();
  }

  /** Completes at the connection's next notification with a reason. */
  private static CompletableFuture<Void> next(RoomConnection room, ConnectionReason reason) {
    CompletableFuture<Void> told = new CompletableFuture<>();
    room.addListener(
        change -> {
          if (change.reason() == reason) {
            told.complete(null);
          }
        });
    return told;
  }
}
