package io.mooring.room.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.CompiledEngine;
import io.mooring.room.spec.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is counted, and against what. */
class EdgeCoverageTest {
  private final EdgeCoverage coverage = new EdgeCoverage();
  private final ConnectionHarness harness =
      ConnectionHarness.of(CompiledEngine::new).withCoverage(coverage);

  @Test
  void aPairIsAnEdgeAndTheOneAfterIt() throws EventListException {
    walk("Initialize;JoinChannel;Joined");

    assertThat(coverage.edgesTaken()).isEqualTo(3);
    assertThat(coverage.edgePairsTaken()).isEqualTo(2);

    walk("Initialize;JoinChannel;Kicked");
    assertThat(coverage.edgesTaken()).isEqualTo(4);
    assertThat(coverage.edgePairsTaken()).isEqualTo(3);
  }

  @Test
  void whatIsMissingIsNamed() throws EventListException {
    String pair = "UNKNOWN --Initialize--> DISCONNECTED [silent] --JoinChannel--> --Kicked-->";
    String firing = "joinTimeout in time in CONNECTING";
    assertThat(coverage.edgePairsMissing()).hasSize(coverage.edgePairsPossible()).contains(pair);
    assertThat(coverage.firingsMissing()).hasSize(coverage.firingsPossible()).contains(firing);

    walk("Initialize;JoinChannel;Kicked;JoinChannel;joinTimeout");

    assertThat(coverage.edgePairsMissing()).doesNotContain(pair);
    assertThat(coverage.firingsMissing()).doesNotContain(firing);
    assertThat(coverage.isExhausted()).isFalse();
  }

  @Test
  void aTimerFiresInTimeLateOrSuperseded() throws EventListException {
    walk("Initialize;JoinChannel;Joined;joinTimeout;LeaveChannel;JoinChannel;stale 1 joinTimeout");

    assertThat(coverage.firingsTaken()).isEqualTo(2);
    assertThat(coverage.firingsMissing())
        .contains("joinTimeout in time in CONNECTING", "joinTimeout superseded in CONNECTED")
        .doesNotContain("joinTimeout late in CONNECTED", "joinTimeout superseded in CONNECTING");
  }

  @Test
  void nothingCanBeTakenOfAnEpisodeThatNeverBegan() {
    assertThat(coverage.edgePairsPossible()).isLessThan(coverage.edgePairsInAll());
    // The window runs wherever the client reconnects: there it is never late.
    assertThat(coverage.firingsMissing())
        .contains("reconnectWindow in time in RECONNECTING")
        .doesNotContain("reconnectWindow late in RECONNECTING");
  }

  @Test
  void noWalkTakesWhatIsCalledImpossible() {
    Fuzz.of("compiled", CompiledEngine::new).withSeed(5).withTries(3000).run();
    FuzzReport report =
        Fuzz.of("compiled", CompiledEngine::new).withSeed(5).withTries(3000).withGuidance().run();

    assertThat(report.total().coverage().impossible()).isEmpty();
  }

  @Test
  void aWalkSaysWhereItFoundSomething() throws EventListException {
    Walk first = walk("Initialize;JoinChannel;throw-in-callback;advance 1s");
    Walk second = walk("Initialize;JoinChannel;Joined;throw-in-callback");
    Walk third = walk("Initialize;JoinChannel;Joined");

    assertThat(first.toLastFind()).isEqualTo(first.stimuli().subList(0, 2));
    assertThat(second.finds()).hasSize(1);
    assertThat(second.toLastFind()).isEqualTo(third.stimuli());
    assertThat(third.toLastFind()).isEmpty();
    assertThat(coverage.notTakenAfter(second.finds().get(0)))
        .contains(Event.KICKED)
        .doesNotContain(Event.REJOINED);
  }

  private Walk walk(String lines) throws EventListException {
    List<Stimulus> list = EventListText.parse("list", lines.replace(';', '\n'));
    return harness.walk(list).requireNoViolation();
  }
}
