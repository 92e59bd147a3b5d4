package io.mooring.room.janus;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.ChannelRequest;
import io.mooring.room.RoomSession;
import io.mooring.room.SessionToken;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that died in the room, and one that has its token, or has not. */
final class DeadProcessTest {
  private static final long USER = 7;
  private static final ChannelRequest REQUEST = new ChannelRequest("5", USER);

  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final Facts facts = new Facts();
  private final ScriptedRoom room = new ScriptedRoom();
  private ScriptedServer server;

  /** The process that dies: it is not used any more. */
  private JanusTransport dead;

  private JanusTransport transport;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    server.converses(room);
    dead = transport();
    transport = transport();
    facts.faults = faults;
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    dead.close();
    transport.close();
  }

  private JanusTransport transport() {
    return JanusTransport.builder(server.address())
        .display("me")
        .observer(
            new JanusObserver() {
              @Override
              public void fault(JanusFault fault) {
                faults.add(fault.kind() + " " + fault.text());
              }
            })
        .connectTimeout(Waiting.LIMIT)
        // Who waits where there is nothing to wait for does so for ever.
        .ownSessionPatience(Duration.ofDays(1))
        .build();
  }

  /** Joins, and dies: the token of then. */
  private SessionToken died(ChannelRequest request) throws IOException {
    Facts before = new Facts();
    RoomSession session = dead.open(request, before);
    before.await("joined");
    SessionToken token = session.token().orElseThrow();
    server.cut();
    before.await("joined", "signalLost");
    faults.clear();
    return token;
  }

  private RoomSession resumed(SessionToken token) {
    return transport.resume(REQUEST, Optional.of(token), facts).orElseThrow();
  }

  /** Attempts, one after the other, until something is told that ends them. */
  private String comesTo(RoomSession session) {
    for (int number = 1; number < 10; number++) {
      int told = facts.told.size();
      session.tryToRejoin(facts.attempt(number));
      Waiting.until(() -> facts.told.size() > told, () -> "an end, but " + facts.told + faults);
      String end = facts.told.get(told);
      if (!end.startsWith("failed")) {
        return end;
      }
    }
    throw new AssertionError(facts.told);
  }

  private void isAloneInTheRoom() {
    Waiting.until(
        () -> room.sessions().size() == 1 && room.sessions().contains(room.seatOf(USER)),
        () -> "one session in the room, but " + room.sessions());
  }

  @Test
  void aSessionIsClaimedAndOthersHaveSeenNothing() throws IOException {
    SessionToken token = died(REQUEST);
    long session = room.seatOf(USER);
    assertThat(comesTo(resumed(token))).isEqualTo("succeeded 1");

    assertThat(room.seatOf(USER)).isEqualTo(session);
    assertThat(room.conversation).endsWith("claim " + session, "listparticipants " + session);
    assertThat(faults).isEmpty();
  }

  /** In the moments after the last question it expires when all is over. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "0, 1", "1, 1", "0, 3", "1, 3"})
  void aSessionThatExpiresWhileItIsTakenUpIsFollowedByANewOne(int moment, int lag)
      throws IOException {
    SessionToken token = died(REQUEST);
    long session = room.seatOf(USER);
    room.lags(lag);
    room.before(moment, () -> room.expire(session));
    assertThat(comesTo(resumed(token))).startsWith("succeeded");
    assertThat(room.seatOf(USER)).isPositive().isNotEqualTo(session);
    isAloneInTheRoom();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void somebodyElseWhoTookTheSeatMeanwhileIsToldAndStays(int moment) throws IOException {
    SessionToken token = died(REQUEST);
    long session = room.seatOf(USER);
    room.before(
        moment,
        () -> {
          room.expire(session);
          room.strangerJoins(USER);
        });
    assertThat(comesTo(resumed(token))).isEqualTo("sameUserIdElsewhere");
    assertThat(room.seatOf(USER)).isEqualTo(-1);
  }

  @Test
  void aSessionThatIsLeftBeforeItWasTakenUpIsLeftOnTheServerAsWell() throws IOException {
    RoomSession session = resumed(died(REQUEST));
    session.close();
    transport.close();
    transport.closed().toCompletableFuture().join();
    assertThat(room.seatOf(USER)).isZero();
    assertThat(room.sessions()).isEmpty();
  }

  @Test
  void whoWasRemovedWhileTheirProcessWasDeadIsTold() throws IOException {
    SessionToken token = died(REQUEST);
    room.leaves(USER);
    assertThat(comesTo(resumed(token))).isEqualTo("kicked");
  }

  @Test
  void aUserWhomTheServerGaveAnIdKeepsIt() throws IOException {
    ChannelRequest anybody = new ChannelRequest("5", 0);
    SessionToken token = died(anybody);
    long session = room.sessions().iterator().next();
    room.expire(session);
    assertThat(comesTo(transport.resume(anybody, Optional.of(token), facts).orElseThrow()))
        .isEqualTo("succeeded 1");
    assertThat(room.seatOf(ScriptedRoom.CHOSEN)).isPositive();
  }

  @Test
  void withoutATokenNothingIsClaimedAndTheServerIsWaitedFor() throws IOException {
    died(REQUEST);
    long ghost = room.seatOf(USER);
    RoomSession session = transport.resume(REQUEST, Optional.empty(), facts).orElseThrow();
    session.tryToRejoin(facts.attempt(1));
    facts.await("failed 1");
    session.tryToRejoin(facts.attempt(2));
    facts.await("failed 1", "failed 2");
    assertThat(room.conversation).doesNotContain("claim " + ghost);
    room.expire(ghost);
    session.tryToRejoin(facts.attempt(3));
    facts.await("failed 1", "failed 2", "succeeded 3");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0", "1, 0", "2, 0", "3, 0", "4, 0", "5, 0", "6, 0", "7, 0", "8, 0", "9, 0",
    "0, 2", "1, 2", "2, 2", "3, 2", "4, 2", "5, 2", "6, 2", "7, 2", "8, 2", "9, 2"
  })
  void aNewJoinEndsWhatTheDeadProcessHad(int moment, int lag) throws IOException {
    SessionToken token = died(REQUEST);
    long ghost = room.seatOf(USER);
    room.lags(lag);
    room.before(moment, () -> room.expire(ghost));
    transport.open(REQUEST, Optional.of(token), facts);
    facts.await("joined");
    assertThat(room.seatOf(USER)).isPositive().isNotEqualTo(ghost);
    isAloneInTheRoom();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void aNewJoinThatMeetsSomebodyElseIsTold(int moment) throws IOException {
    SessionToken token = died(REQUEST);
    long ghost = room.seatOf(USER);
    room.before(
        moment,
        () -> {
          room.expire(ghost);
          room.strangerJoins(USER);
        });
    transport.open(REQUEST, Optional.of(token), facts);
    facts.await("sameUserIdElsewhere");
    assertThat(room.seatOf(USER)).isEqualTo(-1);
  }

  @Test
  void whoGoesElsewhereIsSeenToHaveLeft() throws IOException {
    SessionToken token = died(new ChannelRequest("5", 8));
    transport.open(REQUEST, Optional.of(token), facts);
    facts.await("joined");
    Waiting.until(() -> room.seatOf(8) == 0, () -> "the other user is gone");
    isAloneInTheRoom();
  }

  @Test
  void withoutATokenTheDeadProcessCannotBeToldFromSomebodyElse() throws IOException {
    died(REQUEST);
    long ghost = room.seatOf(USER);
    transport.open(REQUEST, facts);
    facts.await("sameUserIdElsewhere");
    assertThat(room.seatOf(USER)).isEqualTo(ghost);
  }

  /**
   * The token is of the moment in which the session was opened: no server had received a request
   * yet.
   */
  @ParameterizedTest
  @ValueSource(strings = {"create", "attach", "join"})
  void aProcessThatDiedWhileJoiningHasProofAsWell(String last) throws IOException {
    boolean[] died = new boolean[1];
    server.converses(
        message -> {
          String answer = died[0] ? "" : room.apply(message);
          died[0] |= ScriptedServer.word(message).equals(last);
          return died[0] ? "" : answer;
        });
    RoomSession joining = dead.open(REQUEST, new Facts());
    SessionToken token = joining.token().orElseThrow();
    Waiting.until(() -> died[0], () -> "a question for " + last);
    server.cut();
    server.converses(room);
    boolean isIn = room.seatOf(USER) > 0;
    assertThat(isIn).isEqualTo(last.equals("join"));

    transport.open(REQUEST, Optional.of(token), facts);
    facts.await("joined");
    if (isIn) {
      isAloneInTheRoom();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "x",
        "{}",
        "{\"janus\":1}",
        "[1]",
        "{\"janus\":2,\"life\":\"a\",\"room\":\"5\",\"id\":\"7\",\"session\":1,\"handle\":2,"
            + "\"taken\":true,\"next\":3}"
      })
  void aTokenOfAnotherKindProvesNothing(String text) throws IOException {
    died(REQUEST);
    long ghost = room.seatOf(USER);
    transport.open(REQUEST, Optional.of(SessionToken.of(text)), facts);
    facts.await("sameUserIdElsewhere");
    assertThat(room.seatOf(USER)).isEqualTo(ghost);
    assertThat(faults).contains("GARBAGE a token that is none of this transport");
  }

  @Test
  void aRoomWhoseNameIsTooLongForATokenIsJoinedWithoutOne() throws IOException {
    try (JanusTransport texts =
        JanusTransport.builder(server.address()).textIds().connectTimeout(Waiting.LIMIT).build()) {
      RoomSession session = texts.open(new ChannelRequest("r".repeat(5_000), USER), facts);
      facts.await("joined");
      assertThat(session.token()).isEmpty();
    }
  }

  @Test
  void aTokenThatWasMadeUpEndsNobody() throws IOException {
    died(REQUEST);
    long ghost = room.seatOf(USER);
    SessionToken guess =
        new JanusToken("elsewhere", new Identity.Who("5", "7"), ghost + 1, 101, true, ghost + 2)
            .token()
            .orElseThrow();
    transport.open(REQUEST, Optional.of(guess), facts);
    facts.await("sameUserIdElsewhere");
    assertThat(room.seatOf(USER)).isEqualTo(ghost);
  }
}
