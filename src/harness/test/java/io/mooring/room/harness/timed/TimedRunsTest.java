package io.mooring.room.harness.timed;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.fuzz.Fuzz;
import io.mooring.mbt.run.InputFormatException;
import io.mooring.room.CompiledEngine;
import io.mooring.room.ReconnectPolicy;
import io.mooring.room.harness.Specification;
import io.mooring.room.harness.model.RoomCoverage;
import io.mooring.room.harness.model.StimulusText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the connection that random schedules seldom meet, and that the specification allows. */
class TimedRunsTest {
  private static final TimedOracle TLC = Specification.timed(Duration.ofSeconds(1));
  private static final TimedHarness HARNESS = TimedHarness.of(CompiledEngine::new, TLC);
  private static final String IN_THE_ROOM = "Initialize\nJoinChannel\nJoined\n";

  @AfterAll
  static void close() {
    TLC.close();
  }

  @Test
  void pausesThatGrow() throws InputFormatException {
    TimedHarness patient =
        HARNESS.withReconnectPolicy(
            ReconnectPolicy.exponential(Duration.ofSeconds(2), 2, Duration.ofSeconds(8), 0));

    assertThat(
            path(
                patient,
                """
                MediaLost
                attemptFails
                advance 2s
                attemptFails
                advance 4s
                attemptFails
                advance 8s
                attemptSucceeds
                """))
        .contains("attempt   4, number 4 on session 1", "--Rejoined--> CONNECTED");
  }

  @Test
  void aCallbackThatDoesNotReturnDelaysNoAttempt() throws InputFormatException {
    assertThat(path(HARNESS, "in-callback attemptFails\nin-callback advance 2s\nMediaLost\n"))
        .containsSubsequence(
            "notified  ", "RECONNECTING", "attempt   2, number 2 on session 1", "returned  from");
  }

  @Test
  void aCallbackThatDoesNotReturnKeepsLaterOnesWaitingAndNothingElse() throws InputFormatException {
    assertThat(path(HARNESS, "in-callback advance 60s\nMediaLost\n"))
        .containsSubsequence(
            "notified  #3 CONNECTED -> RECONNECTING",
            "--ReconnectWindowUsedUp--> FAILED",
            "closeTransport",
            "returned  from the callback",
            "notified  #4 RECONNECTING -> FAILED");
  }

  @Test
  void anAttemptThatFailsOnceALeaveIsDecided() throws InputFormatException {
    assertThat(path(HARNESS, "in-callback LeaveChannel\nin-callback attemptFails\nMediaLost\n"))
        .contains("discarded the failure of attempt 1")
        .doesNotContain("attempt   2");
  }

  /** A decision inside a callback arms its timer at once, and supersedes the others. */
  @Test
  void noTimerCountsAsFiringInAWayThatThereIsNot(@TempDir Path corpus) throws IOException {
    Files.writeString(
        corpus.resolve("list.events"),
        """
        Initialize
        JoinChannel
        in-callback SignalLost
        in-callback joinTimeout
        Joined
        """);

    Coverage coverage =
        Fuzz.of("compiled", "timed", TimedHarness.of(CompiledEngine::new, TLC))
            .with(options -> options.withTries(1).withCorpus(corpus))
            .run()
            .total()
            .coverage();

    assertThat(RoomCoverage.firings(coverage).missing())
        .hasSize(
            (int)
                (RoomCoverage.firings(coverage).possible()
                    - RoomCoverage.firings(coverage).count()))
        .doesNotContain("joinTimeout superseded in RECONNECTING");
  }

  private static String path(TimedHarness harness, String list) throws InputFormatException {
    return harness.run(StimulusText.parse("test", IN_THE_ROOM + list)).requireNoViolation().path();
  }
}
