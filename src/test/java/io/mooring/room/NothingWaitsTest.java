package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTING;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static io.mooring.room.spec.ConnectionState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.spec.ReturnCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Everybody whom a connection calls, stuck in one thread while another one goes on: what waits for
 * him, and what does not.
 */
@Timeout(60)
final class NothingWaitsTest {

  private static final Duration WINDOW = RoomConnection.DEFAULT_RECONNECT_WINDOW;

  private final Stuck stuck = new Stuck();

  /* ---------------- a listener ---------------- */

  private Rig stuckInTheCallbackOfJoin() {
    Rig rig = Rig.in(CONNECTING);
    rig.onState.put(CONNECTED, stuck);
    stuck.in(rig.facts()::joined);
    return rig;
  }

  @Test
  void aWindowIsArmedAndAttemptsAreMadeThoughAListenerIsStuck() {
    Rig rig = stuckInTheCallbackOfJoin();

    rig.facts().signalLost();

    assertThat(rig.state()).isEqualTo(RECONNECTING);
    assertThat(rig.window().delay).isEqualTo(WINDOW);
    assertThat(rig.session().attempts).hasSize(1);
    rig.scheduler.run(Duration.ofSeconds(3));
    assertThat(rig.session().attempts).hasSize(2);
    rig.attempt().succeeded();
    assertThat(rig.state()).isEqualTo(CONNECTED);
    assertThat(rig.scheduler.waiting()).isEmpty();
    assertThat(rig.told()).containsExactly(CONNECTED);

    stuck.letGo();
    assertThat(rig.told()).containsExactly(CONNECTED, RECONNECTING, CONNECTED);
  }

  @Test
  void aLeaveReachesTheServerAndClosesTheTransportThoughAListenerBlocks() {
    Rig rig = stuckInTheCallbackOfJoin();
    List<ReturnCode> left = new ArrayList<>();

    rig.connection.leaveChannel().outcome().thenAccept(left::add);

    assertThat(rig.log).endsWith("announceLeave 1", "close 1", "recorded LEAVE_CHANNEL");
    assertThat(left).isEmpty();
    stuck.letGo();
    assertThat(rig.told()).containsExactly(CONNECTED, DISCONNECTED);
    assertThat(left).containsExactly(ReturnCode.OK);
  }

