package io.mooring.room.cli;

import io.mooring.room.RoomConnection;
import io.mooring.room.spec.Event;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;

/** The code that the README shows. */
final class Snippets {

  private Snippets() {}

  static void readme() {
    // region readme
    SimulatedTransport network = new SimulatedTransport();
    VirtualTime time = VirtualTime.friendly();
    RoomConnection room = RoomConnection.builder(network).scheduler(time).build();
    room.addListener(System.out::println);

    room.initialize();
    room.joinChannel("lobby", 7);
    SimulatedTransport.Session session = network.sessions().get(0);
    session.state(Event.JOINED);
    session.state(Event.SIGNAL_LOST);
    time.advance(Duration.ofSeconds(40));
    room.leaveChannel();
    // endregion
  }
}
