package io.mooring.room.janus;

import static io.mooring.room.spec.ConnectionReason.REJOIN_SUCCEED;
import static io.mooring.room.spec.ConnectionReason.SIGNAL_DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.ReconnectPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many clients that lose one network at the same moment. */
@Tag("real-server")
final class CrowdScenariosTest {
  private static final int CLIENTS = 200;

  /** So many come at a time: each is told of all the others. */
  private static final int GROUP = 20;

  /** Attempts of 2 s, 4 s and 6 s, as the default's; pauses that differ from client to client. */
  private static final ReconnectPolicy PACE =
      new ReconnectPolicy() {
        private final ReconnectPolicy limits = ReconnectPolicy.rounds(1);
        private final ReconnectPolicy pauses =
            ReconnectPolicy.exponential(Duration.ofSeconds(1), 1, Duration.ofSeconds(1), 1);

        @Override
        public Duration timeLimit(int attempt) {
          return limits.timeLimit(attempt);
        }

        @Override
        public Duration backOff(int failed, double random) {
          return pauses.backOff(failed, random);
        }
      };

  /** Each way; a handshake and two questions take six times as long, and no attempt may. */
  private static final Duration SLOW = Duration.ofMillis(1_500);

  @Test
  void twoHundredClientsThatAreCutAtOnceAllComeBackOverASlowNetwork() throws IOException {
    try (RealJanus server = RealJanus.start(120, 60);
        Forwarder network = new Forwarder(server.port());
        JanusTransport shared = Client.secrets(JanusTransport.builder(network.address())).build()) {
      String room = server.room();
      Client b = new Client(1_000, server.address()).in(room);
      List<Client> crowd = new ArrayList<>();
      for (long id = 1; id <= CLIENTS; id++) {
        Client client = new Client(id, shared, PACE);
        client.join(room);
        crowd.add(client);
        if (id % GROUP == 0) {
          crowd.forEach(joined -> joined.awaitState(CONNECTED));
        }
      }

      network.cut();
      crowd.forEach(client -> client.await(RECONNECTING, SIGNAL_DISCONNECTED));
      Waiting.sleep(Duration.ofSeconds(2));
      network.heal();
      network.delay(SLOW);
      crowd.forEach(client -> client.await(CONNECTED, REJOIN_SUCCEED));
      network.delay(Duration.ZERO);

      for (Client client : crowd) {
        b.sees(client, "arrived");
        assertThat(server.has(room, client.id)).isTrue();
      }
      crowd.forEach(Client::leave);
      for (Client client : crowd) {
        b.sees(client, "arrived", "departed");
      }
      crowd.forEach(Client::close);
      b.close();
    }
  }
}
