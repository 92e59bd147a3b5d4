package io.mooring.room.janus;

import static io.mooring.room.spec.ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID;
import static io.mooring.room.spec.ConnectionReason.LEAVE_CHANNEL;
import static io.mooring.room.spec.ConnectionReason.REJOIN_SUCCEED;
import static io.mooring.room.spec.ConnectionReason.TIME_OUT;
import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.ConnectionSnapshot;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Processes that die in a room of a real server, and those that come after them. A process that
 * dies is one whose network is cut for ever.
 */
@Tag("real-server")
final class DeathScenariosTest {
  private RealJanus server;
  private Forwarder network;

  @BeforeEach
  void start() throws IOException {
    start(60);
  }

  private void start(int reclaim) throws IOException {
    server = RealJanus.start(60, reclaim);
    network = new Forwarder(server.port());
  }

  @AfterEach
  void stop() throws IOException {
    network.close();
    server.close();
  }

  private void restart(int reclaim) throws IOException {
    stop();
    start(reclaim);
  }

  private Client after(ConnectionSnapshot snapshot) {
    return new Client(1, server.address(), snapshot);
  }

  private static ConnectionSnapshot withoutToken(ConnectionSnapshot of) {
    return new ConnectionSnapshot(
        of.location(), of.changes(), of.sessionEpoch(), of.request(), of.elapsed());
  }

  @Test
  void whoGoesOnClaimsTheSeatAndOthersHaveSeenNothing() throws IOException {
    String room = server.room();
    try (Client b = new Client(2, server.address()).in(room);
        Client dead = new Client(1, network.address()).in(room)) {
      b.sees(dead, "arrived");
      ConnectionSnapshot snapshot = ConnectionSnapshot.parse(dead.connection.capture().text());
      network.cut();
      try (Client a = after(snapshot)) {
        a.await(CONNECTED, REJOIN_SUCCEED);
        assertThat(a.faults).isEmpty();
        assertThat(server.has(room, 1)).isTrue();
        b.sees(a, "arrived");
        a.leave();
        a.await(DISCONNECTED, LEAVE_CHANNEL);
        b.sees(a, "arrived", "departed");
      }
    }
  }

  @Test
  void whoComesTooLateForTheSeatJoinsAnew() throws IOException {
    restart(1);
    String room = server.room();
    try (Client b = new Client(2, server.address()).in(room);
        Client dead = new Client(1, network.address()).in(room)) {
      ConnectionSnapshot snapshot = dead.connection.capture();
      network.cut();
      b.sees(dead, "arrived", "departed");
      try (Client a = after(snapshot)) {
        a.await(CONNECTED, REJOIN_SUCCEED);
        b.sees(a, "arrived", "departed", "arrived");
      }
    }
  }

  @Test
  void somebodyElseWhoHasTheIdMeanwhileIsTold() throws IOException {
    restart(1);
    String room = server.room();
    try (Client b = new Client(2, server.address()).in(room);
        Client dead = new Client(1, network.address()).in(room)) {
      ConnectionSnapshot snapshot = dead.connection.capture();
      network.cut();
      b.sees(dead, "arrived", "departed");
      try (Client other = new Client(1, server.address()).in(room);
          Client a = after(snapshot)) {
        a.await(DISCONNECTED, BE_KICKED_DUE_TO_SAME_USER_ID);
        assertThat(other.told).containsExactly("CONNECTING JOIN_CHANNEL", "CONNECTED JOIN_SUCCEED");
        assertThat(server.has(room, 1)).isTrue();
        b.sees(a, "arrived", "departed", "arrived");
      }
    }
  }

  /** Nothing can be claimed, and the server is waited for. */
  @Test
  void whoHasNoTokenGoesOnWhenTheServerHasEndedTheSession() throws IOException {
    restart(4);
    String room = server.room();
    try (Client b = new Client(2, server.address()).in(room);
        Client dead = new Client(1, network.address()).in(room)) {
      b.sees(dead, "arrived");
      ConnectionSnapshot snapshot = withoutToken(dead.connection.capture());
      network.cut();
      try (Client a = after(snapshot)) {
        assertThat(a.connection.getConnectionState()).isEqualTo(RECONNECTING);
        a.await(CONNECTED, REJOIN_SUCCEED);

        assertThat(a.faults).contains("REFUSED error 436: User ID 1 already exists");
        b.sees(a, "arrived", "departed", "arrived");
      }
      b.sees(dead, "arrived", "departed", "arrived", "departed");
    }
  }

