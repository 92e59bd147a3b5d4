package io.mooring.room.janus;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.ChannelRequest;
import io.mooring.room.ReconnectPolicy;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomSession;
import io.mooring.room.spec.ConnectionState;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Servers and directories that are slower than an attempt to get back may be, as they are when all
 * their clients come back at the same moment. A client that restarts with each attempt never gets
 * in, and keeps the others out.
 */
final class SlowServerTest {
  private static final ChannelRequest REQUEST = new ChannelRequest("5", 1);

  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final Facts facts = new Facts();
  private final AtomicInteger located = new AtomicInteger();
  private final AtomicReference<CompletableFuture<URI>> directory = new AtomicReference<>();
  private ScriptedServer server;
  private JanusTransport transport;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    directory.set(CompletableFuture.completedFuture(server.address()));
    transport =
        JanusTransport.builder(
                request -> {
                  located.incrementAndGet();
                  return directory.get();
                })
            .observer(
                new JanusObserver() {
                  @Override
                  public void fault(JanusFault fault) {
                    faults.add(fault.text());
                  }
                })
            .connectTimeout(Waiting.LIMIT)
            .directoryTimeout(Waiting.LIMIT)
            .build();
    facts.faults = faults;
  }

  @AfterEach
  void stop() throws IOException {
    transport.close();
    server.close();
  }

  /** A session whose link was cut. */
  private RoomSession cut() throws IOException {
    RoomSession session = transport.open(REQUEST, facts);
    facts.await("joined");
    server.cut();
    facts.await("joined", "signalLost");
    server.asked.clear();
    return session;
  }

  private void attempts(RoomSession session, int... numbers) {
    for (int number : numbers) {
      session.tryToRejoin(facts.attempt(number));
    }
  }

  @Test
  void aHandshakeThatOutlastsItsAttemptIsFinishedForTheNextOne() throws IOException {
    RoomSession session = cut();
    server.hesitates();
    attempts(session, 1);
    Waiting.until(() -> server.connections.get() == 2, () -> "a connection");
    attempts(session, 2, 3);
    server.welcomes();
    facts.await("joined", "signalLost", "succeeded 3");

    assertThat(server.connections).hasValue(2);
    assertThat(server.questions()).containsExactly("claim", "listparticipants");
  }

  @Test
  void anAnswerThatOutlastsItsAttemptIsWaitedForByTheNextOne() throws IOException {
    RoomSession session = cut();
    server.isSlow(Duration.ofMillis(300));
    attempts(session, 1);
    Waiting.until(() -> server.asked.contains("claim"), () -> "a question");
    attempts(session, 2);
    facts.await("joined", "signalLost", "succeeded 2");

    assertThat(server.connections).hasValue(2);
    assertThat(server.questions()).containsExactly("claim", "listparticipants");
  }

  @Test
  void aDirectoryThatOutlastsItsAttemptIsWaitedForByTheNextOne() throws IOException {
    RoomSession session = cut();
    CompletableFuture<URI> slow = new CompletableFuture<>();
    directory.set(slow);
    attempts(session, 1, 2);
    Waiting.until(() -> located.get() > 1, () -> "a question");
    slow.complete(server.address());
    facts.await("joined", "signalLost", "succeeded 2");

    assertThat(located).hasValue(2);
  }

  @Test
  void aQuestionThatIsNeverAnsweredFailsTheAttemptThatWaitsForIt() throws IOException {
    RoomSession session = cut();
    server.answers(asked -> asked.equals("listparticipants") ? "" : ScriptedServer.friendly(asked));
    attempts(session, 1, 2);
    facts.await("joined", "signalLost", "failed 2");
    assertThat(faults).last().isEqualTo("no answer within 10000 ms");

    server.answers(ScriptedServer::friendly);
    attempts(session, 3);
    facts.await("joined", "signalLost", "failed 2", "succeeded 3");
    assertThat(server.connections).hasValue(3);
  }

  @Test
  void aWayThatWasBegunOverAnotherNetworkIsBegunAnew() throws IOException {
    RoomSession session = cut();
    server.hesitates();
    attempts(session, 1);
    Waiting.until(() -> server.connections.get() == 2, () -> "a connection");
    server.welcomeOthers();
    transport.networkChanged();
    facts.await("joined", "signalLost", "succeeded 1");

    assertThat(server.connections).hasValue(3);
  }

  @Test
  void whatIsStoppedOnTheWayMayBeTriedAgain() throws IOException {
    RoomSession session = cut();
    server.isSlow(Duration.ofMillis(200));
    attempts(session, 1);
    Waiting.until(() -> server.asked.contains("listparticipants"), () -> "a question");
    session.stopReconnecting();
    attempts(session, 1);
    facts.await("joined", "signalLost", "succeeded 1");

    assertThat(server.questions()).containsExactly("claim", "listparticipants", "listparticipants");
  }

  @Test
  void aServerThatIsLeftForAnotherHearsOfIt() throws IOException {
    RoomSession session = cut();
    try (ScriptedServer other = new ScriptedServer()) {
      directory.set(CompletableFuture.completedFuture(other.address()));
      attempts(session, 1);
      facts.await("joined", "signalLost", "succeeded 1");

      assertThat(other.questions()).containsExactly("create", "attach", "join");
      Waiting.until(
          () -> server.questions().equals(List.of("claim", "leave", "destroy")),
          () -> "but " + server.asked);
    }
  }

  /** Handshake, claim and list take three times 0.8 s, and no attempt may take more than 1 s. */
  @Test
  void aConnectionGetsBackOverAServerThatIsSlowerThanItsAttempts() throws IOException {
    RoomConnection room =
        RoomConnection.builder(transport).reconnectPolicy(new ShortAttempts()).build();
    Set<String> told = new ConcurrentSkipListSet<>();
    room.addListener(change -> told.add(change.reason().name()));
    room.initialize();
    room.joinChannel("5", 1).outcome().toCompletableFuture().join();

    server.isSlow(Duration.ofMillis(800));
    server.cut();
    Waiting.until(() -> told.contains("REJOIN_SUCCEED"), () -> "back, but " + told + faults);
    assertThat(room.getConnectionState()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(room.reconnectAttempts()).isGreaterThan(1);
    assertThat(server.connections).hasValue(2);
    room.release();
  }

  private static final class ShortAttempts implements ReconnectPolicy {
    @Override
    public Duration timeLimit(int attempt) {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration backOff(int failed, double random) {
      return Duration.ofSeconds(1);
    }
  }
}
