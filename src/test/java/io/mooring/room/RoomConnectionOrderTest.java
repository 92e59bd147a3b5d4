package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTING;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static io.mooring.room.spec.ConnectionState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.ReturnCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of the write, the effects, the callbacks, and commands inside them. */
final class RoomConnectionOrderTest {

  @Test
  void aStepIsCarriedOutThenRecordedThenNotified() {
    Rig rig = Rig.in(CONNECTED);

    rig.connection.leaveChannel();

    assertThat(rig.log)
        .containsExactly(
            "stopReconnecting 1",
            "announceLeave 1",
            "close 1",
            "recorded LEAVE_CHANNEL",
            "told DISCONNECTED");
  }

  @Test
  void theStateIsWrittenBeforeTheEffectsAndTheCallbacks() {
    Rig rig = Rig.in(DISCONNECTED);
    List<ConnectionState> seen = new ArrayList<>();
    rig.during.put("open", () -> seen.add(rig.state()));
    rig.onState.put(CONNECTING, () -> seen.add(rig.state()));

    rig.join();

    assertThat(seen).containsExactly(CONNECTING, CONNECTING);
  }

  @Test
  void aChangeHasItsPreviousStateAndItsReason() {
    Rig rig = Rig.in(CONNECTED);

    rig.facts().signalLost();

    assertThat(rig.changes)
        .containsExactly(
            new ConnectionChange(
                CONNECTED,
                RECONNECTING,
                ConnectionReason.SIGNAL_DISCONNECTED,
                3,
                1,
                Duration.ZERO));
    assertThat(rig.changes.get(0))
        .hasToString("CONNECTED -> RECONNECTING (SIGNAL_DISCONNECTED), change 3 of session 1");
  }

  @Test
  void aReasonIsNotifiedWithoutAChangeOfState() {
    Rig rig = Rig.in(CONNECTING);

    rig.facts().proxyConnecting();
    rig.facts().proxyConnecting();

    assertThat(rig.changes)
        .containsExactly(
            new ConnectionChange(
                CONNECTING,
                CONNECTING,
                ConnectionReason.SETTING_PROXY_SERVER,
                2,
                1,
                Duration.ZERO));
  }

  @Test
  void aJoinInsideTheCallbackOfLeaveIsCarriedOutAtOnceAndNotifiedAfterIt() {
    Rig rig = Rig.in(RECONNECTING);
    List<ReturnCode> codes = new ArrayList<>();
    rig.onState.put(
        DISCONNECTED,
        () -> {
          codes.add(rig.join());
          assertThat(rig.state()).isEqualTo(CONNECTING);
          rig.log.add("callback returns");
        });

    rig.connection.leaveChannel();

    assertThat(codes).containsExactly(ReturnCode.OK);
    assertThat(rig.failures).isEmpty();
    assertThat(rig.log)
        .containsSubsequence("told DISCONNECTED", "open 2", "callback returns", "told CONNECTING");
  }

  @Test
  void aLeaveInsideTheCallbackOfJoinIsNotifiedAfterIt() {
    Rig rig = Rig.in(DISCONNECTED);
    rig.onState.put(CONNECTING, rig.connection::leaveChannel);

    assertThat(rig.join()).isEqualTo(ReturnCode.OK);

    assertThat(rig.state()).isEqualTo(DISCONNECTED);
    assertThat(rig.changes)
        .extracting(ConnectionChange::to)
        .containsExactly(CONNECTING, DISCONNECTED);
    assertThat(rig.log).containsSubsequence("open 1", "told CONNECTING", "close 1");
  }

  @Test
  void commandsInsideACallbackSeeEachOther() {
    Rig rig = Rig.in(CONNECTED);
    List<ReturnCode> codes = new ArrayList<>();
    rig.onState.put(
        RECONNECTING,
        () -> {
          codes.add(rig.join());
          codes.add(rig.connection.leaveChannel().code());
          codes.add(rig.connection.leaveChannel().code());
          codes.add(rig.join());
        });

    rig.facts().mediaLost();

    assertThat(codes)
        .containsExactly(
            ReturnCode.ALREADY_JOINED, ReturnCode.OK, ReturnCode.REPEATED_LEAVE, ReturnCode.OK);
    assertThat(rig.changes)
        .extracting(ConnectionChange::to)
        .containsExactly(RECONNECTING, DISCONNECTED, CONNECTING);
    assertThat(rig.changes).extracting(ConnectionChange::sequence).containsExactly(3L, 4L, 5L);
  }

  @Test
  void aChainOfCommandsInCallbacksNeedsNoStack() {
    Rig rig = Rig.in(DISCONNECTED);
    int rounds = 20_000;
    rig.onState.put(CONNECTING, rig.connection::leaveChannel);
    rig.onState.put(
        DISCONNECTED,
        () -> {
          if (rig.changes.size() < rounds) {
            rig.join();
          }
        });

    rig.join();

    assertThat(rig.changes).hasSize(rounds);
    assertThat(rig.failures).isEmpty();
  }

