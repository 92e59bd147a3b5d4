package io.mooring.room.harness.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.fuzz.Fuzz;
import io.mooring.mbt.fuzz.FuzzOptions;
import io.mooring.mbt.run.InputFormatException;
import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.log.StimulusRun;
import io.mooring.room.harness.step.ConnectionHarness;
import io.mooring.room.spec.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The counts of coverage, and their totals. */
class RoomCoverageTest {
  private final Coverage coverage = RoomCoverage.empty();
  private final ConnectionHarness harness =
      ConnectionHarness.of(CompiledEngine::new).withCoverage(coverage);

  @Test
  void aPairIsAnEdgeAndTheOneAfterIt() throws InputFormatException {
    run("Initialize;JoinChannel;Joined");

    assertThat(coverage.edges().count()).isEqualTo(3);
    assertThat(coverage.pairs().count()).isEqualTo(2);

    run("Initialize;JoinChannel;Kicked");
    assertThat(coverage.edges().count()).isEqualTo(4);
    assertThat(coverage.pairs().count()).isEqualTo(3);
  }

  @Test
  void whatIsMissingIsNamed() throws InputFormatException {
    String pair = "UNKNOWN --Initialize--> DISCONNECTED [silent] --JoinChannel--> --Kicked-->";
    String firing = "joinTimeout in time in CONNECTING";
    assertThat(coverage.pairs().missing())
        .hasSize((int) coverage.pairs().possible())
        .contains(pair);
    assertThat(RoomCoverage.firings(coverage).missing())
        .hasSize((int) RoomCoverage.firings(coverage).possible())
        .contains(firing);

    run("Initialize;JoinChannel;Kicked;JoinChannel;joinTimeout");

    assertThat(coverage.pairs().missing()).doesNotContain(pair);
    assertThat(RoomCoverage.firings(coverage).missing()).doesNotContain(firing);
    assertThat(coverage.isExhausted()).isFalse();
  }

  @Test
  void aTimerFiresInTimeLateOrSuperseded() throws InputFormatException {
    run("Initialize;JoinChannel;Joined;joinTimeout;LeaveChannel;JoinChannel;stale 1 joinTimeout");

    assertThat(RoomCoverage.firings(coverage).count()).isEqualTo(2);
    assertThat(RoomCoverage.firings(coverage).missing())
        .contains("joinTimeout in time in CONNECTING", "joinTimeout superseded in CONNECTED")
        .doesNotContain("joinTimeout late in CONNECTED", "joinTimeout superseded in CONNECTING");
  }

  @Test
  void nothingCanBeTakenOfAnEpisodeThatNeverBegan() {
    assertThat(coverage.pairs().possible()).isLessThan(coverage.pairs().total());
    // The window runs wherever the client reconnects: there it is never late.
    assertThat(RoomCoverage.firings(coverage).missing())
        .contains("reconnectWindow in time in RECONNECTING")
        .doesNotContain("reconnectWindow late in RECONNECTING");
  }

  @Test
  void noRunCoversWhatIsCalledImpossible() {
    Fuzz<Stimulus> fuzz =
        Fuzz.of("compiled", "table", ConnectionHarness.of(CompiledEngine::new))
            .with(options -> options.withSeed(5).withTries(3000));

    assertThat(fuzz.run().total().coverage().impossible()).isEmpty();
    assertThat(fuzz.with(FuzzOptions::withGuidance).run().total().coverage().impossible())
        .isEmpty();
  }

  @Test
  void aRunHasTheIndexOfItsNewCoverage() throws InputFormatException {
    StimulusRun first = run("Initialize;JoinChannel;throw-in-callback;advance 1s");
    StimulusRun second = run("Initialize;JoinChannel;Joined;throw-in-callback");
    StimulusRun third = run("Initialize;JoinChannel;Joined");

    assertThat(first.toLastCovered()).isEqualTo(first.inputs().subList(0, 2));
    assertThat(second.covered()).hasSize(1);
    assertThat(second.toLastCovered()).isEqualTo(third.inputs());
    assertThat(third.toLastCovered()).isEmpty();
    assertThat(coverage.openAfter(second.covered().get(0)).stream().map(RoomMachine.events()::get))
        .contains(Event.KICKED)
        .doesNotContain(Event.REJOINED);
  }

  private StimulusRun run(String lines) throws InputFormatException {
    List<Stimulus> list = StimulusText.parse("list", lines.replace(';', '\n'));
    return harness.run(list).requireNoViolation();
  }
}
