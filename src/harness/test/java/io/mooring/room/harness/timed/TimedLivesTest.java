package io.mooring.room.harness.timed;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.fuzz.Fuzz;
import io.mooring.mbt.fuzz.FuzzReport;
import io.mooring.mbt.run.InputFormatException;
import io.mooring.room.ChannelRequest;
import io.mooring.room.CompiledEngine;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomSession;
import io.mooring.room.RoomTransport;
import io.mooring.room.harness.Specification;
import io.mooring.room.harness.log.StimulusRun;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusText;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Timed runs in which processes die, are restored and sleep, and calls block. */
class TimedLivesTest {
  private static final TimedOracle TLC = Specification.timed(Duration.ofSeconds(5));
  private static final TimedHarness HARNESS = TimedHarness.of(CompiledEngine::new, TLC);
  private static final String IN_THE_ROOM = "Initialize\nJoinChannel\nJoined\n";

  @AfterAll
  static void close() {
    TLC.close();
  }

  @Test
  void noRunWithDeathSleepAndBlockedCallsIsForbidden() {
    FuzzReport<Stimulus> report =
        Fuzz.of("compiled", "timed", TimedHarness.of(CompiledEngine::new, TLC))
            .with(options -> options.withSeed(4).withTries(400))
            .run();

    assertThat(report.failure().map(failure -> failure.run().report()).orElse("")).isEmpty();
    assertThat(TLC.enabledActions())
        .contains("AwayTick", "Die", "Jump", "Restore", "Save", "SaveTold", "TransportReturns");
  }

  @Test
  void aPendingNotificationIsDeliveredInTheNextLife() throws InputFormatException {
    assertThat(path(HARNESS, "in-callback die away 60s\nLeaveChannel\n"))
        .containsSubsequence(
            "notified  #3 CONNECTED -> DISCONNECTED",
            "died      with a way back",
            "restored  as it was",
            "notified  #3 CONNECTED -> DISCONNECTED");
  }

  @Test
  void aProcessMayDieInsideACallOfTheStoreOrTheTransport() throws InputFormatException {
    for (int moment = 1; moment <= 12; moment++) {
      String deaths = "die in " + moment + " away 10s\nSignalLost\nLeaveChannel\nJoinChannel\n";
      assertThat(path(HARNESS, deaths)).contains("died", "restored");
    }
  }

  @Test
  void aSuccessAfterAWindowThatWasSleptThroughIsUndone() throws InputFormatException {
    assertThat(path(HARNESS, "MediaLost\nsleep 60s\nattemptSucceeds\n"))
        .containsSubsequence(
            "slept     until 60.000 s", "--ReconnectWindowUsedUp--> FAILED", "announceLeave");
  }

  @Test
  void aBlockedCallbackDelaysOnlyCallbacks() throws InputFormatException {
    assertThat(path(HARNESS, "block callback\nMediaLost\nadvance 60s\nLeaveChannel\n"))
        .containsSubsequence(
            "notified  #3 CONNECTED -> RECONNECTING",
            "--ReconnectWindowUsedUp--> FAILED",
            "closeTransport",
            "LeaveChannel: OK")
        .doesNotContain("notified  #4");
  }

  @Test
  void itMayReturn() throws InputFormatException {
    assertThat(path(HARNESS, "block callback\nMediaLost\nadvance 60s\nunblock callback\n"))
        .containsSubsequence("unblock callback", "returned  from the callback", "notified  #4");
  }

  @Test
  void aTransportThatBlocksKeepsNoDeadlineWaiting() throws InputFormatException {
    String path =
        HARNESS
            .run(
                StimulusText.parse(
                    "test",
                    "Initialize\nblock transport\nJoinChannel\nadvance 40s\nunblock transport\n"))
            .requireNoViolation()
            .path();

    assertThat(path)
        .containsSubsequence(
            "openTransport on session 1, and blocks",
            "--LongLinkFailed--> FAILED",
            "notified  #2 CONNECTING -> FAILED",
            "unblock transport",
            "returned  from the transport",
            "closeTransport");
  }

  @Test
  void aProcessMayDieWhileACallIsBlocked() throws InputFormatException {
    assertThat(path(HARNESS, "block transport\nMediaLost\ndie away 10s\nadvance 60s\n"))
        .containsSubsequence(", and blocks", "died", "restored", "FAILED");
  }

  @Test
  void aRunWithBlockedCallsIsTheSameEachTime() throws InputFormatException {
    String list =
        "block transport\nblock callback\nMediaLost\nadvance 25s\nunblock callback\nKicked\n";

    assertThat(path(HARNESS, list)).isEqualTo(path(HARNESS, list));
  }

  @Test
  void aSessionThatIsNotTakenUpThoughItCouldBeIsSeen() throws InputFormatException {
    TimedHarness forgetful =
        HARNESS.withTransport(
            transport ->
                new RoomTransport() {
                  @Override
                  public RoomSession open(ChannelRequest request, RoomFacts facts) {
                    return transport.open(request, facts);
                  }

                  @Override
                  public Optional<RoomSession> resume(ChannelRequest request, RoomFacts facts) {
                    return Optional.empty();
                  }
                });

    StimulusRun run = forgetful.run(StimulusText.parse("test", IN_THE_ROOM + "die away 10s\n"));

    assertThat(run.violation().orElseThrow().message())
        .contains("does not allow: restored", "the session must be resumed");
  }

  private static String path(TimedHarness harness, String list) throws InputFormatException {
    return harness.run(StimulusText.parse("test", IN_THE_ROOM + list)).requireNoViolation().path();
  }
}
