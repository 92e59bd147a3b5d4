package io.mooring.room.janus;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.ChannelRequest;
import io.mooring.room.RoomSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client finds its user id in the room: its own ghost, or another user. */
final class OwnGhostTest {
  private static final long USER = 7;
  private static final ChannelRequest REQUEST = new ChannelRequest("5", USER);

  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final Facts facts = new Facts();
  private final ScriptedRoom room = new ScriptedRoom();
  private ScriptedServer server;
  private JanusTransport transport;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    server.converses(room);
    transport = builder().build();
    facts.faults = faults;
  }

  @AfterEach
  void stop() throws IOException {
    transport.close();
    server.close();
  }

  private JanusTransport.Builder builder() {
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
        .ownSessionPatience(Duration.ofDays(1));
  }

  /** Is in the room, loses the network and leaves: the number of the session that stays. */
  private long leftWithoutNetwork() throws IOException {
    Facts before = new Facts();
    RoomSession session = transport.open(REQUEST, before);
    before.await("joined");
    long ghost = room.seatOf(USER);
    server.refuses(true);
    server.cut();
    before.await("joined", "signalLost");
    session.announceLeave();
    session.close();
    String unheard = "LINK left, but the server could not be notified";
    Waiting.until(() -> faults.contains(unheard), () -> "a leave that is not heard: " + faults);
    server.refuses(false);
    assertThat(room.seatOf(USER)).isEqualTo(ghost).isPositive();
    return ghost;
  }

  private void isIn(long ghost) {
    long seat = room.seatOf(USER);
    assertThat(seat).isPositive().isNotEqualTo(ghost);
    Waiting.until(() -> room.sessions().size() == 1, () -> "one session, but " + room.sessions());
    assertThat(room.sessions()).containsExactly(seat);
  }

  @Test
  void whatWasLeftWithoutNetworkIsEndedAndTheRoomIsJoined() throws IOException {
    long ghost = leftWithoutNetwork();
    transport.open(REQUEST, facts);
    facts.await("joined");

    isIn(ghost);
    assertThat(room.conversation)
        .endsWith(
            "claim " + ghost, "leave " + ghost, "destroy " + ghost, "join " + room.seatOf(USER));
    assertThat(faults).filteredOn(fault -> fault.startsWith("REFUSED")).hasSize(1);
  }

  /** Six questions are asked from the beginning of the join to its second attempt. */
  @ParameterizedTest
  @CsvSource({
    "0, 0", "1, 0", "2, 0", "3, 0", "4, 0", "5, 0", "6, 0", "7, 0",
    "0, 1", "1, 1", "2, 1", "3, 1", "4, 1", "5, 1", "6, 1", "7, 1",
    "0, 4", "1, 4", "2, 4", "3, 4", "4, 4", "5, 4", "6, 4", "7, 4"
  })
  void aGhostThatExpiresAtAnyMomentOfTheJoinIsNotTakenForSomebodyElse(int moment, int lag)
      throws IOException {
    long ghost = leftWithoutNetwork();
    room.lags(lag);
    room.before(moment, () -> room.expire(ghost));
    transport.open(REQUEST, facts);
    facts.await("joined");
    isIn(ghost);
  }

  /** Before the last question of a join the stranger comes too late. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void somebodyElseWhoComesWhenTheGhostExpiresIsToldAndStays(int moment) throws IOException {
    long ghost = leftWithoutNetwork();
    boolean[] came = new boolean[1];
    room.before(
        moment,
        () -> {
          room.expire(ghost);
          came[0] = room.strangerJoins(USER);
        });
    transport.open(REQUEST, facts);
    facts.await("sameUserIdElsewhere");
    assertThat(came).containsExactly(true);
    assertThat(room.seatOf(USER)).isEqualTo(-1);
    assertThat(faults).filteredOn(fault -> fault.startsWith("REFUSED")).hasSize(1);
  }

  @Test
  void somebodyElseIsToldAtOnceAndNobodyIsClaimed() {
    room.strangerJoins(USER);
    transport.open(REQUEST, facts);
    facts.await("sameUserIdElsewhere");
    assertThat(server.questions()).containsExactly("create", "attach", "join");
    assertThat(room.seatOf(USER)).isEqualTo(-1);
  }

  @Test
  void aSessionOfTheSameTransportThatIsInTheRoomIsSomebodyElse() {
    Facts first = new Facts();
    transport.open(REQUEST, first);
    first.await("joined");
    transport.open(REQUEST, facts);
    facts.await("sameUserIdElsewhere");
    assertThat(first.told).containsExactly("joined");
  }

  @Test
  void whatWasLeftForAnotherRoomOrByAnotherUserProvesNothing() throws IOException {
    leftWithoutNetwork();
    room.strangerJoins(8);
    transport.open(new ChannelRequest("5", 8), facts);
    facts.await("sameUserIdElsewhere");
  }

  @Test
  void whoKnowsThatNobodyElseHasTheirIdWaits() throws IOException {
    transport.close();
    transport = builder().takenIdPatience(Waiting.LIMIT).build();
    room.strangerJoins(USER);
    room.before(6, () -> room.leaves(USER));
    transport.open(REQUEST, facts);
    facts.await("joined");
    assertThat(room.named).hasSize(1);
  }

  @Test
  void whoWaitsIsToldInTheEnd() {
    transport.close();
    transport = builder().takenIdPatience(Duration.ofMillis(300)).build();
    room.strangerJoins(USER);
    transport.open(REQUEST, facts);
    facts.await("sameUserIdElsewhere");
    assertThat(server.questions()).filteredOn("join"::equals).hasSizeGreaterThan(1);
  }

  @Test
  void whereTheServerDoesNotLetThePastEndSomebodyElseIsToldInTheEnd() throws IOException {
    transport.close();
    transport = builder().ownSessionPatience(Duration.ofMillis(300)).build();
    long ghost = leftWithoutNetwork();
    server.converses(
        message ->
            ScriptedServer.word(message).equals("claim")
                ? "{\"janus\":\"error\",\"error\":{\"code\":403,\"reason\":\"no\"}}"
                : room.apply(message));
    transport.open(REQUEST, facts);
    facts.await("sameUserIdElsewhere");
    assertThat(server.questions()).filteredOn("claim"::equals).hasSizeGreaterThan(1);
    assertThat(room.seatOf(USER)).isEqualTo(ghost);
  }

  @Test
  void aLinkThatIsLostWhileThePastIsInTheWayIsALinkThatFailed() throws IOException {
    leftWithoutNetwork();
    server.converses(
        message -> ScriptedServer.word(message).equals("claim") ? "" : room.apply(message));
    transport.open(REQUEST, facts);
    Waiting.until(() -> server.asked.contains("claim"), () -> "a claim");
    server.refuses(true);
    server.cut();
    facts.await("longLinkFailed");
  }

  @Test
  void theOldestOfTooManyAreForgotten() {
    TransportThreads loop = new TransportThreads(thrown -> {});
    LeftSessions left = new LeftSessions(Settings.of(builder(), loop), loop, () -> {});
    for (int user = 1; user <= 10_001; user++) {
      Identity.Who who = new Identity.Who("5", Integer.toString(user));
      left.inherit(new JanusToken("another", who, user, 0, true, 0), user, 0);
    }
    assertThat(left.mayBe(new Identity.Who("5", "1"))).isFalse();
    assertThat(left.mayBe(new Identity.Who("5", "2"))).isTrue();
    assertThat(left.mayBe(new Identity.Who("5", "10001"))).isTrue();
  }

  @Test
  void whatTheServerMustHaveForgottenIsForgotten() throws IOException {
    transport.close();
    transport = builder().sessionTimeout(Duration.ofNanos(1)).build();
    long ghost = leftWithoutNetwork();
    int before = room.heard();
    transport.open(REQUEST, facts);
    facts.await("sameUserIdElsewhere");
    assertThat(room.heard() - before).isEqualTo(3);
    assertThat(room.seatOf(USER)).isEqualTo(ghost);
  }

  @Test
  void whoLeavesWhileWaitingIsGone() throws IOException {
    transport.close();
    transport = builder().takenIdPatience(Waiting.LIMIT).build();
    room.strangerJoins(USER);
    RoomSession session = transport.open(REQUEST, facts);
    Waiting.until(
        () -> server.questions().stream().filter("join"::equals).count() > 1, () -> "it waits");
    session.close();
    transport.close();
    transport.closed().toCompletableFuture().join();
    int heard = room.heard();
    room.leaves(USER);
    assertThat(room.sessions()).isEmpty();
    assertThat(facts.told).isEmpty();
    Waiting.sleep(Duration.ofMillis(200));
    assertThat(room.heard()).isEqualTo(heard);
  }

  /** The answer to the first question for a session is lost with its link. */
  @Test
  void aSessionWhoseNumberIsTakenIsTheOneThatWasAskedForBefore() throws IOException {
    Facts before = new Facts();
    RoomSession session = transport.open(REQUEST, before);
    before.await("joined");
    room.expire(room.seatOf(USER));
    server.cut();
    before.await("joined", "signalLost");
    boolean[] first = {true};
    server.converses(
        message -> {
          String answer = room.apply(message);
          boolean swallowed = first[0] && ScriptedServer.word(message).equals("create");
          if (swallowed) {
            first[0] = false;
            cut();
          }
          return swallowed ? "" : answer;
        });
    session.tryToRejoin(before.attempt(1));
    before.await("joined", "signalLost", "failed 1");
    session.tryToRejoin(before.attempt(2));
    before.await("joined", "signalLost", "failed 1", "succeeded 2");
    assertThat(room.sessions()).hasSize(1);
    assertThat(room.conversation).filteredOn(each -> each.startsWith("claim")).hasSize(2);
  }

  private void cut() {
    try {
      server.cut();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