  /** With a snapshot, and without going on: the user has left, and is asked to join again. */
  @Test
  void whoLeavesAfterTheDeathAndJoinsComesBack() throws IOException {
    String room = server.room();
    try (Client b = new Client(2, server.address()).in(room);
        Client dead = new Client(1, network.address()).in(room)) {
      ConnectionSnapshot snapshot = dead.connection.capture();
      network.cut();
      try (Client a = after(snapshot)) {
        a.leave();
        a.comesBack(room);
        b.sees(a, "arrived", "departed", "arrived");
      }
    }
  }

  @Test
  void whoDiedAfterTheNetworkWentAndGaveUpComesBack() throws IOException {
    String room = server.room();
    try (Client b = new Client(2, server.address()).in(room);
        Client dead = new Client(1, network.address()).in(room)) {
      network.cut();
      dead.await(FAILED, TIME_OUT);
      try (Client a = after(dead.connection.capture())) {
        a.comesBack(room);
        b.sees(a, "arrived", "departed", "arrived");
      }
    }
  }

  /** With each message taking its time, the cuts come at every moment of the join. */
  @ParameterizedTest
  @ValueSource(ints = {0, 50, 100, 150, 200, 250, 300, 350, 400, 500, 700})
  void whoDiedWhileJoiningComesBack(int after) throws IOException {
    String room = server.room();
    network.delay(Duration.ofMillis(30));
    try (Client dead = new Client(1, network.address())) {
      dead.join(room);
      Waiting.sleep(Duration.ofMillis(after));
      network.cut();
      // What was stored ahead has the token as soon as the first callback has returned.
      Waiting.until(() -> requireNonNull(dead.stored.get()).token().isPresent(), () -> "a token");
      try (Client a = after(requireNonNull(dead.stored.get()))) {
        if (a.connection.getConnectionState() == RECONNECTING) {
          a.await(CONNECTED, REJOIN_SUCCEED);
        } else {
          a.comesBack(room);
        }
        assertThat(server.has(room, 1)).isTrue();
      }
    }
  }

  @Test
  void whoDiedAndLeftNothingCannotBeToldFromSomebodyElse() throws IOException {
    String room = server.room();
    try (Client dead = new Client(1, network.address()).in(room)) {
      network.cut();
      try (Client a = new Client(1, server.address())) {
        a.join(room);
        a.await(DISCONNECTED, BE_KICKED_DUE_TO_SAME_USER_ID);
        assertThat(server.has(room, 1)).isTrue();
      }
      assertThat(dead.told).contains("CONNECTED JOIN_SUCCEED");
    }
  }

  @Test
  void whoDiedAndLeftNothingMayWait() throws IOException {
    restart(4);
    String room = server.room();
    try (Client b = new Client(2, server.address()).in(room);
        Client dead = new Client(1, network.address()).in(room)) {
      b.sees(dead, "arrived");
      network.cut();
      try (Client a =
          new Client(1, server.address(), with -> with.takenIdPatience(Duration.ofSeconds(25)))) {
        a.comesBack(room);
        b.sees(a, "arrived", "departed", "arrived");
      }
    }
  }

  /** The server tells the first one nothing; both are shown as connected, until one leaves. */
  @Test
  void aSnapshotThatIsRestoredTwiceGivesTheSeatToTheLaterOne() throws IOException {
    String room = server.room();
    try (Client b = new Client(2, server.address()).in(room);
        Client dead = new Client(1, network.address()).in(room)) {
      ConnectionSnapshot snapshot = dead.connection.capture();
      network.cut();
      try (Client first = after(snapshot)) {
        first.await(CONNECTED, REJOIN_SUCCEED);
        try (Client second = after(snapshot)) {
          second.await(CONNECTED, REJOIN_SUCCEED);
          try (Client c = new Client(3, server.address()).in(room)) {
            second.sees(c, "arrived");
            assertThat(first.of(c)).isEmpty();
          }
          assertThat(first.connection.getConnectionState()).isEqualTo(CONNECTED);
          second.leave();
          second.await(DISCONNECTED, LEAVE_CHANNEL);
          first.await(DISCONNECTED, TIME_OUT);
          b.sees(first, "arrived", "departed");
        }
      }
    }
  }
}
