package io.mooring.room.janus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.ChannelRequest;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomSession;
import io.mooring.room.SessionToken;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.trace.TraceWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that is secret is in any text: every one that comes out is collected, and searched. */
final class SecretsTest {
  private static final List<String> SECRETS =
      List.of("p1n-77aa", "t0ken-88bb", "ap1-99cc", "pr0xy-00dd", "query-11ee");

  /** Written to by many threads. */
  @SuppressWarnings("JdkObsolete")
  private final StringBuffer texts = new StringBuffer();

  private final Logger logger = Logger.getLogger("");
  private final Handler collector = new Collector();
  private ScriptedServer server;

  /** Everything that is logged, with the stack traces. */
  private final class Collector extends Handler {
    @Override
    public void publish(LogRecord record) {
      texts.append(record.getMessage()).append('\n');
      if (record.getThrown() != null) {
        add(record.getThrown());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private void add(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    texts.append(text).append('\n');
  }

  @BeforeEach
  void collect() throws IOException {
    server = new ScriptedServer();
    collector.setLevel(Level.ALL);
    logger.addHandler(collector);
  }

  @AfterEach
  void stop() throws IOException {
    logger.removeHandler(collector);
    server.close();
  }

  private JanusTransport.Builder builder(RoomDirectory directory) {
    JanusTransport.Builder builder =
        JanusTransport.builder(directory)
            .connectTimeout(Waiting.LIMIT)
            .pin(Secret.of("p1n-77aa"))
            .token(Secret.of("t0ken-88bb"))
            .apiSecret(Secret.of("ap1-99cc"));
    texts.append(builder).append('\n');
    return builder;
  }

  /** Joins, waits for an end, and collects what the connection and the transport can say. */
  private void run(JanusTransport.Builder builder, ConnectionState end, String room) {
    StringBuilder trace = new StringBuilder();
    try (JanusTransport transport = builder.build()) {
      RoomConnection connection =
          RoomConnection.builder(transport)
              .recorder(TraceWriter.to(trace))
              .onFailure(
                  failure -> {
                    texts.append(failure).append('\n');
                    add(failure.cause());
                  })
              .build();
      connection.addListener(change -> texts.append(change).append('\n'));
      connection.initialize();
      connection.joinChannel(room, 1);
      Waiting.until(() -> connection.getConnectionState() == end, () -> end + ": " + texts);
      Waiting.until(() -> end == ConnectionState.CONNECTED || !texts.isEmpty(), () -> "a text");
      texts.append(connection).append(connection.stepLog()).append(connection.capture().text());
      texts.append(transport).append('\n');
      connection.release();
    }
    texts.append(trace);
    nothingSecret();
  }

  private void nothingSecret() {
    assertThat(texts.length()).isGreaterThan(100);
    for (String secret : SECRETS) {
      assertThat(texts.toString()).doesNotContain(secret);
    }
  }

  @Test
  void ofARoomThatIsJoined() {
    run(builder(RoomDirectory.of(server.address())), ConnectionState.CONNECTED, "5");
  }

  @Test
  void ofAServerThatRepeatsWhatItWasTold() {
    server.answers(
        asked ->
            asked.equals("join")
                ? ScriptedServer.data(
                    "\"error_code\":433,\"error\":\"not p1n-77aa t0ken-88bb\\nap1-99cc\"")
                : ScriptedServer.friendly(asked));
    run(builder(RoomDirectory.of(server.address())), ConnectionState.FAILED, "5");
    Waiting.until(
        () -> texts.toString().contains("not (hidden) (hidden) (hidden)"), () -> "words: " + texts);
    nothingSecret();
  }

  @Test
  void ofAServerThatTalksGarbage() throws IOException {
    RoomDirectory directory = RoomDirectory.of(server.address());
    try (JanusTransport transport = builder(directory).build()) {
      Facts facts = new Facts();
      transport.open(new ChannelRequest("5", 1), facts);
      facts.await("joined");
      server.says("p1n-77aa");
      server.says("{\"janus\":\"t0ken-88bb\",\"x\":" + "[".repeat(500));
      Waiting.until(() -> transport.faults() == 2, () -> "two faults");
      texts.append("x".repeat(100));
    }
    nothingSecret();
  }

  @Test
  void ofAnAddressWithSecretsThatNobodyAnswers() throws IOException {
    int nobody = Programs.freePort();
    URI address = URI.create("ws://user:t0ken-88bb@127.0.0.1:" + nobody + "/?key=query-11ee");
    run(builder(RoomDirectory.of(address)), ConnectionState.FAILED, "5");
  }

  @Test
  void ofAProxyThatIsDown() throws IOException {
    JanusTransport.Builder builder =
        builder(RoomDirectory.of(server.address()))
            .proxy(
                ProxySelector.of(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Programs.freePort())))
            .authenticator(
                new Authenticator() {
                  @Override
                  protected PasswordAuthentication getPasswordAuthentication() {
                    return new PasswordAuthentication("user", "pr0xy-00dd".toCharArray());
                  }
                });
    run(builder, ConnectionState.FAILED, "5");
  }

  @Test
  void ofADirectoryThatSaysTooMuch() {
    run(
        builder(
            request -> {
              throw new IllegalStateException("t0ken-88bb query-11ee");
            }),
        ConnectionState.FAILED,
        "5");
  }

  @Test
  void ofARoomThatIsNotPossible() {
    run(builder(RoomDirectory.of(server.address())), ConnectionState.FAILED, "lobby");
  }

  /** With the number of a session one can take it over. */
  @Test
  void ofSessionsThatAServerNames() throws IOException {
    ScriptedRoom room = new ScriptedRoom();
    server.converses(room);
    RoomDirectory directory = RoomDirectory.of(server.address());
    try (JanusTransport transport = builder(directory).build();
        JanusTransport later = builder(directory).build()) {
      Facts facts = new Facts();
      RoomSession session = transport.open(new ChannelRequest("5", 1), facts);
      facts.await("joined");
      SessionToken secretText = session.token().orElseThrow();
      JanusToken token = JanusToken.of(secretText).orElseThrow();
      String words =
          String.format(
              Locale.ROOT,
              "No such handle %d in session %d, nor %d",
              token.handle(),
              token.session(),
              token.next());
      server.says("{\"janus\":\"error\",\"error\":{\"code\":459,\"reason\":\"" + words + "\"}}");
      server.converses(
          message ->
              ScriptedServer.word(message).equals("listparticipants")
                  ? "{\"janus\":\"error\",\"error\":{\"code\":459,\"reason\":\"" + words + "\"}}"
                  : room.apply(message));
      server.cut();
      facts.await("joined", "signalLost");
      session.tryToRejoin(facts.attempt(1));
      facts.await("joined", "signalLost", "kicked");
      server.converses(room);
      Facts laterFacts = new Facts();
      later.open(new ChannelRequest("5", 1), Optional.of(secretText), laterFacts);
      laterFacts.await("joined");
      Waiting.until(() -> texts.toString().contains("in session (hidden)"), () -> "" + texts);
      texts.append(session).append(token).append(secretText).append(transport).append(later);
      for (long secret : new long[] {token.session(), token.handle(), token.next()}) {
        assertThat(secret).isPositive();
        assertThat(texts.toString()).doesNotContain(Long.toString(secret));
      }
      assertThat(texts.toString()).doesNotContain(secretText.text());
    }
  }

  @Test
  void aSecretSaysNothingOfItself() {
    assertThat(Secret.of("p1n-77aa")).hasToString("Secret[hidden]");
    assertThatThrownBy(() -> Secret.of("")).isInstanceOf(IllegalArgumentException.class);
  }
}
