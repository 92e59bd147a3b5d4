package io.mooring.room.harness.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.run.InputFormatException;
import io.mooring.mbt.run.Run;
import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.TamperedEngine;
import io.mooring.room.harness.log.StimulusRun;
import io.mooring.room.harness.model.RoomCoverage;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusText;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs with death, restoring and sleep. */
class LivesRunTest {
  private static final ConnectionHarness HARNESS = ConnectionHarness.of(CompiledEngine::new);
  private static final String IN_THE_ROOM = "Initialize\nJoinChannel\nJoined\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what stood is lost with the process, and taken up where there is time and a way
        "die away 29s | SignalLost",
        "die away 30s | SignalLost,ReconnectWindowUsedUp",
        "die away 5s no-way-back | ServiceTimedOut",
        "die away 60s no-way-back | SignalLost,ReconnectWindowUsedUp",
        "die away 1s known unknown | SignalLost,ReconnectWindowUsedUp",
        "die away 19s known between | SignalLost",
        "die away 22s known at-most | SignalLost,ReconnectWindowUsedUp",
        // the time that an episode had used up counts
        "MediaLost;advance 20s;die away 9s | MediaLost",
        "MediaLost;advance 20s;die away 10s | MediaLost,ReconnectWindowUsedUp",
        // a join that was under way has failed; one that had left stays away
        "LeaveChannel;JoinChannel;die away 1s | LeaveChannel,JoinChannel,LongLinkFailed",
        "LeaveChannel;die away 1s | LeaveChannel",
        // what a sleep has passed is decided first
        "MediaLost;sleep 31s;attemptSucceeds | MediaLost,ReconnectWindowUsedUp,Rejoined",
        "MediaLost;sleep 31s;LeaveChannel | MediaLost,ReconnectWindowUsedUp,LeaveChannel",
        "MediaLost;sleep 31s;advance 1s | MediaLost,ReconnectWindowUsedUp",
        "MediaLost;sleep 30s;attemptSucceeds | MediaLost,Rejoined",
      })
  void whatIsDecidedByDeathReturnAndSleep(String lines, String events) throws InputFormatException {
    StimulusRun run = HARNESS.run(list(IN_THE_ROOM + lines)).requireNoViolation();

    assertThat(run.decided().subList(3, run.decided().size()))
        .extracting(step -> step.event().action())
        .containsExactly(events.split(","));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aProcessMayDieAtEachMoment(int moment) throws InputFormatException {
    String list = IN_THE_ROOM + "die in " + moment + " away 3s\nMediaLost\nLeaveChannel\n";

    HARNESS.run(list(list + "JoinChannel\nJoined\n")).requireNoViolation();
  }

  @Test
  void aCallbackThatDidNotReturnIsRepeated() throws InputFormatException {
    String path =
        HARNESS
            .run(list(IN_THE_ROOM + "in-callback die away 1s known unknown\nKicked\n"))
            .requireNoViolation()
            .path();

    assertThat(path)
        .containsSubsequence("notified  #3", "died", "restored", "notified  #3 CONNECTED -> DISC");
  }

  @Test
  void aProcessThatHasStoredNothingStartsFromTheBeginning() throws InputFormatException {
    StimulusRun run = HARNESS.run(list("die in 1 away 1s\n" + IN_THE_ROOM)).requireNoViolation();

    assertThat(run.decided()).last().extracting(Step::to).isEqualTo(Location.UNKNOWN);
  }

  @Test
  void whatComesAfterADeathIsNotCounted() throws InputFormatException {
    Coverage coverage = RoomCoverage.empty();
    HARNESS.withCoverage(coverage).run(list("Initialize\ndie away 1s\nJoinChannel\nJoined\n"));

    assertThat(coverage.rows().count()).isEqualTo(1);
    assertThat(coverage.impossible()).isEmpty();
  }

  @Test
  void anEngineThatIsAnotherAfterItsReturnIsSeen() throws InputFormatException {
    StimulusRun run =
        ConnectionHarness.of(
                TamperedEngine.changed(
                    Location.CONNECTED,
                    Event.SIGNAL_LOST,
                    step -> Table.step(Location.CONNECTED, Event.SERVICE_TIMED_OUT)))
            .run(list(IN_THE_ROOM + "die away 1s\n"));

    assertThat(run.violation()).isPresent();
  }

  @Test
  void aFailingListIsShrunkToItsDeath() throws InputFormatException {
    StimulusRun failing =
        ConnectionHarness.of(
                TamperedEngine.changed(
                    Location.CONNECTED,
                    Event.SIGNAL_LOST,
                    step -> Table.step(Location.CONNECTED, Event.MEDIA_LOST)))
            .run(
                list(
                    IN_THE_ROOM
                        + "advance 1s\nin-callback die in 2 away 7s known between\nRoomClosed\n"
                        + "Joined\nJoinChannel\nJoined\ndie in 1 away 4s known at-most\n"
                        + "advance 1s\nKicked\n"));

    assertThat(failing.violation()).isPresent();
    Run<Stimulus> smallest =
        ConnectionHarness.of(
                TamperedEngine.changed(
                    Location.CONNECTED,
                    Event.SIGNAL_LOST,
                    step -> Table.step(Location.CONNECTED, Event.MEDIA_LOST)))
            .smallest(failing);
    assertThat(smallest.text()).isEqualTo(IN_THE_ROOM + "die away 1ms\n");
  }

  private static List<Stimulus> list(String lines) throws InputFormatException {
    return StimulusText.parse("list", lines.replace(';', '\n'));
  }
}
