package io.mooring.room.janus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.ChannelRequest;
import io.mooring.room.RoomSession;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that a real server cannot be made to give, and cases without a server. */
final class JanusTransportTest {
  private static final ChannelRequest REQUEST = new ChannelRequest("5", 1);

  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final Facts facts = new Facts();
  private ScriptedServer server;
  private JanusTransport transport;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    transport = builder(server.address()).build();
    facts.faults = texts;
  }

  @AfterEach
  void stop() throws IOException {
    transport.close();
    server.close();
  }

  private JanusTransport.Builder builder(URI address) {
    return JanusTransport.builder(address)
        .observer(
            new JanusObserver() {
              @Override
              public void fault(JanusFault fault) {
                faults.add(fault.kind().name());
                texts.add(fault.text());
              }
            })
        .connectTimeout(Waiting.LIMIT)
        .limits(20_000, 16);
  }

  private RoomSession joined() {
    RoomSession session = transport.open(REQUEST, facts);
    facts.await("joined");
    return session;
  }

  private void replies(String asked, String answer) {
    server.answers(word -> word.equals(asked) ? answer : ScriptedServer.friendly(word));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "{",
        "[]",
        "17",
        "null",
        "{}",
        "{\"janus\":7}",
        "{\"janus\":\"event\"} {\"janus\":\"event\"}",
        "{\"janus\":\"what\"}",
        "{\"janus\":\"event\",\"session_id\":99}",
        "\u0000\u0001"
      })
  void garbageIsCountedAndDropped(String garbage) throws IOException {
    joined();
    server.says(garbage);
    Waiting.until(() -> faults.equals(List.of("GARBAGE")), () -> "a fault, but " + faults);

    assertThat(transport.faults()).isEqualTo(1);
    theSessionStillHears();
  }

  /** A kick at the end shows that nothing was lost: neither the thread nor the link. */
  private void theSessionStillHears() throws IOException {
    assertThat(facts.told).containsExactly("joined");
    server.says(
        ScriptedServer.data("\"videoroom\":\"event\",\"leaving\":\"ok\",\"reason\":\"kicked\""));
    facts.await("joined", "kicked");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"janus\":\"event\"}",
        "{\"janus\":\"event\",\"plugindata\":[]}",
        "{\"janus\":\"event\",\"plugindata\":{\"data\":{\"joining\":[1],\"leaving\":{}}}}",
        "{\"janus\":\"event\",\"plugindata\":{\"data\":{\"publishers\":7,\"kicked\":null}}}",
        "{\"janus\":\"success\",\"transaction\":\"unknown\"}",
        "{\"janus\":\"ack\"}",
        "{\"janus\":\"slowlink\",\"session_id\":11}",
        "{\"janus\":\"hangup\",\"session_id\":11}",
        "{\"janus\":\"detached\",\"session_id\":11,\"sender\":99}"
      })
  void whatConcernsNobodyChangesNothing(String message) throws IOException {
    joined();
    server.says(message);
    theSessionStillHears();
    assertThat(faults).isEmpty();
  }

  @Test
  void aMessageThatIsTooLargeIsCountedAndDropped() throws IOException {
    joined();
    server.says("{\"janus\":\"event\",\"x\":\"" + "y".repeat(2_000_000) + "\"}");
    Waiting.until(() -> faults.equals(List.of("BEYOND_LIMITS")), () -> "a fault, but " + faults);
    theSessionStillHears();
  }

  @Test
  void aMessageThatIsTooDeepIsCountedAndDropped() throws IOException {
    joined();
    server.says("{\"janus\":\"event\",\"x\":" + "[".repeat(9_000) + "]".repeat(9_000) + "}");
    Waiting.until(() -> faults.equals(List.of("BEYOND_LIMITS")), () -> "a fault, but " + faults);
    theSessionStillHears();
  }

  @Test
  void aNumberThatIsTooLongIsCountedAndDropped() throws IOException {
    joined();
    server.says("{\"janus\":\"event\",\"session_id\":" + "9".repeat(10_000) + "}");
    Waiting.until(() -> faults.equals(List.of("BEYOND_LIMITS")), () -> "a fault, but " + faults);
    theSessionStillHears();
  }

  @Test
  void binaryMessagesAreCountedAndDropped() throws IOException {
    joined();
    server.saysBinary((byte) 1, (byte) 2);
    Waiting.until(() -> faults.equals(List.of("GARBAGE")), () -> "a fault, but " + faults);
    theSessionStillHears();
  }

  @Test
  void aServerThatFallsSilentIsALostLink() {
    transport.close();
    transport =
        builder(server.address()).keepAlive(Duration.ofMillis(200), Duration.ofSeconds(2)).build();
    joined();
    Waiting.until(() -> server.asked.contains("keepalive"), () -> "a keepalive");
    server.fallSilent();
    facts.await("joined", "signalLost");
    assertThat(faults).containsExactly("LINK");
  }

  @ParameterizedTest
  @CsvSource({
    "create, 403, roomRequestFailed",
    "create, 490, roomRequestFailed",
    "attach, 460, roomRequestFailed",
    "join, 426, roomRequestFailed",
    "join, 432, roomRequestFailed",
    "join, 433, roomRequestFailed",
    "join, 436, sameUserIdElsewhere",
    "join, 499, roomRequestFailed"
  })
  void aRefusalOfAFirstJoin(String asked, int code, String fact) {
    replies(asked, "{\"janus\":\"error\",\"error\":{\"code\":" + code + ",\"reason\":\"no\"}}");
    transport.open(REQUEST, facts);
    facts.await(fact);
    assertThat(faults).containsExactly("REFUSED");
  }

  @Test
  void theWordsOfAServerSteerNoTerminalAndStayOnOneLine() {
    replies(
        "join",
        ScriptedServer.data(
            "\"error_code\":499,\"error\":\"a\\u001b[2Jb\\u009bc\\u202ed\\u2028e\\u0085"
                + "f".repeat(999)
                + "\""));
    transport.open(REQUEST, facts);
    facts.await("roomRequestFailed");
    assertThat(texts).singleElement().asString().startsWith("error 499: a [2Jb c d e f");
    assertThat(texts.get(0)).hasSizeLessThan(250);
  }

  @Test
  void aSessionWithoutANumberIsARefusal() {
    replies("create", "{\"janus\":\"success\",\"data\":{\"id\":\"x\"}}");
    transport.open(REQUEST, facts);
    facts.await("roomRequestFailed");
  }

  private void rejoined(RoomSession session, int number) {
    session.tryToRejoin(facts.attempt(number));
  }

  private void lost() throws IOException {
    server.says("{\"janus\":\"webrtcup\",\"session_id\":11,\"sender\":22}");
    server.says("{\"janus\":\"hangup\",\"session_id\":11,\"sender\":22,\"reason\":\"ICE failed\"}");
    facts.await("joined", "mediaLost");
  }

  @Test
  void theEndOfAMediaLinkThatWasUpIsALossAndTheRoomIsAskedAgain() throws IOException {
    RoomSession session = joined();
    lost();
    rejoined(session, 1);
    facts.await("joined", "mediaLost", "succeeded 1");
    assertThat(server.asked).containsOnlyOnce("create").contains("listparticipants");
  }

  @ParameterizedTest
  @CsvSource({"426, roomClosed", "459, kicked", "433, failed 1", "458, failed 1"})
  void aRefusalWhenARoomIsAskedAgain(int code, String fact) throws IOException {
    RoomSession session = joined();
    lost();
    replies("listparticipants", "{\"janus\":\"error\",\"error\":{\"code\":" + code + "}}");
    rejoined(session, 1);
    facts.await("joined", "mediaLost", fact);
  }

  @Test
  void whoIsNotListedAnyMoreWasRemoved() throws IOException {
    RoomSession session = joined();
    lost();
    replies("listparticipants", ScriptedServer.data("\"participants\":[{\"id\":2},{}]"));
    rejoined(session, 1);
    facts.await("joined", "mediaLost", "kicked");
  }

  @Test
  void theSameUserElsewhereEndsTheSessionOnlyWhenItIsNoGhost() throws IOException {
    RoomSession session = joined();
    lost();
    Function<String, String> gone =
        word ->
            switch (word) {
              case "listparticipants" -> "{\"janus\":\"error\",\"error\":{\"code\":458}}";
              case "join" -> ScriptedServer.data("\"videoroom\":\"event\",\"error_code\":436");
              default -> ScriptedServer.friendly(word);
            };
    server.answers(gone);
    rejoined(session, 1);
    facts.await("joined", "mediaLost", "failed 1");
    rejoined(session, 2);
    facts.await("joined", "mediaLost", "failed 1", "sameUserIdElsewhere");
    assertThat(server.asked).filteredOn("join"::equals).hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"janus\":\"timeout\",\"session_id\":11}",
        "{\"janus\":\"error\",\"session_id\":11,\"error\":{\"code\":458}}"
      })
  void aSessionThatTheServerEndedHasTimedOut(String message) throws IOException {
    joined();
    server.says(message);
    facts.await("joined", "serviceTimedOut");
  }

  @Test
  void aHandleThatTheServerTookAwayIsARemoval() throws IOException {
    joined();
    server.says("{\"janus\":\"detached\",\"session_id\":11,\"sender\":22}");
    facts.await("joined", "kicked");
  }

  @Test
  void whatIsClosedAsksAndTellsNothingMore() throws IOException {
    RoomSession session = joined();
    session.announceLeave();
    session.close();
    session.close();
    session.stopReconnecting();
    Waiting.until(() -> server.asked.contains("destroy"), () -> "a leave, but " + server.asked);
    session.tryToRejoin(facts.attempt(1));
    facts.await("joined", "failed 1");
    assertThat(server.asked).containsOnlyOnce("destroy");
  }

  @Test
  void aTransportIsClosedWhenTheServersHaveHeardOfWhoLeft() throws IOException {
    joined();
    RoomSession cut = transport.open(REQUEST, facts);
    facts.await("joined", "joined");
    CompletableFuture<Void> closed = transport.closed().toCompletableFuture();
    cut.close();
    transport.close();
    closed.join();

    assertThat(server.questions()).filteredOn("destroy"::equals).hasSize(2);
    assertThat(closed).isCompleted();
  }

  @Test
  void aTransportWhoseServerIsGoneIsClosedAsWell() throws IOException {
    joined();
    server.close();
    facts.await("joined", "signalLost");
    transport.close();
    transport.closed().toCompletableFuture().join();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lobby", "0", "-1", "1.5", "+5", "9223372036854775808"})
  void aServerOfNumbersCannotHaveSuchARoom(String room) {
    assertThatThrownBy(() -> transport.open(new ChannelRequest(room, 1), facts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not " + room);
  }

  @Test
  void aServerOfNumbersCannotHaveSuchAUser() {
    assertThatThrownBy(() -> transport.open(new ChannelRequest("5", -1), facts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("18446744073709551615");
  }

  @Test
  void aTransportThatIsClosedOpensNothing() {
    transport.close();
    assertThatThrownBy(() -> transport.open(REQUEST, facts))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aLossCannotBeNoticedLaterThanTheSpecificationSays() {
    JanusTransport.Builder builder = builder(server.address());
    assertThatThrownBy(() -> builder.keepAlive(Duration.ofSeconds(3), Duration.ofSeconds(11)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.keepAlive(Duration.ofSeconds(3), Duration.ofSeconds(3)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.limits(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.connectTimeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDirectoryThatFailsInAnyWayIsARequestThatFailed() {
    List<RoomDirectory> bad =
        List.of(
            request -> CompletableFuture.failedFuture(new IOException("secret-of-directory")),
            request -> {
              throw new IllegalStateException("secret-of-directory");
            },
            request -> CompletableFuture.completedFuture(URI.create("http://127.0.0.1")),
            request -> CompletableFuture.completedFuture(URI.create("ws:nowhere")),
            request -> new CompletableFuture<>());
    for (RoomDirectory directory : bad) {
      Facts told = new Facts();
      try (JanusTransport failing =
          JanusTransport.builder(directory).directoryTimeout(Duration.ofMillis(300)).build()) {
        failing.open(REQUEST, told);
        told.await("roomRequestFailed");
        assertThat(failing.faults()).isEqualTo(1);
      }
    }
  }
}
