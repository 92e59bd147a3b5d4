package io.mooring.room.janus;

import static io.mooring.room.spec.ConnectionReason.BE_KICKED;
import static io.mooring.room.spec.ConnectionReason.REJOIN_SUCCEED;
import static io.mooring.room.spec.ConnectionReason.SIGNAL_DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real server whose rooms and users have texts as ids. */
@Tag("real-server")
final class TextIdsScenariosTest {
  private static RealJanus server;

  @BeforeAll
  static void start() throws IOException {
    server = RealJanus.startWithTextIds(60, 20);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Client client(long id, Forwarder network) {
    return new Client(id, network.address(), JanusTransport.Builder::textIds);
  }

  @Test
  void aRoomWithANameIsJoinedLostClaimedAndLeft() throws IOException {
    String room = server.room();
    try (Forwarder sound = new Forwarder(server.port());
        Forwarder network = new Forwarder(server.port());
        Client b = client(2, sound).in(room);
        Client a = client(1, network).in(room)) {
      b.sees(a, "arrived");
      network.blink();
      a.await(RECONNECTING, SIGNAL_DISCONNECTED);
      a.await(CONNECTED, REJOIN_SUCCEED);
      assertThat(server.has(room, 1)).isTrue();

      a.leave();
      b.sees(a, "arrived", "departed");
    }
  }

  @Test
  void whoWasRemovedFromSuchARoomWhileAwayIsNotTakenBack() throws IOException {
    String room = server.room();
    try (Forwarder sound = new Forwarder(server.port());
        Forwarder network = new Forwarder(server.port());
        Client b = client(2, sound).in(room);
        Client a = client(1, network).in(room)) {
      b.sees(a, "arrived");
      network.cut();
      a.await(RECONNECTING, SIGNAL_DISCONNECTED);
      server.kick(room, 1);
      network.heal();
      a.await(DISCONNECTED, BE_KICKED);
      b.sees(a, "arrived", "departed");
    }
  }

  @Test
  void aUserWithoutAnIdGetsATextFromTheServer() throws IOException {
    String room = server.room();
    try (Forwarder network = new Forwarder(server.port());
        Client b = client(2, network).in(room);
        Client a = client(0, network).in(room)) {
      Waiting.until(() -> b.seen.size() == 1, () -> "one arrival, but " + b.seen);
      network.blink();
      a.await(CONNECTED, REJOIN_SUCCEED);
      assertThat(a.faults).noneMatch(fault -> fault.startsWith("REFUSED"));
    }
  }
}
