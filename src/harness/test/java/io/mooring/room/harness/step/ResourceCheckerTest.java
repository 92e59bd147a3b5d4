package io.mooring.room.harness.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.RoomConnection;
import io.mooring.room.spec.Event;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import org.junit.jupiter.api.Test;

/** The harness's checks of all sessions of a transport together. */
class ResourceCheckerTest {
  private final SimulatedTransport network = new SimulatedTransport();

  @Test
  void theNewestSessionIsWhatItShouldBe() {
    RoomConnection room = RoomConnection.builder(network).scheduler(VirtualTime.friendly()).build();
    assertThat(ResourceChecker.isAtRest(network, false, false)).isTrue();
    room.initialize();
    room.joinChannel("room", 7);
    assertThat(ResourceChecker.isAtRest(network, true, false)).isTrue();
    assertThat(ResourceChecker.isAtRest(network, false, false)).isFalse();
    assertThat(ResourceChecker.isAtRest(network, true, true)).isFalse();

    network.sessions().get(0).report(Event.JOINED);
    network.sessions().get(0).report(Event.SIGNAL_LOST);
    assertThat(ResourceChecker.isAtRest(network, true, true)).isTrue();
    assertThat(ResourceChecker.isAtRest(network, true, false)).isFalse();

    room.leaveChannel();
    room.joinChannel("room", 7);
    assertThat(ResourceChecker.isAtRest(network, true, false)).isTrue();
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
    assertThat(ResourceChecker.isAtRest(network, true, false)).isFalse();

    network.sessions().get(0).close();
    network.sessions().get(0).close();
    assertThat(ResourceChecker.isAtRest(network, true, false)).isTrue();
  }
}
