package io.mooring.room.harness.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.run.InputFormatException;
import io.mooring.room.CompiledEngine;
import io.mooring.room.Engine;
import io.mooring.room.harness.Steps;
import io.mooring.room.harness.TamperedEngine;
import io.mooring.room.harness.log.StimulusRun;
import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.harness.model.RoomCoverage;
import io.mooring.room.harness.model.RoomTours;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusText;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionHarnessTest {
  private static final ConnectionHarness HARNESS = ConnectionHarness.of(CompiledEngine::new);

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a reconnect that succeeds, one that runs into the window, and a late firing of that
        // window
        "Initialize;JoinChannel;Joined;MediaLost;advance 29s;Rejoined;SignalLost;advance"
            + " 30s;ReconnectWindowUsedUp",
        // everything from inside callbacks, a release among it that silences what came before
        "Initialize;in-callback LeaveChannel;in-callback JoinChannel;in-callback"
            + " Release;JoinChannel;Initialize",
        // a listener that throws while another one and a command wait
        "Initialize;throw-in-callback;in-callback LeaveChannel;JoinChannel;JoinChannel;Joined",
        // a late success of an old session, an old window in a new episode
        "Initialize;JoinChannel;LeaveChannel;JoinChannel;stale 1"
            + " Joined;Joined;MediaLost;Rejoined;SignalLost;stale 1 ReconnectWindowUsedUp",
        // a join without an answer, and an answer just in time
        "Initialize;JoinChannel;advance 30s;JoinChannel;ProxyConnecting;advance 29s;Joined;advance"
            + " 1s;joinTimeout",
        // a timeout of an old join, a timeout while reconnecting, a window of an old session
        "Initialize;JoinChannel;LeaveChannel;JoinChannel;stale 1"
            + " joinTimeout;Joined;MediaLost;joinTimeout;LeaveChannel;JoinChannel;reconnectWindow;joinTimeout",
        // a user who joins again inside the callback for a join that took too long
        "Initialize;JoinChannel;in-callback JoinChannel;advance 60s;joinTimeout",
        // attempts: each pace, a late end of one that is over, of an earlier episode and session
        "Initialize;JoinChannel;Joined;MediaLost;advance 7s;attemptFails;attemptFails;advance"
            + " 1s;stale 1 attemptSucceeds;attemptSucceeds;attemptFails",
        "Initialize;JoinChannel;Joined;MediaLost;advance 2s;Rejoined;stale 1 attemptFails;advance"
            + " 60s;attemptSucceeds;JoinChannel;attemptFails;stale 1 attemptSucceeds;stale 1"
            + " Rejoined;Rejoined",
        // facts before there is a session, and after the engine was released
        "Kicked;ReconnectWindowUsedUp;joinTimeout;Initialize;JoinChannel;Release;Joined;Kicked",
      })
  void theRealConnectionKeepsToTheSpecification(String lines) throws InputFormatException {
    StimulusRun run = HARNESS.run(list(lines));

    assertThat(run.requireNoViolation().decided()).isNotEmpty();
  }

  @Test
  void aChangedRowIsReportedWithListPathAndDiagram() throws InputFormatException {
    Supplier<Engine> fightsBack =
        TamperedEngine.changed(
            Location.CONNECTED,
            Event.KICKED,
            step -> Table.step(Location.CONNECTED, Event.MEDIA_LOST));
    Supplier<Engine> wrongTarget =
        TamperedEngine.changed(
            Location.CONNECTED, Event.KICKED, step -> Steps.to(step, Location.FAILED));
    List<Stimulus> kicked = list("Initialize;JoinChannel;advance 3s;Joined;stale 1 Kicked;Kicked");

    // The runtime itself refuses an answer to another event.
    assertThat(ConnectionHarness.of(fightsBack).run(kicked).violation()).isPresent();
    assertThatThrownBy(() -> ConnectionHarness.of(wrongTarget).requireNoViolation(kicked))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "Violated: ORACLE: the table has CONNECTED --Kicked--> DISCONNECTED [notifies"
                + " (DISCONNECTED, BE_KICKED)")
        .hasMessageContaining(
            "Event list:\n  Initialize\n  JoinChannel\n  Joined\n  Kicked\n\nPath:")
        .hasMessageContaining("  4. Kicked  at 0.000 s")
        .hasMessageContaining("step      CONNECTED --Kicked--> FAILED")
        .hasMessageContaining("sequenceDiagram")
        .hasMessageContaining("World->>Connection: Kicked");
  }

  @Test
  void aRowThatBreaksARuleIsReportedByTheRuleWhenTheOracleIsSilent() throws InputFormatException {
    Supplier<Engine> unarmed =
        TamperedEngine.changed(
            Location.CONNECTED, Event.MEDIA_LOST, step -> Steps.to(step, Location.UNKNOWN));
    ConnectionHarness withoutOracle =
        ConnectionHarness.of(unarmed).withOracle((before, after) -> Optional.empty());

    StimulusRun run = withoutOracle.run(list("Initialize;JoinChannel;Joined;MediaLost"));

    assertThat(run.violation().orElseThrow().kind()).isEqualTo(ViolationKind.RULE);
  }

  @Test
  void anEngineThatThrowsIsReported() throws InputFormatException {
    Supplier<Engine> incomplete =
        TamperedEngine.dropped(Location.DISCONNECTED, Event.LEAVE_CHANNEL);

    StimulusRun run = ConnectionHarness.of(incomplete).run(list("Initialize;LeaveChannel"));

    assertThat(run.violation().orElseThrow().message())
        .contains("no row for LeaveChannel in DISCONNECTED");
  }

  @Test
  void theWindowHasTheGivenLength() throws InputFormatException {
    ConnectionHarness longest = HARNESS.withReconnectWindow(Timer.RECONNECT_WINDOW.longest());

    StimulusRun run =
        longest
            .run(list("Initialize;JoinChannel;Joined;MediaLost;advance 39s;advance 1s"))
            .requireNoViolation();

    assertThat(run.decided()).last().extracting(Step::to).isEqualTo(Location.FAILED);
  }

  @Test
  void coverageCountsWhatWasTaken() throws InputFormatException {
    Coverage coverage = RoomCoverage.empty();
    HARNESS.withCoverage(coverage).run(list("Initialize;Initialize;Initialize;JoinChannel"));

    assertThat(coverage.rows().count()).isEqualTo(3);
    assertThat(coverage.edges().count()).isEqualTo(4);
    assertThat(coverage.isComplete()).isFalse();
    assertThat(coverage.rows().missing())
        .hasSize((int) coverage.rows().possible() - 3)
        .doesNotContain("UNKNOWN --Initialize-->");
    assertThat(coverage.edges().missing()).hasSize((int) coverage.edges().possible() - 4);
  }

  @Test
  void theToursTakeEveryEdge() {
    Coverage coverage = RoomCoverage.empty();
    ConnectionHarness harness = HARNESS.withCoverage(coverage);

    RoomTours.everyEdge(40).forEach(tour -> harness.requireNoViolation(RoomTours.stimuli(tour)));

    assertThat(coverage.edges().missing()).isEmpty();
    assertThat(coverage.isComplete()).isTrue();
  }

  @Test
  void theToursTakeEveryEdgePair() {
    Coverage coverage = RoomCoverage.empty();
    ConnectionHarness harness = HARNESS.withCoverage(coverage);

    RoomTours.everyEdgePair(100)
        .forEach(tour -> harness.requireNoViolation(RoomTours.stimuli(tour)));

    assertThat(coverage.pairs().missing()).isEmpty();
    assertThat(coverage.pairs().count()).isEqualTo(coverage.pairs().possible());
    assertThat(coverage.impossible()).isEmpty();
  }

  @Test
  void theToursHaveEveryTimerFireInEveryWay() {
    Coverage coverage = RoomCoverage.empty();
    ConnectionHarness harness = HARNESS.withCoverage(coverage);

    RoomTours.everyFiring().forEach(harness::requireNoViolation);

    assertThat(RoomCoverage.firings(coverage).missing()).isEmpty();
    assertThat(coverage.impossible()).isEmpty();
  }

  private static List<Stimulus> list(String lines) throws InputFormatException {
    return StimulusText.parse("list", lines.replace(';', '\n'));
  }
}
