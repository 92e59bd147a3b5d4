package io.mooring.room.janus;

import static io.mooring.room.spec.ConnectionReason.BE_KICKED;
import static io.mooring.room.spec.ConnectionReason.CHANNEL_CLOSED;
import static io.mooring.room.spec.ConnectionReason.LEAVE_CHANNEL;
import static io.mooring.room.spec.ConnectionReason.REJOIN_SUCCEED;
import static io.mooring.room.spec.ConnectionReason.SIGNAL_DISCONNECTED;
import static io.mooring.room.spec.ConnectionReason.TIME_OUT;
import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Faults between A and a real server, observed by B, whose network is sound. */
@Tag("real-server")
final class ReconnectScenariosTest {
  private static RealJanus server;

  private Forwarder network;
  private String room;
  private Client a;
  private Client b;

  @BeforeAll
  static void start() throws IOException {
    server = RealJanus.start(60, 20);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void bothAreIn() throws IOException {
    network = new Forwarder(server.port());
    room = server.room();
    b = new Client(2, server.address()).in(room);
    a =
        new Client(
                1,
                network.address(),
                builder -> builder.keepAlive(Duration.ofSeconds(1), Duration.ofSeconds(5)))
            .in(room);
    b.sees(a, "arrived");
  }

  @AfterEach
  void theSpecificationExplainsBoth() throws IOException {
    a.close();
    b.close();
    network.close();
  }

  @Test
  void aSocketThatIsCutForTwoSecondsIsClaimedBackAndNobodySeesIt() {
    network.cut();
    a.await(RECONNECTING, SIGNAL_DISCONNECTED);
    Waiting.sleep(Duration.ofSeconds(2));
    network.heal();
    a.await(CONNECTED, REJOIN_SUCCEED);

    b.sees(a, "arrived");
    assertThat(server.has(room, 1)).isTrue();
    assertThat(a.seen).containsExactly("arrived 2");
  }

  @Test
  void aStallWithoutACloseIsNoticedBySilence() {
    network.stall();
    a.await(RECONNECTING, SIGNAL_DISCONNECTED);
    assertThat(a.faults).contains("LINK silent for 5000 ms");
    network.heal();
    a.await(CONNECTED, REJOIN_SUCCEED);

    b.sees(a, "arrived");
    assertThat(server.has(room, 1)).isTrue();
  }

  @Test
  void aSlowNetworkIsNoLoss() {
    network.delay(Duration.ofMillis(800));
    Waiting.sleep(Duration.ofSeconds(6));

    assertThat(a.connection.getConnectionState()).isEqualTo(CONNECTED);
    assertThat(a.told).hasSize(2);
    b.sees(a, "arrived");
  }

  @Test
  void whoComesAndGoesWhileAIsAwayIsSeenAfterwards() {
    try (Client c = new Client(3, server.address()).in(room)) {
      a.sees(c, "arrived");
      network.cut();
      a.await(RECONNECTING, SIGNAL_DISCONNECTED);
      c.leave();
      b.sees(c, "arrived", "departed");
      network.heal();
      a.sees(c, "arrived", "departed");
    }
  }

  @Test
  void aUserThatWasKickedWhileAwayIsNotTakenBack() {
    network.cut();
    a.await(RECONNECTING, SIGNAL_DISCONNECTED);
    server.kick(room, 1);
    b.sees(a, "arrived", "departed");
    network.heal();
    a.await(DISCONNECTED, BE_KICKED);

    assertThat(server.has(room, 1)).isFalse();
    b.sees(a, "arrived", "departed");
  }

  @Test
  void aUserThatIsKickedIsToldSoAtOnce() {
    server.kick(room, 1);
    a.await(DISCONNECTED, BE_KICKED);
    b.sees(a, "arrived", "departed");

    a.in(room);
    b.sees(a, "arrived", "departed", "arrived");
  }

  @Test
  void aRoomThatIsDestroyedIsClosedForBoth() {
    server.destroyRoom(room);
    a.await(DISCONNECTED, CHANNEL_CLOSED);
    b.await(DISCONNECTED, CHANNEL_CLOSED);
  }

  @Test
  void aRoomThatWasDestroyedWhileAWasAwayIsClosed() {
    network.cut();
    a.await(RECONNECTING, SIGNAL_DISCONNECTED);
    server.destroyRoom(room);
    b.await(DISCONNECTED, CHANNEL_CLOSED);
    network.heal();
    a.await(DISCONNECTED, CHANNEL_CLOSED);
  }

  @Test
  void whoLeavesWhileTheNetworkIsAwayIsSeenToGoWhenTheServerGivesTheSessionUp() {
    network.cut();
    a.await(RECONNECTING, SIGNAL_DISCONNECTED);
    a.leave();
    a.await(DISCONNECTED, LEAVE_CHANNEL);
    b.sees(a, "arrived", "departed");
    assertThat(a.told).doesNotContain("CONNECTED REJOIN_SUCCEED");
  }

  @Test
  void whoLeavesInAStallIsSeenToGoAsSoonAsTheServerHearsOfIt() {
    network.stall();
    a.await(RECONNECTING, SIGNAL_DISCONNECTED);
    a.leave();
    network.heal();
    a.await(DISCONNECTED, LEAVE_CHANNEL);
    long began = System.nanoTime();
    b.sees(a, "arrived", "departed");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void aCutThatOutlastsTheWholeWindowIsGivenUpInTime() {
    long lost = System.nanoTime();
    network.cut();
    a.await(FAILED, TIME_OUT);
    Duration took = Duration.ofNanos(System.nanoTime() - lost);

    assertThat(took).isBetween(Duration.ofSeconds(35), Duration.ofSeconds(41));
    b.sees(a, "arrived", "departed");
    network.heal();
    a.told.clear();
    a.in(room);
    b.sees(a, "arrived", "departed", "arrived");
  }
}
