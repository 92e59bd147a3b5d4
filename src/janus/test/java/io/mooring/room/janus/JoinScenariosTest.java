package io.mooring.room.janus;

import static io.mooring.room.spec.ConnectionReason.JOIN_CHANNEL_FAILED;
import static io.mooring.room.spec.ConnectionReason.REQUEST_CHANNEL_FAILED;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.ChannelRequest;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ReturnCode;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first join, against a real server. */
@Tag("real-server")
final class JoinScenariosTest {
  private static RealJanus server;

  @BeforeAll
  static void start() throws IOException {
    server = RealJanus.start(60, 30);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whoJoinsAndLeavesIsSeenToComeAndGo() {
    String room = server.room();
    try (Client b = new Client(2, server.address()).in(room);
        Client a = new Client(1, server.address()).in(room)) {
      b.sees(a, "arrived");
      a.sees(b, "arrived");
      assertThat(server.has(room, 1)).isTrue();

      a.leave();
      b.sees(a, "arrived", "departed");
      assertThat(server.has(room, 1)).isFalse();
      assertThat(a.told)
          .containsExactly(
              "CONNECTING JOIN_CHANNEL", "CONNECTED JOIN_SUCCEED", "DISCONNECTED LEAVE_CHANNEL");
      assertThat(a.faults).isEmpty();

      a.in(room);
      b.sees(a, "arrived", "departed", "arrived");
    }
  }

  @Test
  void aUserWithoutAnIdGetsOneFromTheServer() {
    String room = server.room();
    try (Client b = new Client(2, server.address()).in(room);
        Client a = new Client(0, server.address()).in(room)) {
      Waiting.until(() -> b.seen.size() == 1, () -> "one arrival, but " + b.seen);
      long chosen = Long.parseLong(b.seen.get(0).substring("arrived ".length()));

      assertThat(chosen).isPositive();
      assertThat(server.has(room, chosen)).isTrue();
      assertThat(a.connection.getConnectionState().name()).isEqualTo("CONNECTED");
    }
  }

  @Test
  void aRoomThatIsNotThereIsARequestThatFailed() {
    try (Client a = new Client(1, server.address())) {
      ReturnCode code = a.join("987654").outcome().toCompletableFuture().join();

      assertThat(code).isEqualTo(ReturnCode.REQUEST_JOIN_FAILED);
      a.await(FAILED, REQUEST_CHANNEL_FAILED);
      assertThat(a.faults).containsExactly("REFUSED error 426: No such room (987654)");
    }
  }

  @Test
  void aWrongPinIsARequestThatFailed() {
    String room = server.room();
    try (Client b = new Client(2, server.address()).in(room);
        JanusTransport wrong =
            JanusTransport.builder(server.address())
                .pin(Secret.of("another"))
                .apiSecret(Secret.of(RealJanus.API_SECRET))
                .build()) {
      Facts facts = new Facts();
      wrong.open(new ChannelRequest(room, 1), facts);

      facts.await("roomRequestFailed");
      assertThat(server.has(room, 1)).isFalse();
      assertThat(b.seen).isEmpty();
    }
  }

  /** The server counts those who publish. */
  @Test
  void whoPublishesNothingFindsNoRoomFull() {
    String room = "77";
    server.createRoom(room, 1);
    try (Client b = new Client(2, server.address()).in(room);
        Client a = new Client(1, server.address()).in(room)) {
      b.sees(a, "arrived");
      assertThat(server.has(room, 1)).isTrue();
      assertThat(a.faults).isEmpty();
    }
  }

  @Test
  void aServerThatIsDownIsALinkThatFailed() throws IOException {
    URI nobody = URI.create("ws://127.0.0.1:" + Programs.freePort());
    try (Client a = new Client(1, nobody)) {
      assertThat(a.join("1").outcome().toCompletableFuture().join())
          .isEqualTo(ReturnCode.CONNECT_FAILED);
      a.await(FAILED, JOIN_CHANNEL_FAILED);
      assertThat(a.faults).containsExactly("LINK not connected: ConnectException");
    }
  }

  @Test
  void whoComesSecondWithAnIdIsTheOneThatIsRefused() {
    String room = server.room();
    try (Client b = new Client(2, server.address()).in(room);
        Client first = new Client(1, server.address()).in(room);
        Client second = new Client(1, server.address())) {
      assertThat(second.join(room).outcome().toCompletableFuture().join())
          .isEqualTo(ReturnCode.DUPLICATE_UID);
      second.await(DISCONNECTED, ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID);

      assertThat(first.told).containsExactly("CONNECTING JOIN_CHANNEL", "CONNECTED JOIN_SUCCEED");
      b.sees(first, "arrived");
      assertThat(server.has(room, 1)).isTrue();
    }
  }
}
