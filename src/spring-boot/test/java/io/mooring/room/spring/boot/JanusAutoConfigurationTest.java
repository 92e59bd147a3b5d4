package io.mooring.room.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.CommandResult;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomTransport;
import io.mooring.room.janus.JanusTransport;
import io.mooring.room.spec.ReturnCode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** With the address of a server an application brings nothing at all. */
final class JanusAutoConfigurationTest {

  private final ApplicationContextRunner runner = new ApplicationContextRunner();

  @Test
  void theAddressOfAServerIsAllThatAnApplicationBrings() throws Exception {
    // A port where nobody listens: the transport tries it, and says so.
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    List<JanusTransport> transports = new ArrayList<>();
    runner
        .withUserConfiguration(Lobby.Without.class)
        .withPropertyValues(
            "mooring.janus.url=ws://127.0.0.1:" + port,
            "mooring.janus.display=bot",
            "mooring.janus.pin=1234",
            "mooring.janus.text-ids=true",
            "mooring.janus.connect-timeout=1s",
            "mooring.room.connections.lobby=",
            "mooring.room.connections.stage=")
        .run(
            context -> {
              assertThat(context).hasSingleBean(RoomTransport.class);
              transports.add(context.getBean(JanusTransport.class));
              CommandResult join =
                  context.getBean("lobby", RoomConnection.class).joinChannel("a-room", 7);
              assertThat(join.outcome().toCompletableFuture().get(20, TimeUnit.SECONDS))
                  .isNotEqualTo(ReturnCode.OK);
            });
    assertThat(transports.get(0).closed().toCompletableFuture()).isDone();
  }

  @Test
  void theTransportOfTheApplicationComesFirst() {
    runner
        .withUserConfiguration(Lobby.Application.class)
        .withPropertyValues("mooring.janus.url=ws://127.0.0.1:1")
        .run(context -> assertThat(context).doesNotHaveBean(JanusTransport.class));
  }

  @Test
  void aCustomizerHasTheLastWord() {
    List<JanusTransport.Builder> builders = new ArrayList<>();
    runner
        .withUserConfiguration(Lobby.Without.class)
        .withBean("customizer", JanusTransportCustomizer.class, () -> builders::add)
        .withPropertyValues("mooring.janus.url=wss://janus.example.org/ws")
        .run(context -> assertThat(builders).hasSize(1));
  }
}
