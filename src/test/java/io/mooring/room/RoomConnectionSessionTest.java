package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTING;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static io.mooring.room.spec.ConnectionState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.ManualScheduler.Task;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Table;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Stale facts, late successes and old timers change nothing. */
final class RoomConnectionSessionTest {

  @Test
  void everyFactOfTheSpecificationHasItsMethod() throws ReflectiveOperationException {
    for (Event event : Event.values()) {
      if (event.isCommand() || event == Event.RECONNECT_WINDOW_USED_UP || event.isOfAttempt()) {
        continue;
      }
      String action = event.action();
      Method method =
          RoomFacts.class.getMethod(
              action.substring(0, 1).toLowerCase(Locale.ROOT) + action.substring(1));
      Rig rig = Rig.in(CONNECTED);
      method.invoke(rig.facts());
      assertThat(rig.steps).containsExactly(Table.step(Location.CONNECTED, event));
    }
    long facts =
        Arrays.stream(Event.values())
            .filter(event -> !event.isCommand() && !event.isOfAttempt())
            .count();
    assertThat(RoomFacts.class.getDeclaredMethods()).hasSize((int) facts - 1);
  }

  @Test
  void aFactOfAnOldSessionIsDroppedAndCounted() {
    Rig rig = Rig.in(CONNECTED);
    RoomFacts old = rig.facts();
    rig.connection.leaveChannel();
    rig.join();
    rig.facts().joined();
    rig.log.clear();

    old.mediaLost();
    old.kicked();
    old.longLinkFailed();

    assertThat(rig.state()).isEqualTo(CONNECTED);
    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(3);
    assertThat(rig.log)
        .containsExactly(
            "stale MEDIA_LOST of 1", "stale KICKED of 1", "stale LONG_LINK_FAILED of 1");
  }

  @Test
  void aLateSuccessAfterLeaveIsUndone() {
    Rig rig = Rig.in(CONNECTING);
    rig.connection.leaveChannel();
    rig.log.clear();

    rig.facts().joined();

    assertThat(rig.state()).isEqualTo(DISCONNECTED);
    assertThat(rig.log).containsExactly("announceLeave 1", "close 1", "recorded JOINED");
  }

  @Test
  void aLateSuccessOfAnOldSessionIsUndoneOnItsOwnSession() {
    Rig rig = Rig.in(RECONNECTING);
    ReconnectAttempt old = rig.attempt();
    rig.connection.leaveChannel();
    rig.join();
    rig.facts().joined();
    rig.facts().mediaLost();
    Task window = rig.window();
    rig.log.clear();

    old.succeeded();

    assertThat(rig.log).containsExactly("announceLeave 1", "close 1", "stale REJOINED of 1");
    assertThat(rig.state()).isEqualTo(RECONNECTING);
    assertThat(window.cancelled).isFalse();
  }

  @Test
  void aRepeatedAnswerIsNotifiedOnce() {
    Rig rig = Rig.in(CONNECTING);

    rig.facts().joined();
    rig.facts().joined();
    rig.facts().longLinkFailed();

    assertThat(rig.changes).extracting(ConnectionChange::to).containsExactly(CONNECTED);
  }

  @Test
  void anAnswerInsideOpenIsDecidedOnceOpenReturned() {
    Rig rig = Rig.in(DISCONNECTED);
    rig.during.put(
        "open",
        () -> {
          rig.facts().proxyConnecting();
          rig.facts().joined();
          assertThat(rig.state()).isEqualTo(CONNECTING);
        });

    rig.join();

    assertThat(rig.failures).isEmpty();
    assertThat(rig.state()).isEqualTo(CONNECTED);
    assertThat(rig.changes)
        .extracting(ConnectionChange::reason)
        .containsExactly(
            ConnectionReason.JOIN_CHANNEL,
            ConnectionReason.SETTING_PROXY_SERVER,
            ConnectionReason.JOIN_SUCCEED);
  }

  @Test
  void aSessionThatWasLeftWhileItOpenedIsClosedAndItsAnswerUndone() {
    Rig rig = Rig.in(DISCONNECTED);
    rig.during.put(
        "open",
        () -> {
          rig.during.clear();
          rig.facts().joined();
          rig.connection.leaveChannel();
          rig.join();
        });

    rig.join();

    assertThat(rig.state()).isEqualTo(CONNECTING);
    assertThat(rig.log)
        .containsSubsequence(
            "open 1",
            "announceLeave 1",
            "close 1",
            "open 2",
            "announceLeave 1",
            "close 1",
            "stale JOINED of 1")
        .endsWith("told CONNECTING", "told DISCONNECTED", "told CONNECTING");
    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(1);
  }

