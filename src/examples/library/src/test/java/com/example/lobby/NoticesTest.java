package com.example.lobby;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mooring.room.RoomConnection;
import io.mooring.room.spec.Event;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NoticesTest {

  // region test
  @Test
  void aLossThatLastsIsTold() {
    SimulatedTransport network = new SimulatedTransport();
    VirtualTime time = VirtualTime.friendly();
    RoomConnection room = RoomConnection.builder(network).scheduler(time).build();
    List<String> screen = new ArrayList<>();
    room.addListener(Notices.on(screen::add));

    room.initialize();
    room.joinChannel("lobby", 7);
    network.sessions().get(0).report(Event.JOINED);
    network.sessions().get(0).report(Event.SIGNAL_LOST);
    time.advance(Duration.ofMinutes(1));

    assertEquals(List.of("You are in.", "Trying to get back ...", "Lost for 35 s."), screen);
  }
  // endregion
}
