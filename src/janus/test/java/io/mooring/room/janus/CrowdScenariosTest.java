package io.mooring.room.janus;

import static io.mooring.room.spec.ConnectionReason.REJOIN_SUCCEED;
import static io.mooring.room.spec.ConnectionReason.SIGNAL_DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void twoHundredClientsThatAreCutAtOnceAllComeBack() throws IOException {
    try (RealJanus server = RealJanus.start(120, 60);
        Forwarder network = new Forwarder(server.port());
        JanusTransport shared = Client.secrets(JanusTransport.builder(network.address())).build()) {
      String room = server.room();
      Client b = new Client(1_000, server.address()).in(room);
      List<Client> crowd = new ArrayList<>();
      for (long id = 1; id <= CLIENTS; id++) {
        Client client = new Client(id, shared);
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
      crowd.forEach(client -> client.await(CONNECTED, REJOIN_SUCCEED));

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
