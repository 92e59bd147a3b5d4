package com.example.lobby;

import io.mooring.room.ChannelRequest;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomSession;
import io.mooring.room.RoomTransport;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** A server in the same process, which lets everybody in. */
// region transport
final class LocalTransport implements RoomTransport {
  private final Executor network;
  private final Set<ChannelRequest> present = ConcurrentHashMap.newKeySet();
  private volatile RoomFacts facts;

  LocalTransport(Executor network) {
    this.network = network;
  }

  @Override
  public RoomSession open(ChannelRequest request, RoomFacts facts) {
    this.facts = facts;
    present.add(request); // a real one asks its server, and returns without waiting
    network.execute(facts::joined);
    return new RoomSession() {
      @Override
      public void tryToRejoin(ReconnectAttempt attempt) {
        network.execute(
            attempt::succeeded); // or failed(): then the connection tries again after a pause
      }

      @Override
      public void stopReconnecting() {}

      @Override
      public void announceLeave() {
        if (present.remove(request)) { // it may come again: a release leaves too
          System.out.println("server: " + request + " left");
        }
      }

      @Override
      public void close() {}
    };
  }

  void loseSignal() {
    network.execute(facts::signalLost);
  }
}
// endregion
