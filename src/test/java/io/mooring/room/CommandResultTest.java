package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTING;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static io.mooring.room.spec.ConnectionState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.spec.Answers;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The outcomes of commands, how often they are completed, and in which order. */
final class CommandResultTest {

  /** Every step that ends a join. */
  static Stream<Step> endings() {
    return Table.steps().stream()
        .filter(step -> step.from().state() == CONNECTING && step.to().state() != CONNECTING);
  }

  static void happen(Rig rig, Event event) {
    switch (event) {
      case LEAVE_CHANNEL -> rig.connection.leaveChannel();
      case RELEASE -> rig.connection.release();
      case JOINED -> rig.facts().joined();
      case ROOM_REQUEST_FAILED -> rig.facts().roomRequestFailed();
      case LONG_LINK_FAILED -> rig.facts().longLinkFailed();
      case PROXY_CONNECTING -> rig.facts().proxyConnecting();
      case ROOM_CLOSED -> rig.facts().roomClosed();
      case KICKED -> rig.facts().kicked();
      case SAME_USER_ID_ELSEWHERE -> rig.facts().sameUserIdElsewhere();
      default -> throw new IllegalArgumentException("a join does not end with " + event);
    }
  }

  /** Writes an outcome down, each time it is told. */
  private static List<ReturnCode> told(CommandResult result) {
    List<ReturnCode> told = new ArrayList<>();
    result.outcome().thenAccept(told::add);
    return told;
  }

  @Test
  void aResultSaysItsCode() {
    Rig rig = Rig.in(CONNECTED);

    assertThat(rig.connection.joinChannel("lobby", 7)).hasToString("CommandResult[ALREADY_JOINED]");
    assertThat(rig.connection.release()).isEqualTo(ReturnCode.OK);
  }

  @ParameterizedTest
  @MethodSource("endings")
  void aJoinIsAnsweredAsTheSpecificationSays(Step ending) {
    Rig rig = Rig.in(DISCONNECTED);
    CommandResult join = rig.connection.joinChannel("lobby", 7);
    if (ending.from().proxied()) {
      rig.facts().proxyConnecting();
    }
    List<ReturnCode> told = told(join);
    assertThat(told).isEmpty();

    happen(rig, ending.event());

    assertThat(join.accepted()).isTrue();
    assertThat(told)
        .containsExactly(Answers.to(Event.JOIN_CHANNEL, ending.event()).orElseThrow())
        .containsExactly(told(join).get(0));
    assertThat(rig.failures).isEmpty();
  }

  @Test
  void aJoinThatIsCutNamesWhatCutIt() {
    Rig left = Rig.in(DISCONNECTED);
    List<ReturnCode> byLeave = told(left.connection.joinChannel("lobby", 7));
    left.connection.leaveChannel();
    Rig released = Rig.in(DISCONNECTED);
    List<ReturnCode> byRelease = told(released.connection.joinChannel("lobby", 7));
    released.connection.release();

    assertThat(byLeave).extracting(ReturnCode::code).containsExactly(30028);
    assertThat(byRelease).extracting(ReturnCode::code).containsExactly(30029);
  }

  @Test
  void aJoinThatIsNotAnsweredInTimeCouldNotConnect() {
    Rig rig = Rig.in(DISCONNECTED);
    List<ReturnCode> told = told(rig.connection.joinChannel("lobby", 7));

    rig.scheduler.latest().fire();

    assertThat(told).containsExactly(ReturnCode.CONNECT_FAILED);
  }

  @Test
  void aJoinWhoseTransportFailsCouldNotConnect() {
    Rig rig = Rig.in(DISCONNECTED);
    rig.during.put(
        "open",
        () -> {
          throw new IllegalStateException("no network");
        });

    assertThat(told(rig.connection.joinChannel("lobby", 7)))
        .containsExactly(ReturnCode.CONNECT_FAILED);
  }

  @Test
  void eventsAfterTheAnswerDoNotChangeTheOutcome() {
    Rig rig = Rig.in(DISCONNECTED);
    List<ReturnCode> first = told(rig.connection.joinChannel("lobby", 7));
    rig.facts().joined();
    rig.facts().mediaLost();
    rig.connection.leaveChannel();
    rig.facts().joined();

    List<ReturnCode> second = told(rig.connection.joinChannel("lobby", 7));
    rig.sessions.get(0).facts.joined();

    assertThat(first).containsExactly(ReturnCode.OK);
    assertThat(second).isEmpty();
  }

  @Test
  void aRefusedCommandHasItsOutcomeAlready() {
    for (Step step : Table.steps()) {
      if (step.outcome() != Outcome.REFUSED || step.event() == Event.INITIALIZE) {
        continue;
      }
      Rig rig = Rig.in(step.from().state());
      if (step.from().departed()) {
        rig.join();
        rig.connection.leaveChannel();
      }
      CommandResult result =
          step.event() == Event.JOIN_CHANNEL
              ? rig.connection.joinChannel("lobby", 7)
              : rig.connection.leaveChannel();

      assertThat(result.code()).isEqualTo(step.code());
      assertThat(result.accepted()).isFalse();
      assertThat(told(result)).containsExactly(step.code());
    }
  }

  @Test
  void aRefusedJoinDoesNotTakeTheAnswerOfTheRunningOne() {
    Rig rig = Rig.in(DISCONNECTED);
    List<ReturnCode> running = told(rig.connection.joinChannel("lobby", 7));
    rig.connection.joinChannel("hall", 7);

    rig.facts().joined();

    assertThat(running).containsExactly(ReturnCode.OK);
  }

