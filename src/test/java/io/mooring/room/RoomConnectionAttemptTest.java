package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTING;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.ManualScheduler.Task;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The attempts to get back into the room: when they are made, and what ends them. */
final class RoomConnectionAttemptTest {

  private static List<Duration> seconds(long... each) {
    return LongStream.of(each).mapToObj(Duration::ofSeconds).toList();
  }

  private static void boom() {
    throw new IllegalArgumentException("boom");
  }

  @Test
  void attemptsFollowOneAnotherWhileReconnectingAndAtNoOtherTime() {
    for (ConnectionState state : List.of(DISCONNECTED, CONNECTING, CONNECTED)) {
      Rig rig = Rig.in(state);
      rig.scheduler.run(Duration.ofSeconds(20));
      assertThat(rig.begun).isEmpty();
    }
    Rig rig = Rig.in(RECONNECTING);

    rig.scheduler.run(Duration.ofSeconds(100));

    assertThat(rig.begun).isEqualTo(seconds(0, 3, 8, 15, 18, 23, 30, 33));
    assertThat(rig.session().attempts)
        .extracting(ReconnectAttempt::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.failures).isEmpty();
    assertThat(rig.connection.droppedStaleFacts()).isZero();
  }

  @Test
  void anAttemptThatTakesTooLongIsFollowedByAPauseAndTheNext() {
    Rig rig = Rig.in(RECONNECTING);
    assertThat(rig.attempt().timeLimit()).isEqualTo(Duration.ofSeconds(2));
    assertThat(rig.attempt()).hasToString("attempt 1 of session 1 in \"lobby\" as user 7");

    rig.scheduler.run(Duration.ofMillis(2_999));
    assertThat(rig.attempt().number()).isEqualTo(1);
    rig.scheduler.run(Duration.ofMillis(1));

    assertThat(rig.attempt().number()).isEqualTo(2);
    assertThat(rig.attempt().timeLimit()).isEqualTo(Duration.ofSeconds(4));
    assertThat(rig.log).containsExactly("tryToRejoin 1");
    rig.attempt().succeeded();
    assertThat(rig.changes)
        .extracting(ConnectionChange::reason)
        .containsExactly(ConnectionReason.REJOIN_SUCCEED);
  }

  static Named<Consumer<Rig>> exit(String name, Consumer<Rig> exit) {
    return Named.of(name, exit);
  }

  static Stream<Named<Consumer<Rig>>> everyExit() {
    return Stream.of(
        exit("back", rig -> rig.attempt().succeeded()),
        exit("left", rig -> rig.connection.leaveChannel()),
        exit("released", rig -> rig.connection.release()),
        exit("kicked", rig -> rig.facts().kicked()),
        exit("the room was closed", rig -> rig.facts().roomClosed()),
        exit("the service timed out", rig -> rig.facts().serviceTimedOut()),
        exit("the same user elsewhere", rig -> rig.facts().sameUserIdElsewhere()),
        exit("the window is used up", rig -> rig.window().fire()));
  }

  @ParameterizedTest
  @MethodSource("everyExit")
  void everyExitStopsTheAttempts(Consumer<Rig> exit) {
    Rig rig = Rig.in(RECONNECTING);
    rig.attempt().failed();
    rig.scheduler.run(Duration.ofSeconds(1));
    assertThat(rig.attempt().number()).isEqualTo(2);

    exit.accept(rig);

    assertNothingRuns(rig);
  }

  /** During a pause no attempt can succeed. */
  static Stream<Named<Consumer<Rig>>> everyExitFromAPause() {
    return everyExit().skip(1);
  }

  @ParameterizedTest
  @MethodSource("everyExitFromAPause")
  void everyExitStopsThePauseBetweenTwoAttempts(Consumer<Rig> exit) {
    Rig rig = Rig.in(RECONNECTING);
    rig.attempt().failed();

    exit.accept(rig);

    assertNothingRuns(rig);
  }

