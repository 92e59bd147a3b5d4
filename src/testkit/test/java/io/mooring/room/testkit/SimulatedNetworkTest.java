package io.mooring.room.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.RoomConnection;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedNetworkTest {

  private final VirtualTime time = VirtualTime.friendly();
  private final SimulatedRoom room = new SimulatedRoom(time);
  private final SimulatedNetwork network = new SimulatedNetwork(room, "A");
  private final RoomConnection a = connection(network);
  private final RoomConnection b = connection(new SimulatedNetwork(room, "B"));
  private final List<String> notified = new ArrayList<>();

  SimulatedNetworkTest() {
    room.onNotification(
        (member, about, presence) -> notified.add(member + ": " + presence.text(about)));
    join(a, 1);
    join(b, 2);
    notified.clear();
  }

  private RoomConnection connection(SimulatedNetwork over) {
    return RoomConnection.builder(over).scheduler(time).build();
  }

  private void join(RoomConnection connection, int user) {
    connection.initialize();
    connection.joinChannel("lobby", user);
    time.advance(Duration.ofSeconds(1));
  }

  @Test
  void aJoinIsAnsweredByTheRoom() {
    assertThat(a.getConnectionState()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(room.members()).containsExactly("A", "B");
  }

  @Test
  void aNetworkThatIsCutIsNoticedAfterTheDetectionTime() {
    network.cut();
    time.advance(SimulatedNetwork.DEFAULT_DETECTION.minusNanos(1));
    assertThat(a.getConnectionState()).isEqualTo(ConnectionState.CONNECTED);

    time.advance(Duration.ofNanos(1));
    assertThat(a.getConnectionState()).isEqualTo(ConnectionState.RECONNECTING);
    assertThat(b.getConnectionState()).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void aNetworkThatHealsInTimeBringsTheMemberBackAndNobodyIsNotified() {
    network.cut();
    time.advance(Duration.ofSeconds(20));
    network.heal();
    time.advance(Duration.ofSeconds(10));

    assertThat(a.getConnectionState()).isEqualTo(ConnectionState.CONNECTED);
    time.advance(Duration.ofMinutes(5));
    assertThat(notified).isEmpty();
    assertThat(room.members()).containsExactly("A", "B");
  }

  @Test
  void aNetworkThatHealsBeforeTheLossIsNoticedChangesNothing() {
    List<ConnectionReason> reasons = new ArrayList<>();
    a.addListener(change -> reasons.add(change.reason()));
    network.cut();
    time.advance(Duration.ofSeconds(1));
    network.heal();
    time.advance(Duration.ofMinutes(5));

    assertThat(reasons).isEmpty();
    assertThat(room.members()).contains("A");
  }

  @Test
  void aNetworkThatStaysCutEndsInFailedAndTheServerRemovesTheMember() {
    network.cut();
    time.advance(SimulatedRoom.DEFAULT_PATIENCE.minusNanos(1));
    assertThat(notified).isEmpty();

    time.advance(Duration.ofMinutes(1));
    assertThat(a.getConnectionState()).isEqualTo(ConnectionState.FAILED);
    assertThat(notified).containsExactly("B: A left (timeout)");
    assertThat(room.members()).containsExactly("B");
  }

  @Test
  void aRoomThatIsCutIsLostForEveryMemberUntilItHeals() {
    room.cut();
    time.advance(Duration.ofSeconds(10));
    assertThat(List.of(a.getConnectionState(), b.getConnectionState()))
        .containsOnly(ConnectionState.RECONNECTING);

    room.heal();
    time.advance(Duration.ofSeconds(10));
    assertThat(List.of(a.getConnectionState(), b.getConnectionState()))
        .containsOnly(ConnectionState.CONNECTED);
    assertThat(notified).isEmpty();
  }

  @Test
  void aRoomThatHealsDoesNotHealANetworkThatIsCut() {
    network.cut();
    room.cut();
    room.heal();
    time.advance(Duration.ofSeconds(20));

    assertThat(a.getConnectionState()).isEqualTo(ConnectionState.RECONNECTING);
    assertThat(b.getConnectionState()).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void aNetworkThatHealsDoesNotReachARoomThatIsCut() {
    room.cut();
    network.cut();
    network.heal();
    time.advance(Duration.ofSeconds(20));

    assertThat(a.getConnectionState()).isEqualTo(ConnectionState.RECONNECTING);
  }

  @Test
  void aSecondCutOrHealHasNoEffect() {
    network.cut();
    time.advance(Duration.ofSeconds(4));
    network.cut();
    room.heal();
    time.advance(Duration.ofSeconds(1));
    assertThat(a.getConnectionState())
        .as("the detection began at the first cut")
        .isEqualTo(ConnectionState.RECONNECTING);
  }

  @Test
  void whatIsSentWhileTheNetworkIsCutIsLost() {
    network.cut();
    a.leaveChannel();
    time.advance(Duration.ofSeconds(30));
    assertThat(room.members()).as("the server waits for A").contains("A");

    network.heal();
    join(a, 1);
    a.leaveChannel();
    time.advance(Duration.ofSeconds(1));
    assertThat(notified).containsExactly("B: A left");
  }

  @Test
  void impossibleTimesAreRejectedWithTheValue() {
    assertThatThrownBy(() -> new SimulatedRoom(time, Duration.ZERO))
        .hasMessage("patience must be positive, but was PT0S");
    assertThatThrownBy(() -> new SimulatedNetwork(room, "C", time, Duration.ofSeconds(-1)))
        .hasMessage("detection must be >= 0, but was PT-1S");
  }
}