  @Test
  void theClientGivesUpInTimeThoughAListenerIsStuck() {
    Rig rig = stuckInTheCallbackOfJoin();
    rig.facts().signalLost();

    rig.scheduler.run(WINDOW);

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.log).endsWith("close 1", "recorded RECONNECT_WINDOW_USED_UP");
    stuck.letGo();
    assertThat(rig.told()).containsExactly(CONNECTED, RECONNECTING, FAILED);
    assertThat(rig.changes.get(2).elapsed()).isEqualTo(WINDOW);
  }

  @Test
  void aReleaseIsCarriedOutThoughAListenerIsStuckAndNoCallbackBeginsAfterIt() {
    Rig rig = stuckInTheCallbackOfJoin();
    List<ConnectionChange> second = new ArrayList<>();
    rig.connection.addListener(second::add);
    rig.facts().signalLost();

    rig.connection.release();

    assertThat(rig.state()).isEqualTo(UNKNOWN);
    assertThat(rig.log).endsWith("announceLeave 1", "close 1", "recorded RELEASE");
    stuck.letGo();
    assertThat(rig.told()).containsExactly(CONNECTED);
    assertThat(second).isEmpty();
  }

  @Test
  void aThreadThatIsStuckIsNotWaitedForWhereThreadsHaveMetBefore() {
    Rig rig = stuckInTheCallbackOfJoin();
    rig.facts().signalLost();
    stuck.letGo();
    Stuck again = new Stuck();
    rig.onState.put(CONNECTED, again);
    again.in(() -> rig.attempt().succeeded());

    rig.facts().signalLost();
    rig.connection.leaveChannel();

    assertThat(rig.state()).isEqualTo(DISCONNECTED);
    assertThat(rig.log).endsWith("announceLeave 1", "close 1", "recorded LEAVE_CHANNEL");
    again.letGo();
    assertThat(rig.told()).endsWith(CONNECTED, RECONNECTING, DISCONNECTED);
  }

  @Test
  void aSwitchInsideACallbackIsCarriedOutBeforeItReturns() {
    Rig rig = Rig.in(CONNECTING);
    rig.onState.put(
        CONNECTED,
        () -> {
          rig.onState.clear();
          rig.connection.switchChannel("hall", 8);
          rig.log.add("callback returns");
        });

    rig.facts().joined();

    assertThat(rig.log)
        .containsSubsequence("close 1", "open 2", "callback returns", "told DISCONNECTED");
    assertThat(rig.told()).containsExactly(CONNECTED, DISCONNECTED, CONNECTING);
  }

  /* ---------------- the transport ---------------- */

  @Test
  void anOpenThatBlocksStillEndsInFailedInTimeAndIsReportedOnce() {
    Rig rig = Rig.in(DISCONNECTED);
    List<ReturnCode> joined = new ArrayList<>();
    rig.during.put("open", stuck);
    stuck.in(() -> rig.connection.joinChannel("lobby", 7).outcome().thenAccept(joined::add));

    rig.scheduler.run(RoomConnection.DEFAULT_JOIN_TIMEOUT);

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.told()).containsExactly(CONNECTING, FAILED);
    assertThat(rig.failures).hasSize(1);
    CallFailure failure = rig.failures.get(0);
    assertThat(failure.callee()).isEqualTo(Callee.TRANSPORT);
    assertThat(failure.call()).isEqualTo("open");
    assertThat(failure.cause())
        .isInstanceOf(TimeoutException.class)
        .hasMessage(
            "The transport's open has not returned; it was called 30 s ago. Further calls of the "
                + "transport wait for it.");
    assertThat(failure.cause().getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals(Stuck.class.getName()));
    assertThat(rig.log).doesNotContain("close 1");

    rig.join();
    rig.scheduler.run(RoomConnection.DEFAULT_JOIN_TIMEOUT);
    assertThat(rig.told()).containsExactly(CONNECTING, FAILED, CONNECTING, FAILED);
    assertThat(rig.failures).hasSize(1);

    rig.during.clear();
    stuck.letGo();
    assertThat(joined).containsExactly(ReturnCode.CONNECT_FAILED);
    assertThat(rig.log).containsSubsequence("open 1", "close 1", "open 2", "close 2");
    assertThat(rig.scheduler.waiting()).isEmpty();
  }

  @Test
  void anAttemptThatBlocksIsReportedAndTheWindowEndsTheEpisodeInTime() {
    Rig rig = Rig.in(CONNECTED);
    rig.during.put("tryToRejoin", stuck);
    stuck.in(rig.facts()::mediaLost);

    rig.scheduler.run(Duration.ofSeconds(2));
    assertThat(rig.failures).extracting(CallFailure::call).containsExactly("tryToRejoin");
    assertThat(rig.failures.get(0).cause()).hasMessageContaining("called 2 s ago");

    rig.scheduler.run(WINDOW.minusSeconds(2));
    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.told()).containsExactly(RECONNECTING, FAILED);
    assertThat(rig.failures).hasSize(1);
    stuck.letGo();
    assertThat(rig.log).endsWith("stopReconnecting 1", "close 1");
    assertThat(rig.scheduler.waiting()).isEmpty();
  }

  @Test
  void aCloseThatBlocksIsReportedWhenTheNextJoinFindsNoTransport() {
    Rig rig = Rig.in(CONNECTED);
    rig.during.put("close", stuck);
    stuck.in(rig.connection::release);
    rig.connection.initialize();
    rig.join();

    rig.scheduler.run(RoomConnection.DEFAULT_JOIN_TIMEOUT);
    rig.join();
    rig.scheduler.run(RoomConnection.DEFAULT_JOIN_TIMEOUT);

    assertThat(rig.told()).containsExactly(CONNECTING, FAILED, CONNECTING, FAILED);
    assertThat(rig.failures).extracting(CallFailure::call).containsExactly("close");
    stuck.letGo();
    assertThat(rig.log).containsSubsequence("close 1", "open 2", "close 2", "open 3", "close 3");
  }

  @Test
  void aCallThatIsUnderWayForAMomentIsNotReported() {
    Rig rig = Rig.in(RECONNECTING);
    rig.during.put("stopReconnecting", () -> rig.window().fire());

    rig.connection.release();

    assertThat(rig.failures).isEmpty();
  }

  @Test
  void aLeaveThatCannotBeCarriedOutIsNotifiedAndItsOutcomeIsPending() {
    Rig rig = Rig.in(CONNECTED);
    List<ReturnCode> left = new ArrayList<>();
    rig.during.put("tryToRejoin", stuck);
    stuck.in(rig.facts()::mediaLost);

    rig.connection.leaveChannel().outcome().thenAccept(left::add);
    rig.join();

    assertThat(rig.told()).containsExactly(RECONNECTING, DISCONNECTED, CONNECTING);
    assertThat(left).isEmpty();
    stuck.letGo();
    assertThat(left).containsExactly(ReturnCode.OK);
    assertThat(rig.log).containsSubsequence("announceLeave 1", "close 1", "open 2");
    assertThat(rig.failures).isEmpty();
  }

  @Test
  void factsInsideCallsOfTheTransportNeedNoOtherThread() {
    Rig rig = Rig.in(DISCONNECTED);
    rig.during.put("open", () -> rig.facts().joined());
    rig.during.put("tryToRejoin", () -> rig.attempt().succeeded());
    rig.during.put("close", () -> rig.facts().kicked());

    rig.join();
    rig.facts().mediaLost();
    rig.connection.leaveChannel();

    assertThat(rig.told())
        .containsExactly(CONNECTING, CONNECTED, RECONNECTING, CONNECTED, DISCONNECTED);
    assertThat(rig.scheduler.waiting()).isEmpty();
    assertThat(rig.failures).isEmpty();
  }

  /* ---------------- the recorder ---------------- */

  @Test
  void aStepBehindABlockedRecorderIsCarriedOutButNotNotified() {
    Rig rig = Rig.in(CONNECTED, builder -> builder);
    rig.onRecord = stuck;
    stuck.in(rig.facts()::mediaLost);

    rig.connection.leaveChannel();

    assertThat(rig.log).containsSubsequence("tryToRejoin 1", "announceLeave 1", "close 1");
    assertThat(rig.told()).isEmpty();
    stuck.letGo();
    assertThat(rig.told()).containsExactly(RECONNECTING, DISCONNECTED);
  }

  /* ---------------- the failure handler ---------------- */

  @Test
  void aFailureHandlerThatIsStuckKeepsOnlyFurtherReportsWaiting() {
    List<String> reported = new ArrayList<>();
    Rig rig =
        Rig.in(
            CONNECTED,
            builder ->
                builder.onFailure(
                    failure -> {
                      stuck.run();
                      reported.add(failure.call());
                    }));
    Runnable boom =
        () -> {
          throw new IllegalStateException("on purpose");
        };
    rig.during.put("tryToRejoin", boom);
    rig.during.put("close", boom);
    stuck.in(rig.facts()::mediaLost);

    rig.connection.leaveChannel();
    rig.join();

    assertThat(rig.log).containsSubsequence("close 1", "open 2", "recorded JOIN_CHANNEL");
    assertThat(rig.told()).containsExactly(RECONNECTING, DISCONNECTED, CONNECTING);
    assertThat(reported).isEmpty();
    stuck.letGo();
    assertThat(reported).containsExactly("tryToRejoin", "close");
  }

  /* ---------------- the listeners' executor ---------------- */

  @Test
  void anExecutorThatIsStuckKeepsOnlyCallbacksWaiting() {
    Rig rig =
        Rig.in(
            CONNECTED,
            builder ->
                builder.listenerExecutor(
                    task -> {
                      if (Thread.currentThread().getName().equals("stuck")) {
                        stuck.run();
                      }
                      task.run();
                    }));
    stuck.in(rig.facts()::mediaLost);

    rig.connection.leaveChannel();

    assertThat(rig.log).endsWith("announceLeave 1", "close 1", "recorded LEAVE_CHANNEL");
    assertThat(rig.told()).isEmpty();
    stuck.letGo();
    assertThat(rig.told()).containsExactly(RECONNECTING, DISCONNECTED);
  }

  /* ---------------- a flight recording ---------------- */

  @Test
  void readingAFlightRecordingBlocksNoCaller() {
    try (RecordingStream stream = new RecordingStream()) {
      stream.enable("mooring.StateChange");
      stream.onEvent("mooring.StateChange", event -> stuck.run());
      stream.startAsync();
      Rig rig = Rig.in(CONNECTING);
      // The thread that reads a recording is none of ours.
      stuck.in(() -> {});

      rig.facts().joined();
      rig.facts().mediaLost();
      rig.scheduler.run(WINDOW);

      assertThat(rig.state()).isEqualTo(FAILED);
      assertThat(rig.told()).containsExactly(CONNECTED, RECONNECTING, FAILED);
      assertThat(rig.log).endsWith("told FAILED");
      stuck.letGo();
    }
  }
}