  /** Nothing waits, and what runs or is told nonetheless begins no attempt. */
  private static void assertNothingRuns(Rig rig) {
    ConnectionState state = rig.state();
    assertThat(state).isNotEqualTo(RECONNECTING);
    assertThat(rig.scheduler.waiting()).isEmpty();
    assertThat(rig.log).contains("stopReconnecting 1");
    int begun = rig.begun.size();
    int changes = rig.changes.size();

    List.copyOf(rig.scheduler.tasks).forEach(Task::fire);
    rig.session().attempts.forEach(ReconnectAttempt::failed);
    rig.scheduler.run(Duration.ofSeconds(100));

    assertThat(rig.begun).hasSize(begun);
    assertThat(rig.changes).hasSize(changes);
    assertThat(rig.state()).isEqualTo(state);
    assertThat(rig.failures).isEmpty();
  }

  @Test
  void thereIsOneAttemptAtATimeHoweverOftenItsEndIsReported() {
    Rig rig = Rig.in(RECONNECTING);
    ReconnectAttempt first = rig.attempt();
    Task limit = rig.scheduler.latest();

    first.failed();
    Task pause = rig.scheduler.latest();
    first.failed();
    limit.fire();

    assertThat(limit.cancelled).isTrue();
    assertThat(rig.scheduler.latest()).isSameAs(pause);
    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(2);
    assertThat(rig.session().attempts).hasSize(1);

    pause.fire();
    pause.fire();
    first.failed();

    assertThat(rig.session().attempts).hasSize(2);
    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(4);
    assertThat(rig.scheduler.waiting()).containsExactly(rig.window(), rig.scheduler.latest());
  }

  @Test
  void aLateSuccessOfAnEarlierAttemptChangesNothing() {
    Rig rig = Rig.in(RECONNECTING);
    ReconnectAttempt first = rig.attempt();
    rig.scheduler.run(first.timeLimit());

    first.succeeded();
    rig.scheduler.run(Duration.ofSeconds(1));
    first.succeeded();

    assertThat(rig.state()).isEqualTo(RECONNECTING);
    assertThat(rig.attempt().number()).isEqualTo(2);
    assertThat(rig.log)
        .containsExactly("stale REJOINED of 1", "tryToRejoin 1", "stale REJOINED of 1");
    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(2);
    assertThat(rig.scheduler.waiting()).hasSize(2);
  }

  @Test
  void aLateSuccessOfAnEarlierEpisodeChangesNothing() {
    Rig rig = Rig.in(RECONNECTING);
    ReconnectAttempt old = rig.attempt();
    old.succeeded();
    old.succeeded();
    rig.facts().signalLost();
    rig.log.clear();

    old.succeeded();
    old.failed();

    assertThat(rig.state()).isEqualTo(RECONNECTING);
    assertThat(rig.log).containsExactly("stale REJOINED of 1");
    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(2);
    assertThat(rig.attempt().number()).isEqualTo(1);
    rig.attempt().succeeded();
    assertThat(rig.state()).isEqualTo(CONNECTED);
  }

  /** The first episode is over as soon as that is decided, even while nothing is carried out. */
  @Test
  void aSuccessThatWaitsForACallbackDoesNotEndTheNextEpisode() {
    Rig rig = Rig.in(RECONNECTING);
    ReconnectAttempt old = rig.attempt();
    rig.onState.put(
        CONNECTED,
        () -> {
          rig.onState.clear();
          rig.facts().mediaLost();
          old.succeeded();
          old.failed();
          assertThat(rig.state()).isEqualTo(RECONNECTING);
        });

    old.succeeded();

    assertThat(rig.changes)
        .extracting(ConnectionChange::to)
        .containsExactly(CONNECTED, RECONNECTING);
    assertThat(rig.failures).isEmpty();
    assertThat(rig.session().attempts).hasSize(2);
    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(2);
  }

  @Test
  void aLateSuccessOfAnOldSessionIsUndoneThereAndALateFailureDropped() {
    Rig rig = Rig.in(RECONNECTING);
    ReconnectAttempt old = rig.attempt();
    rig.connection.leaveChannel();
    rig.join();
    rig.facts().joined();
    rig.facts().mediaLost();
    List<Task> waiting = rig.scheduler.waiting().toList();
    rig.log.clear();

    old.failed();
    old.succeeded();

    assertThat(rig.log).containsExactly("announceLeave 1", "close 1", "stale REJOINED of 1");
    assertThat(rig.state()).isEqualTo(RECONNECTING);
    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(2);
    assertThat(rig.scheduler.waiting()).isEqualTo(waiting);
    assertThat(rig.session().attempts).hasSize(1);
  }

