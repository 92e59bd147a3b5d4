package io.mooring.room.harness.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.ChannelRequest;
import io.mooring.room.CompiledEngine;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomSession;
import io.mooring.room.RoomTransport;
import io.mooring.room.harness.EventListException;
import io.mooring.room.harness.EventListText;
import io.mooring.room.harness.Fuzz;
import io.mooring.room.harness.FuzzReport;
import io.mooring.room.harness.TimedHarness;
import io.mooring.room.harness.Walk;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Timed runs in which processes die, come back and sleep, and calls do not return. */
class TimedLivesTest {
  private static final TimedOracle TLC = Specification.timed(Duration.ofSeconds(5));
  private static final TimedHarness HARNESS = TimedHarness.of(CompiledEngine::new, TLC);
  private static final String IN_THE_ROOM = "Initialize\nJoinChannel\nJoined\n";

  @AfterAll
  static void close() {
    TLC.close();
  }

  @Test
  void noRunThroughDeathSleepAndStuckCallsIsForbidden() {
    FuzzReport report =
        Fuzz.of("compiled", CompiledEngine::new)
            .withOracle("timed", TLC)
            .withSeed(4)
            .withTries(400)
            .run();

    assertThat(report.failure().map(failure -> failure.walk().report()).orElse("")).isEmpty();
    assertThat(TLC.actionsTaken())
        .contains("AwayTick", "Die", "Jump", "Restore", "Save", "SaveTold", "TransportReturns");
  }

  @Test
  void anOutcomeThatWasNotToldIsToldInTheNextLife() throws EventListException {
    assertThat(path(HARNESS, "in-callback die away 60s\nLeaveChannel\n"))
        .containsSubsequence(
            "told      #3 CONNECTED -> DISCONNECTED",
            "died      with a way back",
            "restored  as it was",
            "told      #3 CONNECTED -> DISCONNECTED");
  }

  @Test
  void aProcessMayDieWhileSomethingIsStoredOrAskedOfTheTransport() throws EventListException {
    for (int moment = 1; moment <= 12; moment++) {
      String deaths = "die in " + moment + " away 10s\nSignalLost\nLeaveChannel\nJoinChannel\n";
      assertThat(path(HARNESS, deaths)).contains("died", "restored");
    }
  }

  @Test
  void aSuccessAfterAWindowThatWasSleptThroughIsUndone() throws EventListException {
    assertThat(path(HARNESS, "MediaLost\nsleep 60s\nattemptSucceeds\n"))
        .containsSubsequence(
            "slept     until 60.000 s", "--ReconnectWindowUsedUp--> FAILED", "announceLeave");
  }

  @Test
  void aCallbackThatIsStuckKeepsNobodyWaitingButCallbacks() throws EventListException {
    assertThat(path(HARNESS, "stick callback\nMediaLost\nadvance 60s\nLeaveChannel\n"))
        .containsSubsequence(
            "told      #3 CONNECTED -> RECONNECTING",
            "--ReconnectWindowUsedUp--> FAILED",
            "closeTransport",
            "LeaveChannel: OK")
        .doesNotContain("told      #4");
  }

  @Test
  void itMayReturn() throws EventListException {
    assertThat(path(HARNESS, "stick callback\nMediaLost\nadvance 60s\nreturn callback\n"))
        .containsSubsequence("return callback", "returned  from the callback", "told      #4");
  }

  @Test
  void aTransportThatBlocksKeepsNoDeadlineWaiting() throws EventListException {
    String path =
        HARNESS
            .walk(
                EventListText.parse(
                    "test",
                    "Initialize\nstick transport\nJoinChannel\nadvance 40s\nreturn transport\n"))
            .requireNoViolation()
            .path();

    assertThat(path)
        .containsSubsequence(
            "openTransport on session 1, and does not return",
            "--LongLinkFailed--> FAILED",
            "told      #2 CONNECTING -> FAILED",
            "return transport",
            "returned  from the transport",
            "closeTransport");
  }

  @Test
  void aProcessMayDieWhileACallIsStuck() throws EventListException {
    assertThat(path(HARNESS, "stick transport\nMediaLost\ndie away 10s\nadvance 60s\n"))
        .containsSubsequence("and does not return", "died", "restored", "FAILED");
  }

  @Test
  void aWalkWithStuckCallsIsTheSameEachTime() throws EventListException {
    String list =
        "stick transport\nstick callback\nMediaLost\nadvance 25s\nreturn callback\nKicked\n";

    assertThat(path(HARNESS, list)).isEqualTo(path(HARNESS, list));
  }

  @Test
  void aSessionThatIsNotTakenUpThoughItCouldBeIsSeen() throws EventListException {
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

    Walk walk = forgetful.walk(EventListText.parse("test", IN_THE_ROOM + "die away 10s\n"));

    assertThat(walk.violation().orElseThrow().message())
        .contains("does not allow: restored", "the session is to be taken up");
  }

  private static String path(TimedHarness harness, String list) throws EventListException {
    return harness
        .walk(EventListText.parse("test", IN_THE_ROOM + list))
        .requireNoViolation()
        .path();
  }
}
