package com.example.lobby;

import io.mooring.room.ChannelRequest;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomSession;
import io.mooring.room.RoomTransport;

/** A server in the same process and on the same thread, which lets everybody in. */
final class LocalTransport implements RoomTransport {

  @Override
  public RoomSession open(ChannelRequest request, RoomFacts facts) {
    facts.joined();
    return new RoomSession() {
      private boolean present = true;

      @Override
      public void tryToRejoin(ReconnectAttempt attempt) {
        attempt.succeeded();
      }

      @Override
      public void stopReconnecting() {}

      @Override
      public void announceLeave() {
        if (present) {
          present = false;
          System.out.println("server: " + request + " left");
        }
      }

      @Override
      public void close() {}
    };
  }
}
