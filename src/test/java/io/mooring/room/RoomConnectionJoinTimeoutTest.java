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
import io.mooring.room.spec.ReturnCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The time limit of a first join ends a join without an answer, and nothing else. */
final class RoomConnectionJoinTimeoutTest {

  @Test
  void aJoinWithoutAnAnswerFailsAtItsTimeLimit() {
    Rig rig = Rig.in(CONNECTING);

    Task timeout = rig.scheduler.latest();
    assertThat(timeout.delay).isEqualTo(RoomConnection.DEFAULT_JOIN_TIMEOUT);
    rig.scheduler.pass(timeout.delay);
    timeout.fire();

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.changes)
        .extracting(ConnectionChange::reason)
        .containsExactly(ConnectionReason.JOIN_CHANNEL_FAILED);
    assertThat(rig.log)
        .containsExactly(
            "stopReconnecting 1", "close 1", "recorded LONG_LINK_FAILED", "told FAILED");
    assertThat(rig.join()).isEqualTo(ReturnCode.OK);
  }

  static Named<Consumer<Rig>> end(String name, Consumer<Rig> end) {
    return Named.of(name, end);
  }

  static Stream<Named<Consumer<Rig>>> everyEndOfAJoin() {
    return Stream.of(
        end("joined", rig -> rig.facts().joined()),
        end("the room request failed", rig -> rig.facts().roomRequestFailed()),
        end("the long link failed", rig -> rig.facts().longLinkFailed()),
        end("kicked", rig -> rig.facts().kicked()),
        end("the room was closed", rig -> rig.facts().roomClosed()),
        end("the same user elsewhere", rig -> rig.facts().sameUserIdElsewhere()),
        end("left", rig -> rig.connection.leaveChannel()),
        end("released", rig -> rig.connection.release()));
  }

  @ParameterizedTest
  @MethodSource("everyEndOfAJoin")
  void everyEndOfAJoinTakesItsTimeoutBackAndOneThatFiresAllTheSameChangesNothing(
      Consumer<Rig> end) {
    Rig rig = Rig.in(CONNECTING);
    Task timeout = rig.scheduler.latest();
    rig.facts().proxyConnecting();

    end.accept(rig);
    assertThat(timeout.cancelled).isTrue();
    ConnectionState state = rig.state();
    rig.changes.clear();
    timeout.fire();

    assertThat(rig.state()).isEqualTo(state).isNotEqualTo(CONNECTING);
    assertThat(rig.changes).isEmpty();
    assertThat(rig.failures).isEmpty();
    assertThat(rig.scheduler.tasks).containsExactly(timeout);
  }

  @Test
  void aTimeoutOfAnEarlierJoinIsDroppedAndCounted() {
    Rig rig = Rig.in(CONNECTING);
    Task first = rig.scheduler.latest();
    rig.connection.leaveChannel();
    rig.join();
    Task second = rig.scheduler.latest();
    assertThat(second).isNotSameAs(first);

    first.fire();
    assertThat(rig.state()).isEqualTo(CONNECTING);
    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(1);
    assertThat(rig.log).endsWith("stale LONG_LINK_FAILED of 1");

    second.fire();
    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(1);
  }

  @Test
  void aTimeoutOfTheJoinIsDroppedOnceAnEpisodeHasBegun() {
    Rig rig = Rig.in(RECONNECTING);

    rig.scheduler.tasks.get(0).fire();

    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(1);
    assertThat(rig.log).containsExactly("stale LONG_LINK_FAILED of 1");
  }

  @Test
  void aWindowOfAnEarlierSessionIsDroppedWhileTheNextIsJoined() {
    Rig rig = Rig.in(RECONNECTING);
    Task window = rig.window();
    rig.connection.leaveChannel();
    rig.join();
    rig.log.clear();

    window.fire();

    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(1);
    assertThat(rig.log).containsExactly("stale RECONNECT_WINDOW_USED_UP of 1");
  }

  @Test
  void theTimersOfAnEarlierSessionDoNotEndALaterOne() {
    Rig rig = Rig.in(RECONNECTING);
    rig.connection.leaveChannel();
    rig.join();
    rig.facts().joined();
    rig.facts().signalLost();
    rig.changes.clear();

    Task window = rig.window();
    List.copyOf(rig.scheduler.tasks).stream().filter(task -> task != window).forEach(Task::fire);

    assertThat(rig.state()).isEqualTo(RECONNECTING);
    assertThat(rig.changes).isEmpty();
    assertThat(window.cancelled).isFalse();
  }

  @Test
  void aTimeoutIsArmedBeforeTheTransportIsCalled() {
    Rig rig = Rig.in(DISCONNECTED);
    List<Duration> armed = new ArrayList<>();
    rig.during.put("open", () -> armed.add(rig.scheduler.latest().delay));

    rig.join();

    assertThat(armed).containsExactly(RoomConnection.DEFAULT_JOIN_TIMEOUT);
  }

  @Test
  void anAnswerInsideOpenTakesTheTimeoutBack() {
    Rig rig = Rig.in(DISCONNECTED);
    rig.during.put("open", () -> rig.facts().joined());

    rig.join();

    assertThat(rig.state()).isEqualTo(CONNECTED);
    assertThat(rig.scheduler.latest().cancelled).isTrue();
  }

  @Test
  void aTransportThatDoesNotOpenLeavesNoTimeoutBehind() {
    Rig rig = Rig.in(DISCONNECTED);
    rig.during.put(
        "open",
        () -> {
          throw new IllegalStateException("no network");
        });

    rig.join();

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.scheduler.tasks).allMatch(task -> task.cancelled);
  }

  @Test
  void aJoinThatCannotBeTimedFails() {
    Rig rig = Rig.in(DISCONNECTED);
    rig.scheduler.refusing = true;

    rig.join();

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.changes).extracting(ConnectionChange::to).containsExactly(CONNECTING, FAILED);
    assertThat(rig.failures)
        .extracting(CallFailure::callee, CallFailure::call)
        .containsExactly(tuple(Callee.SCHEDULER, "schedule"));
    rig.scheduler.refusing = false;
    rig.join();
    rig.facts().joined();
    assertThat(rig.state()).isEqualTo(CONNECTED);
  }
}
