package io.mooring.room.android;

import io.mooring.room.ChannelRequest;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomSession;
import io.mooring.room.RoomTransport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program: joins, loses the network, comes back, is stored, and has a listener that throws. */
public final class OneCall implements RoomTransport, RoomSession {

  private @Nullable RoomFacts facts;
  private @Nullable ReconnectAttempt attempt;

  private OneCall() {}

  /** Prints each state, and what a text of the connection says. */
  public static void main(String[] arguments) {
    OneCall network = new OneCall();
    List<Object> states = new ArrayList<>();
    RoomConnection room = RoomConnection.builder(network).build();
    room.addListener(change -> states.add(change.to()));
    room.addListener(
        change -> {
          throw new IllegalStateException("screen is gone");
        });
    room.initialize();
    room.joinChannel("lobby", 7).outcome().thenAccept(states::add);
    if (network.facts != null) {
      network.facts.joined();
      network.facts.signalLost();
    }
    if (network.attempt != null) {
      network.attempt.succeeded();
    }
    String stored = room.capture().text();
    states.add(ConnectionSnapshot.parse(stored).text().equals(stored) ? "restorable" : stored);
    states.add(new ChannelRequest("lobby", 7).equals(new ChannelRequest("lobby", 7)));
    room.leaveChannel();
    System.out.println(states);
  }

  @Override
  public RoomSession open(ChannelRequest request, RoomFacts newFacts) {
    facts = newFacts;
    return this;
  }

  @Override
  public void tryToRejoin(ReconnectAttempt newAttempt) {
    attempt = newAttempt;
  }

  @Override
  public void stopReconnecting() {}

  @Override
  public void announceLeave() {}

  @Override
  public void close() {}
}
