package io.mooring.room.janus;

import static io.mooring.room.spec.ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID;
import static io.mooring.room.spec.ConnectionReason.JOIN_CHANNEL_FAILED;
import static io.mooring.room.spec.ConnectionReason.JOIN_SUCCEED;
import static io.mooring.room.spec.ConnectionReason.LEAVE_CHANNEL;
import static io.mooring.room.spec.ConnectionReason.SIGNAL_DISCONNECTED;
import static io.mooring.room.spec.ConnectionReason.TIME_OUT;
import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that find their user id taken on a real server: by their own past, or not. */
@Tag("real-server")
final class OwnGhostScenariosTest {
  private static Client over(Forwarder network) {
    return new Client(
        1, network.address(), b -> b.keepAlive(Duration.ofSeconds(1), Duration.ofSeconds(5)));
  }

  private static void leaves(Client client) {
    client.leave();
    client.await(DISCONNECTED, LEAVE_CHANNEL);
  }

  @Test
  void whoLeavesAndComesBackAtOnceIsNotInTheirOwnWay() throws IOException {
    try (RealJanus server = RealJanus.start(60, 20);
        Client a = new Client(1, server.address())) {
      String room = server.room();
      for (int i = 0; i < 50; i++) {
        a.comesBack(room);
        leaves(a);
      }
      assertThat(a.faults.size()).isLessThan(50);
    }
  }

  @Test
  void whoLeftWithoutNetworkComesBack() throws IOException {
    try (RealJanus server = RealJanus.start(60, 60);
        Forwarder network = new Forwarder(server.port())) {
      String room = server.room();
      try (Client b = new Client(2, server.address()).in(room);
          Client a = over(network).in(room)) {
        network.cut();
        a.await(RECONNECTING, SIGNAL_DISCONNECTED);
        leaves(a);
        assertThat(server.has(room, 1)).isTrue();
        network.heal();
        a.comesBack(room);
        b.sees(a, "arrived", "departed", "arrived");
      }
    }
  }

  /** The network keeps what is sent, and lets it through too late. */
  @Test
  void whoLeftWhileTheNetworkStoodStillComesBack() throws IOException {
    try (RealJanus server = RealJanus.start(60, 60);
        Forwarder network = new Forwarder(server.port())) {
      String room = server.room();
      try (Client b = new Client(2, server.address()).in(room);
          Client a = over(network).in(room)) {
        network.stall();
        leaves(a);
        a.told.clear();
        a.join(room);
        Waiting.sleep(Duration.ofSeconds(3));
        network.heal();
        a.await(CONNECTED, JOIN_SUCCEED);
        assertThat(a.told).containsExactly("CONNECTING JOIN_CHANNEL", "CONNECTED JOIN_SUCCEED");
        b.sees(a, "arrived", "departed", "arrived");
      }
    }
  }

  @Test
  void whoGaveUpAndJoinsComesBack() throws IOException {
    try (RealJanus server = RealJanus.start(120, 120);
        Forwarder network = new Forwarder(server.port())) {
      String room = server.room();
      try (Client b = new Client(2, server.address()).in(room);
          Client a = over(network).in(room)) {
        network.cut();
        a.await(FAILED, TIME_OUT);
        assertThat(server.has(room, 1)).isTrue();
        network.heal();
        a.comesBack(room);
        b.sees(a, "arrived", "departed", "arrived");
      }
    }
  }

  @Test
  void whoWentToAnotherRoomWithoutNetworkComesBackToTheFirst() throws IOException {
    try (RealJanus server = RealJanus.start(60, 60);
        Forwarder network = new Forwarder(server.port())) {
      String first = server.room();
      String second = server.room();
      try (Client b = new Client(2, server.address()).in(first);
          Client a = over(network).in(first)) {
        network.cut();
        a.await(RECONNECTING, SIGNAL_DISCONNECTED);
        a.told.clear();
        a.connection.switchChannel(second, 1);
        a.await(FAILED, JOIN_CHANNEL_FAILED);
        network.heal();
        a.comesBack(second);
        assertThat(server.has(first, 1)).isTrue();
        a.told.clear();
        a.connection.switchChannel(first, 1);
        a.await(CONNECTED, JOIN_SUCCEED);
        assertThat(a.told)
            .containsExactly(
                "DISCONNECTED LEAVE_CHANNEL", "CONNECTING JOIN_CHANNEL", "CONNECTED JOIN_SUCCEED");
        b.sees(a, "arrived", "departed", "arrived");
        assertThat(server.has(second, 1)).isFalse();
      }
    }
  }

  /** The ghost is removed soon, and another user has the id when the client returns. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void somebodyElseIsToldAlsoWhereThereWasAGhost(boolean heals) throws IOException {
    try (RealJanus server = RealJanus.start(60, 1);
        Forwarder network = new Forwarder(server.port())) {
      String room = server.room();
      try (Client b = new Client(2, server.address()).in(room);
          Client a = over(network).in(room)) {
        network.cut();
        a.await(RECONNECTING, SIGNAL_DISCONNECTED);
        leaves(a);
        b.sees(a, "arrived", "departed");
        try (Client other = new Client(1, server.address()).in(room)) {
          network.heal();
          if (heals) {
            // Long enough for whatever was left to be told.
            Waiting.sleep(Duration.ofSeconds(2));
          }
          a.told.clear();
          a.join(room);
          a.await(DISCONNECTED, BE_KICKED_DUE_TO_SAME_USER_ID);
          assertThat(other.told)
              .containsExactly("CONNECTING JOIN_CHANNEL", "CONNECTED JOIN_SUCCEED");
          assertThat(server.has(room, 1)).isTrue();
          b.sees(a, "arrived", "departed", "arrived");
        }
      }
    }
  }

  /**
   * The server looks every two seconds which sessions are over. Of the clients, each joins a little
   * later than the one before: some before theirs is over, some after, and some meanwhile.
   */
  @Test
  void aGhostThatExpiresAtAnyMomentOfTheJoinIsNotTakenForSomebodyElse() throws IOException {
    try (RealJanus server = RealJanus.start(60, 4);
        Forwarder network = new Forwarder(server.port())) {
      List<Client> clients = new ArrayList<>();
      List<String> rooms = new ArrayList<>();
      try {
        for (int i = 0; i < 45; i++) {
          String room = server.room();
          rooms.add(room);
          clients.add(over(network).in(room));
        }
        network.cut();
        long cut = System.nanoTime();
        clients.forEach(client -> client.await(RECONNECTING, SIGNAL_DISCONNECTED));
        clients.forEach(OwnGhostScenariosTest::leaves);
        while (System.nanoTime() - cut < Duration.ofMillis(2_500).toNanos()) {
          Waiting.sleep(Duration.ofMillis(10));
        }
        network.heal();
        network.delay(Duration.ofMillis(25));
        for (int i = 0; i < clients.size(); i++) {
          clients.get(i).told.clear();
          clients.get(i).join(rooms.get(i));
          Waiting.sleep(Duration.ofMillis(150));
        }
        for (Client client : clients) {
          client.await(CONNECTED, JOIN_SUCCEED);
          assertThat(client.told)
              .containsExactly("CONNECTING JOIN_CHANNEL", "CONNECTED JOIN_SUCCEED");
        }
        assertThat(clients).anyMatch(client -> client.met("REFUSED error 436"));
        assertThat(clients).anyMatch(client -> !client.met("REFUSED error 436"));
      } finally {
        clients.forEach(Client::close);
      }
    }
  }
}
