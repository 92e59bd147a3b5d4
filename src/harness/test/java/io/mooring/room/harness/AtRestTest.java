package io.mooring.room.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.RoomConnection;
import io.mooring.room.spec.Event;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import org.junit.jupiter.api.Test;

/** What a harness sees of the sessions of a transport, all of them at once. */
class AtRestTest {
  private final SimulatedTransport network = new SimulatedTransport();

  @Test
  void theNewestSessionIsWhatItShouldBe() {
    RoomConnection room = RoomConnection.builder(network).scheduler(VirtualTime.friendly()).build();
    assertThat(network.isAtRest(false, false)).isTrue();
    room.initialize();
    room.joinChannel("room", 7);
    assertThat(network.isAtRest(true, false)).isTrue();
    assertThat(network.isAtRest(false, false)).isFalse();
    assertThat(network.isAtRest(true, true)).isFalse();

    network.sessions().get(0).state(Event.JOINED);
    network.sessions().get(0).state(Event.SIGNAL_LOST);
    assertThat(network.isAtRest(true, true)).isTrue();
    assertThat(network.isAtRest(true, false)).isFalse();

    room.leaveChannel();
    room.joinChannel("room", 7);
    assertThat(network.isAtRest(true, false)).isTrue();
  }

  @Test
  void aSessionThatIsLeftOpenBehindItIsSeen() {
    RoomConnection room =
        RoomConnection.builder(
                (request, facts) -> {
                  network.open(request, facts);
                  return network.open(request, facts);
                })
            .scheduler(VirtualTime.friendly())
            .build();
    room.initialize();
    room.joinChannel("room", 7);
    assertThat(network.isAtRest(true, false)).isFalse();

    network.sessions().get(0).close();
    network.sessions().get(0).close();
    assertThat(network.isAtRest(true, false)).isTrue();
  }
}