  @Test
  void factsReportedInsideAnEffectAreNotifiedAfterTheStep() {
    Rig rig = Rig.in(CONNECTED);
    rig.during.put("tryToRejoin", () -> rig.attempt().succeeded());

    rig.facts().mediaLost();

    assertThat(rig.state()).isEqualTo(CONNECTED);
    assertThat(rig.changes)
        .extracting(ConnectionChange::to)
        .containsExactly(RECONNECTING, CONNECTED);
  }

  @Test
  void aReleaseInsideACallbackDiscardsPendingNotifications() {
    Rig rig = Rig.in(CONNECTING);
    List<ConnectionChange> second = new ArrayList<>();
    rig.connection.addListener(second::add);
    rig.onState.put(
        CONNECTED,
        () -> {
          rig.facts().mediaLost();
          rig.connection.release();
        });

    rig.facts().joined();

    assertThat(rig.state()).isEqualTo(UNKNOWN);
    assertThat(rig.changes).extracting(ConnectionChange::to).containsExactly(CONNECTED);
    assertThat(second).isEmpty();
    assertThat(rig.log).containsSubsequence("tryToRejoin 1", "announceLeave 1", "close 1");
  }

  @Test
  void anEngineThatIsInitialisedAgainNotifiesOfLaterChanges() {
    Rig rig = Rig.in(CONNECTED);

    rig.connection.release();
    rig.connection.initialize();
    rig.join();

    assertThat(rig.changes)
        .containsExactly(
            new ConnectionChange(
                DISCONNECTED, CONNECTING, ConnectionReason.JOIN_CHANNEL, 3, 2, Duration.ZERO));
  }

  @Test
  void aRefusedSecondJoinChangesNothing() {
    for (ConnectionState state : List.of(CONNECTING, CONNECTED, RECONNECTING)) {
      Rig rig = Rig.in(state);

      ReturnCode code = rig.connection.joinChannel("elsewhere", 8).code();

      assertThat(code)
          .isEqualTo(state == CONNECTING ? ReturnCode.ALREADY_JOINING : ReturnCode.ALREADY_JOINED);
      assertThat(rig.state()).isEqualTo(state);
      assertThat(rig.log).containsExactly("recorded JOIN_CHANNEL");
      rig.connection.leaveChannel();
      assertThat(rig.changes).extracting(ConnectionChange::sessionEpoch).containsExactly(1L);
    }
  }

  @Test
  void aListenerIsNotifiedOfChangesAfterItWasAdded() {
    Rig rig = Rig.in(CONNECTED);
    List<ConnectionChange> late = new ArrayList<>();
    rig.onState.put(
        RECONNECTING,
        () -> {
          rig.attempt().succeeded();
          rig.connection.addListener(late::add);
          rig.connection.leaveChannel();
        });

    rig.facts().mediaLost();

    assertThat(rig.changes)
        .extracting(ConnectionChange::to)
        .containsExactly(RECONNECTING, CONNECTED, DISCONNECTED);
    assertThat(late).extracting(ConnectionChange::to).containsExactly(DISCONNECTED);
  }

  @Test
  void aRemovedListenerIsNotNotified() {
    Rig rig = Rig.in(CONNECTING);
    List<ConnectionChange> heard = new ArrayList<>();
    ConnectionListener listener = heard::add;
    Registration first = rig.connection.addListener(listener);
    assertThat(first).hasToString("Registration of " + listener);
    Registration second = rig.connection.addListener(heard::add);
    // The rig's own listener comes before both, so this takes one out of a delivery under way.
    rig.onState.put(CONNECTED, first::close);

    rig.facts().joined();
    assertThat(heard).hasSize(1);

    first.close();
    assertThat(first).hasToString("Closed registration of " + listener);
    second.close();
    second.close();
    rig.connection.leaveChannel();
    assertThat(heard).hasSize(1);
    assertThat(rig.changes)
        .extracting(ConnectionChange::to)
        .containsExactly(CONNECTED, DISCONNECTED);
  }

  @Test
  void aFailedJoinCanBeLeftAndJoinedAgain() {
    Rig rig = Rig.in(FAILED);

    assertThat(rig.join()).isEqualTo(ReturnCode.OK);
    rig.facts().roomRequestFailed();
    assertThat(rig.connection.leaveChannel().code()).isEqualTo(ReturnCode.OK);

    assertThat(rig.changes)
        .extracting(ConnectionChange::to)
        .containsExactly(CONNECTING, FAILED, DISCONNECTED);
    assertThat(rig.changes).extracting(ConnectionChange::sessionEpoch).containsExactly(2L, 2L, 2L);
  }

  @Test
  void anyNumberOfDecisionsInsideACallbackIsNotifiedInOrder() {
    Rig rig = Rig.in(DISCONNECTED);
    List<Long> told = new ArrayList<>();
    rig.connection.addListener(change -> told.add(change.sequence()));
    rig.onState.put(
        CONNECTING,
        () -> {
          rig.onState.clear();
          for (int i = 0; i < 100; i++) {
            rig.connection.leaveChannel();
            rig.join();
          }
        });

    rig.join();

    assertThat(told).hasSize(201).isSorted().doesNotHaveDuplicates();
    assertThat(rig.state()).isEqualTo(CONNECTING);
  }
}
