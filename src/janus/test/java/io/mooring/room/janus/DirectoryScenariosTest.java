package io.mooring.room.janus;

import static io.mooring.room.spec.ConnectionReason.REJOIN_SUCCEED;
import static io.mooring.room.spec.ConnectionReason.REQUEST_CHANNEL_FAILED;
import static io.mooring.room.spec.ConnectionReason.RE_DISPATCH;
import static io.mooring.room.spec.ConnectionReason.SIGNAL_DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A directory that fails, and one that sends its users to another server. */
@Tag("real-server")
final class DirectoryScenariosTest {
  private static RealJanus here;
  private static RealJanus there;

  /** Where the directory sends everybody; null while it fails. */
  private final AtomicReference<@Nullable URI> address = new AtomicReference<>();

  @BeforeAll
  static void start() throws IOException {
    here = RealJanus.start(60, 30);
    there = RealJanus.start(60, 30);
  }

  @AfterAll
  static void stop() {
    here.close();
    there.close();
  }

  private Client client(long id) {
    RoomDirectory directory =
        request -> {
          URI known = address.get();
          return known == null
              ? CompletableFuture.failedFuture(new IOException("no directory"))
              : CompletableFuture.completedFuture(known);
        };
    return new Client(id, JanusTransport.builder(directory));
  }

  @Test
  void aDirectoryThatFailsIsARequestThatFailedAndMayBeAskedAgain() {
    String room = here.room();
    try (Client b = new Client(2, here.address()).in(room);
        Client a = client(1)) {
      a.join(room);
      a.await(FAILED, REQUEST_CHANNEL_FAILED);
      assertThat(a.faults).containsExactly("DIRECTORY the directory failed with IOException");
      assertThat(b.seen).isEmpty();

      address.set(here.address());
      a.in(room);
      b.sees(a, "arrived");
      assertThat(here.has(room, 1)).isTrue();
    }
  }

  @Test
  void aDirectoryThatFailsWhileReconnectingFailsOnlyTheAttempt() throws IOException {
    String room = here.room();
    try (Forwarder network = new Forwarder(here.port())) {
      address.set(network.address());
      try (Client b = new Client(2, here.address()).in(room);
          Client a = client(1).in(room)) {
        address.set(null);
        network.blink();
        a.await(RECONNECTING, SIGNAL_DISCONNECTED);
        Waiting.until(
            () -> a.faults.contains("DIRECTORY the directory failed with IOException"),
            () -> "a fault");
        address.set(network.address());
        a.await(CONNECTED, REJOIN_SUCCEED);
        b.sees(a, "arrived");
      }
    }
  }

  @Test
  void anotherServerAfterAChangeOfTheNetworkIsMovedTo() {
    String room = here.room();
    there.createRoom(room);
    address.set(here.address());
    try (Client b = new Client(2, here.address()).in(room);
        Client c = new Client(3, there.address()).in(room);
        Client a = client(1).in(room)) {
      a.transport.networkChanged();
      address.set(there.address());
      a.transport.networkChanged();
      a.await(RECONNECTING, RE_DISPATCH);
      a.await(CONNECTED, REJOIN_SUCCEED);

      c.sees(a, "arrived");
      b.sees(a, "arrived", "departed");
      a.sees(b, "arrived", "departed");
      a.sees(c, "arrived");
      assertThat(there.has(room, 1)).isTrue();
      assertThat(here.has(room, 1)).isFalse();
    }
  }
}