  @Test
  void aSuccessAfterTheWindowIsUndone() {
    Rig rig = Rig.in(RECONNECTING);
    rig.scheduler.run(RoomConnection.DEFAULT_RECONNECT_WINDOW);
    assertThat(rig.state()).isEqualTo(FAILED);
    rig.log.clear();

    rig.attempt().succeeded();

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.log).containsExactly("announceLeave 1", "close 1", "recorded REJOINED");
  }

  @Test
  void aSessionThatThrowsHasFailedTheAttempt() {
    Rig rig = Rig.in(CONNECTED);
    rig.during.put("tryToRejoin", RoomConnectionAttemptTest::boom);
    rig.facts().mediaLost();

    assertThat(rig.failures)
        .extracting(CallFailure::callee, CallFailure::call, CallFailure::sessionEpoch)
        .containsExactly(tuple(Callee.TRANSPORT, "tryToRejoin", 1L));
    rig.during.clear();
    rig.scheduler.run(Duration.ofSeconds(1));

    assertThat(rig.state()).isEqualTo(RECONNECTING);
    assertThat(rig.begun).isEqualTo(seconds(0, 1));
    rig.attempt().succeeded();
    assertThat(rig.state()).isEqualTo(CONNECTED);
  }

  @Test
  void anEndThatIsReportedInsideTheCallCounts() {
    Rig rig = Rig.in(CONNECTED);
    rig.during.put("tryToRejoin", () -> rig.attempt().failed());
    rig.facts().mediaLost();
    rig.scheduler.run(Duration.ofMillis(2_500));
    assertThat(rig.begun).isEqualTo(seconds(0, 1, 2));

    rig.during.put("tryToRejoin", () -> rig.attempt().succeeded());
    rig.scheduler.run(Duration.ofMillis(500));

    assertThat(rig.state()).isEqualTo(CONNECTED);
    assertThat(rig.scheduler.waiting()).isEmpty();
  }

  /** The first attempt has 2 s, and the pause after it takes 1 s. */
  @ParameterizedTest
  @CsvSource({"1", "2", "3", "5"})
  void aSlowListenerDelaysNeitherAnAttemptNorTheWindow(int slow) {
    Rig rig = Rig.in(CONNECTED);
    rig.onState.put(RECONNECTING, () -> rig.scheduler.run(Duration.ofSeconds(slow)));

    rig.facts().mediaLost();
    rig.scheduler.run(Duration.ofSeconds(5 - slow));
    assertThat(rig.begun).startsWith(Duration.ZERO, Duration.ofSeconds(3));

    rig.scheduler.run(RoomConnection.DEFAULT_RECONNECT_WINDOW.minusSeconds(5).minusNanos(1));
    assertThat(rig.state()).isEqualTo(RECONNECTING);
    rig.scheduler.run(Duration.ofNanos(1));
    assertThat(rig.state()).isEqualTo(FAILED);
  }

  @Test
  void aPauseRunsFromTheEndOfTheAttemptThoughItsCallReturnsLater() {
    Rig rig = Rig.in(CONNECTED);
    rig.during.put(
        "tryToRejoin",
        () -> {
          rig.during.clear();
          rig.attempt().failed();
          rig.scheduler.pass(Duration.ofMillis(600));
        });

    rig.facts().mediaLost();
    rig.scheduler.run(Duration.ofMillis(400));

    assertThat(rig.begun).isEqualTo(seconds(0, 1));
  }

  @Test
  void anAttemptThatCannotBeTimedIsNotMadeAndTheWindowEndsTheEpisode() {
    Rig rig = Rig.in(RECONNECTING);
    rig.attempt().failed();
    rig.scheduler.refusing = true;
    rig.scheduler.run(Duration.ofSeconds(1));

    assertThat(rig.failures)
        .extracting(CallFailure::callee, CallFailure::call)
        .containsExactly(tuple(Callee.SCHEDULER, "schedule"), tuple(Callee.SCHEDULER, "schedule"));
    assertThat(rig.begun).hasSize(1);
    rig.scheduler.run(RoomConnection.DEFAULT_RECONNECT_WINDOW);
    assertThat(rig.state()).isEqualTo(FAILED);
  }
}