  @Test
  void anAcceptedLeaveHasItsOutcomeWhenItReturns() {
    for (ConnectionState state : List.of(CONNECTING, CONNECTED, RECONNECTING, FAILED)) {
      assertThat(told(Rig.in(state).connection.leaveChannel())).containsExactly(ReturnCode.OK);
    }
  }

  @Test
  void aLeaveInsideACallbackCompletesAfterItsEffectsAndNotification() {
    Rig rig = Rig.in(CONNECTED);
    rig.onState.put(
        RECONNECTING,
        () ->
            rig.connection
                .leaveChannel()
                .outcome()
                .thenAccept(code -> rig.log.add("left " + code)));

    rig.facts().mediaLost();

    assertThat(rig.log)
        .endsWith(
            "stopReconnecting 1",
            "announceLeave 1",
            "close 1",
            "recorded LEAVE_CHANNEL",
            "told DISCONNECTED",
            "left OK");
  }

  @Test
  void aLeaveThatEndsAJoinCompletesAfterTheJoin() {
    Rig rig = Rig.in(DISCONNECTED);
    CommandResult join = rig.connection.joinChannel("lobby", 7);
    List<String> told = new ArrayList<>();
    rig.onState.put(
        DISCONNECTED,
        () -> {
          join.outcome().thenAccept(code -> told.add("join " + code));
          rig.log.add("callback returns");
        });

    rig.connection.leaveChannel().outcome().thenAccept(code -> told.add("leave " + code));

    assertThat(told).containsExactly("join JOIN_CUT_BY_LEAVE", "leave OK");
  }

  @Test
  void anOutcomeIsCompletedAfterTheCallbacksOfItsStepAndBeforeThoseOfTheNext() {
    Rig rig = Rig.in(DISCONNECTED);
    rig.connection
        .joinChannel("lobby", 7)
        .outcome()
        .thenAccept(code -> rig.log.add("joined " + code));
    rig.onState.put(CONNECTED, () -> rig.facts().mediaLost());

    rig.facts().joined();

    assertThat(rig.log)
        .endsWith(
            "recorded JOINED",
            "told CONNECTED",
            "tryToRejoin 1",
            "recorded MEDIA_LOST",
            "joined OK",
            "told RECONNECTING");
  }

  @Test
  void anExceptionOfADependentAffectsNothingElse() {
    Rig rig = Rig.in(DISCONNECTED);
    CommandResult join = rig.connection.joinChannel("lobby", 7);
    var dependent =
        join.outcome()
            .thenAccept(
                code -> {
                  throw new IllegalStateException("a dependent that throws on purpose");
                });
    List<ReturnCode> other = told(join);

    rig.facts().joined();

    assertThat(rig.state()).isEqualTo(CONNECTED);
    assertThat(rig.failures).isEmpty();
    assertThat(other).containsExactly(ReturnCode.OK);
    assertThatThrownBy(() -> dependent.toCompletableFuture().join())
        .hasRootCauseMessage("a dependent that throws on purpose");
  }

  @Test
  void aDependentMayGiveCommands() {
    Rig rig = Rig.in(DISCONNECTED);
    rig.connection
        .joinChannel("lobby", 7)
        .outcome()
        .thenAccept(code -> rig.connection.leaveChannel());

    rig.facts().joined();

    assertThat(rig.state()).isEqualTo(DISCONNECTED);
    assertThat(rig.changes)
        .extracting(ConnectionChange::to)
        .containsExactly(CONNECTING, CONNECTED, DISCONNECTED);
  }

  @Test
  void theOutcomeCannotBeCompletedFromOutside() {
    Rig rig = Rig.in(DISCONNECTED);
    CommandResult join = rig.connection.joinChannel("lobby", 7);
    List<ReturnCode> told = told(join);

    CompletableFuture<ReturnCode> copy = join.outcome().toCompletableFuture();
    copy.complete(ReturnCode.SERVER_KICKED);

    CompletableFuture<ReturnCode> cast = (CompletableFuture<ReturnCode>) join.outcome();
    List<ThrowingCallable> ways =
        List.of(
            () -> cast.complete(ReturnCode.SERVER_KICKED),
            () -> cast.completeExceptionally(new IllegalStateException()),
            () -> cast.completeAsync(() -> ReturnCode.SERVER_KICKED, Runnable::run),
            () -> cast.cancel(true),
            () -> cast.obtrudeValue(ReturnCode.SERVER_KICKED),
            () -> cast.obtrudeException(new IllegalStateException()));
    assertThat(ways)
        .allSatisfy(
            way ->
                assertThatThrownBy(way)
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("Only the connection completes an outcome"));
    assertThat(told).isEmpty();
    rig.facts().joined();
    assertThat(told).containsExactly(ReturnCode.OK);
  }

  @Test
  void aReleaseStillCompletesTheOutcomeOfAnEarlierLeave() {
    Rig rig = Rig.in(CONNECTED);
    List<ReturnCode> told = new ArrayList<>();
    rig.onState.put(
        RECONNECTING,
        () -> {
          CommandResult leave = rig.connection.leaveChannel();
          leave.outcome().thenAccept(told::add);
          rig.connection.release();
          assertThat(told).isEmpty();
        });

    rig.facts().mediaLost();

    assertThat(rig.state()).isEqualTo(UNKNOWN);
    assertThat(told).containsExactly(ReturnCode.OK);
    assertThat(rig.changes).extracting(ConnectionChange::to).containsExactly(RECONNECTING);
  }
}
