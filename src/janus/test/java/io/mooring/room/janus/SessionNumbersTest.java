package io.mooring.room.janus;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.ChannelRequest;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of sessions and handles are told apart, also where they are as long as may be. */
final class SessionNumbersTest {
  private final Facts facts = new Facts();
  private ScriptedServer server;
  private JanusTransport transport;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    transport = JanusTransport.builder(server.address()).connectTimeout(Waiting.LIMIT).build();
  }

  @AfterEach
  void stop() throws IOException {
    transport.close();
    server.close();
  }

  /** The last message shows that all were received. */
  private void theSessionIsKicked() throws IOException {
    server.says(
        ScriptedServer.data("\"videoroom\":\"event\",\"leaving\":\"ok\",\"reason\":\"kicked\""));
    facts.await("joined", "kicked");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"janus\":\"timeout\",\"session_id\":12}",
        "{\"janus\":\"error\",\"session_id\":10,\"error\":{\"code\":458,\"reason\":\"gone\"}}",
        "{\"janus\":\"detached\",\"session_id\":12,\"sender\":22}",
        "{\"janus\":\"hangup\",\"session_id\":12,\"sender\":22}",
        "{\"janus\":\"timeout\",\"session_id\":9007199254740993}"
      })
  void whatIsSaidOfAnotherSessionEndsNotThisOne(String message) throws IOException {
    transport.open(new ChannelRequest("5", 1), facts);
    facts.await("joined");
    server.says(message);
    theSessionIsKicked();
  }

  /** A double has the same value for two of them. */
  @Test
  void numbersThatADoubleCannotHoldAreKept() throws IOException {
    server.answers(
        word ->
            switch (word) {
              case "create" -> "{\"janus\":\"success\",\"data\":{\"id\":9007199254740993}}";
              case "attach" -> "{\"janus\":\"success\",\"data\":{\"id\":9223372036854775807}}";
              default -> ScriptedServer.friendly(word);
            });
    transport.open(new ChannelRequest("5", 1), facts);
    facts.await("joined");
    server.says("{\"janus\":\"timeout\",\"session_id\":9007199254740992}");
    server.says(
        "{\"janus\":\"detached\",\"session_id\":9007199254740993,\"sender\":9223372036854775806}");
    assertThat(facts.told).containsExactly("joined");
    server.says(
        "{\"janus\":\"detached\",\"session_id\":9007199254740993,\"sender\":9223372036854775807}");
    facts.await("joined", "kicked");
  }
}
