package com.example.lobby;

import io.mooring.room.ChannelRequest;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomSession;
import io.mooring.room.RoomTransport;
import java.util.HashSet;
import java.util.Set;

/** A server in the same process and on the same thread, which lets everybody in. */
final class LocalTransport implements RoomTransport {
  private final Set<ChannelRequest> present = new HashSet<>();
  private RoomFacts facts;

  @Override
  public RoomSession open(ChannelRequest request, RoomFacts facts) {
    this.facts = facts;
    present.add(request);
    facts.joined();
    return new RoomSession() {
      @Override
      public void tryToRejoin(ReconnectAttempt attempt) {
        attempt.succeeded();
      }

      @Override
      public void stopReconnecting() {}

      @Override
      public void announceLeave() {
        if (present.remove(request)) {
          System.out.println("server: " + request + " left");
        }
      }

      @Override
      public void close() {}
    };
  }

  void loseSignal() {
    facts.signalLost();
  }
}