  @Test
  void theWindowRunsFromTheLossToFailed() {
    Rig rig = Rig.in(RECONNECTING);

    Task window = rig.window();
    assertThat(window.delay).isEqualTo(RoomConnection.DEFAULT_RECONNECT_WINDOW);
    rig.scheduler.pass(window.delay);
    window.fire();

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.changes)
        .extracting(ConnectionChange::reason)
        .containsExactly(ConnectionReason.TIME_OUT);
  }

  @Test
  void aWindowIsArmedAndAnAttemptBegunHoweverSlowTheListenerIs() {
    Rig rig = Rig.in(CONNECTING);
    rig.onState.put(
        CONNECTED,
        () -> {
          rig.facts().mediaLost();
          assertThat(rig.window().delay).isEqualTo(RoomConnection.DEFAULT_RECONNECT_WINDOW);
          assertThat(rig.begun).hasSize(1);
          rig.scheduler.run(RoomConnection.DEFAULT_RECONNECT_WINDOW);
          assertThat(rig.state()).isEqualTo(FAILED);
          rig.log.add("callback returns");
        });

    rig.facts().joined();

    assertThat(rig.log)
        .containsSubsequence("close 1", "callback returns", "told RECONNECTING", "told FAILED");
  }

  @Test
  void aWindowWhoseDecisionHadToWaitIsShorterByThat() {
    Rig rig = Rig.in(CONNECTED);
    Duration slow = Duration.ofSeconds(7);
    rig.scheduler.onRead = () -> rig.scheduler.pass(slow);

    rig.facts().mediaLost();

    assertThat(rig.window().delay).isEqualTo(RoomConnection.DEFAULT_RECONNECT_WINDOW.minus(slow));
  }

  @Test
  void leaveBeatsAWindowThatFiresAlthoughItWasCancelled() {
    Rig rig = Rig.in(RECONNECTING);
    Task window = rig.window();

    rig.connection.leaveChannel();
    assertThat(window.cancelled).isTrue();
    window.fire();

    assertThat(rig.state()).isEqualTo(DISCONNECTED);
    assertThat(rig.changes)
        .extracting(ConnectionChange::reason)
        .containsExactly(ConnectionReason.LEAVE_CHANNEL);
  }

  @Test
  void aWindowOfAnEarlierEpisodeIsDroppedAndCounted() {
    Rig rig = Rig.in(RECONNECTING);
    Task first = rig.window();
    rig.attempt().succeeded();
    rig.facts().signalLost();
    Task second = rig.window();
    assertThat(second).isNotSameAs(first);
    assertThat(first.cancelled).isTrue();

    first.fire();
    assertThat(rig.state()).isEqualTo(RECONNECTING);
    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(1);

    second.fire();
    assertThat(rig.state()).isEqualTo(FAILED);
  }

  @Test
  void aWindowOfAnEarlierSessionIsDroppedAndCounted() {
    Rig rig = Rig.in(RECONNECTING);
    Task first = rig.window();
    rig.connection.leaveChannel();
    rig.join();
    rig.facts().joined();
    rig.facts().mediaLost();

    first.fire();

    assertThat(rig.state()).isEqualTo(RECONNECTING);
    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(1);
  }

  @Test
  void aFurtherLossDoesNotStartTheWindowAgain() {
    Rig rig = Rig.in(RECONNECTING);
    Task window = rig.window();

    rig.facts().signalLost();
    rig.facts().reDispatched();

    assertThat(rig.window()).isSameAs(window);
    assertThat(rig.changes).isEmpty();
  }

  @Test
  void afterReleaseNoListenerIsNotified() {
    for (ConnectionState state : ConnectionState.values()) {
      Rig rig = Rig.in(state);
      rig.connection.release();

      for (Rig.Session session : rig.sessions) {
        session.facts.joined();
        session.facts.mediaLost();
        session.attempts.forEach(ReconnectAttempt::succeeded);
        session.attempts.forEach(ReconnectAttempt::failed);
        session.facts.kicked();
        session.facts.longLinkFailed();
      }
      rig.scheduler.tasks.forEach(Task::fire);

      assertThat(rig.state()).isEqualTo(UNKNOWN);
      assertThat(rig.changes).isEmpty();
    }
  }

  @Test
  void aDecisionOfTheServerEndsTheSessionAndTheWindow() {
    Rig rig = Rig.in(RECONNECTING);

    rig.facts().roomClosed();

    assertThat(rig.window().cancelled).isTrue();
    assertThat(rig.log)
        .containsExactly(
            "stopReconnecting 1", "close 1", "recorded ROOM_CLOSED", "told DISCONNECTED");
  }
}
