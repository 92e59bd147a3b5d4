package io.mooring.room.janus;

import static io.mooring.room.spec.ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID;
import static io.mooring.room.spec.ConnectionReason.CHANNEL_CLOSED;
import static io.mooring.room.spec.ConnectionReason.REJOIN_SUCCEED;
import static io.mooring.room.spec.ConnectionReason.SIGNAL_DISCONNECTED;
import static io.mooring.room.spec.ConnectionReason.TIME_OUT;
import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Servers that die, that forget, and that have little patience. */
@Tag("real-server")
final class RestartScenariosTest {

  @Test
  void aServerThatForgetsSessionsAtOnceIsJoinedAnew() throws IOException {
    try (RealJanus server = RealJanus.start(60, 0);
        Forwarder network = new Forwarder(server.port())) {
      String room = server.room();
      try (Client b = new Client(2, server.address()).in(room);
          Client a = new Client(1, network.address()).in(room)) {
        b.sees(a, "arrived");
        network.cut();
        b.sees(a, "arrived", "departed");
        network.heal();
        a.await(CONNECTED, REJOIN_SUCCEED);
        b.sees(a, "arrived", "departed", "arrived");
        assertThat(server.has(room, 1)).isTrue();
      }
    }
  }

  @Test
  void aServerThatWasKilledAndStartsAgainIsJoinedAnewWhereTheRoomIsThere() throws Exception {
    try (RealJanus server = RealJanus.start(60, 20);
        Forwarder network = new Forwarder(server.port())) {
      String room = server.room();
      try (Client b = new Client(2, network.address()).in(room);
          Client a = new Client(1, network.address()).in(room)) {
        b.sees(a, "arrived");
        network.cut();
        server.kill();
        a.await(RECONNECTING, SIGNAL_DISCONNECTED);
        b.await(RECONNECTING, SIGNAL_DISCONNECTED);
        server.restart();
        server.createRoom(room);
        network.heal();
        a.await(CONNECTED, REJOIN_SUCCEED);
        b.await(CONNECTED, REJOIN_SUCCEED);
        Waiting.until(() -> server.has(room, 1) && server.has(room, 2), () -> "both are in");
        Waiting.until(
            () -> b.of(a).get(b.of(a).size() - 1).equals("arrived"), () -> "A is there: " + b.seen);
        a.await(CONNECTED, REJOIN_SUCCEED);
      }
    }
  }

  @Test
  void aServerThatStartsAgainWithoutTheRoomHasClosedIt() throws Exception {
    try (RealJanus server = RealJanus.start(60, 20)) {
      String room = server.room();
      try (Client b = new Client(2, server.address()).in(room);
          Client a = new Client(1, server.address()).in(room)) {
        b.sees(a, "arrived");
        server.kill();
        a.await(RECONNECTING, SIGNAL_DISCONNECTED);
        server.restart();
        a.await(DISCONNECTED, CHANNEL_CLOSED);
        b.await(DISCONNECTED, CHANNEL_CLOSED);
      }
    }
  }

  @Test
  void aSessionThatTheServerHeardTooLittleOfHasTimedOut() throws IOException {
    try (RealJanus server = RealJanus.start(3, 20)) {
      String room = server.room();
      try (Client b = patient(2, Duration.ofMillis(500), server).in(room);
          Client a = patient(1, Duration.ofSeconds(9), server).in(room)) {
        a.await(DISCONNECTED, TIME_OUT);
        b.sees(a, "arrived", "departed");
        assertThat(b.told).containsExactly("CONNECTING JOIN_CHANNEL", "CONNECTED JOIN_SUCCEED");
      }
    }
  }

  @Test
  void aUserThatIsThereTwiceAfterALossEndsTheOneThatComesBack() throws IOException {
    try (RealJanus server = RealJanus.start(60, 0);
        Forwarder network = new Forwarder(server.port())) {
      String room = server.room();
      try (Client b = new Client(2, server.address()).in(room);
          Client a = new Client(1, network.address()).in(room)) {
        b.sees(a, "arrived");
        network.cut();
        b.sees(a, "arrived", "departed");
        try (Client other = new Client(1, server.address()).in(room)) {
          b.sees(a, "arrived", "departed", "arrived");
          network.heal();
          a.await(DISCONNECTED, BE_KICKED_DUE_TO_SAME_USER_ID);

          assertThat(a.faults.stream().filter(fault -> fault.startsWith("REFUSED error 436")))
              .hasSize(1);
          assertThat(other.told)
              .containsExactly("CONNECTING JOIN_CHANNEL", "CONNECTED JOIN_SUCCEED");
          b.sees(a, "arrived", "departed", "arrived");
        }
      }
    }
  }

  private static Client patient(long id, Duration keepAlive, RealJanus server) {
    return new Client(
        id, server.address(), builder -> builder.keepAlive(keepAlive, Duration.ofSeconds(10)));
  }
}
