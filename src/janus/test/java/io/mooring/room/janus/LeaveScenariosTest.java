package io.mooring.room.janus;

import static io.mooring.room.spec.ConnectionReason.LEAVE_CHANNEL;
import static io.mooring.room.spec.ConnectionReason.SIGNAL_DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Leaves at every point of a join and of a reconnect: over a slow network, after so many
 * milliseconds. Whatever the server had heard by then, in the end the user is not in the room.
 */
@Tag("real-server")
final class LeaveScenariosTest {
  private static RealJanus server;

  @BeforeAll
  static void start() throws IOException {
    server = RealJanus.start(60, 5);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 50, 100, 150, 200, 250, 300, 350, 400, 450, 500, 600, 800})
  void aLeaveWhileJoiningWins(int after) throws IOException {
    String room = server.room();
    try (Forwarder network = new Forwarder(server.port());
        Client b = new Client(2, server.address()).in(room);
        Client a = new Client(1, network.address())) {
      network.delay(Duration.ofMillis(30));
      a.join(room);
      Waiting.sleep(Duration.ofMillis(after));
      a.leave();
      a.await(DISCONNECTED, LEAVE_CHANNEL);

      goneForGood(a, b, room);
      assertThat(a.told.get(a.told.size() - 1)).isEqualTo("DISCONNECTED LEAVE_CHANNEL");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 50, 100, 150, 200, 250, 300, 400, 600, 1000, 1500})
  void aLeaveWhileReconnectingWins(int after) throws IOException {
    String room = server.room();
    try (Forwarder network = new Forwarder(server.port());
        Client b = new Client(2, server.address()).in(room);
        Client a = new Client(1, network.address()).in(room)) {
      b.sees(a, "arrived");
      network.blink();
      network.delay(Duration.ofMillis(30));
      a.await(RECONNECTING, SIGNAL_DISCONNECTED);
      Waiting.sleep(Duration.ofMillis(after));
      a.leave();
      a.await(DISCONNECTED, LEAVE_CHANNEL);

      goneForGood(a, b, room);
      b.sees(a, "arrived", "departed");
    }
  }

  /** The server may hear of a join after the leave: then it hears of the leave as well. */
  private static void goneForGood(Client a, Client b, String room) {
    Waiting.sleep(Duration.ofMillis(700));
    Waiting.until(() -> !server.has(room, 1), () -> "the user is gone from the room");
    Waiting.until(
        () -> b.of(a).isEmpty() || b.of(a).equals(List.of("arrived", "departed")),
        () -> "B sees it come and go or not at all, but " + b.of(a));
  }
}
