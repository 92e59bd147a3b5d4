package io.mooring.room.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.CompiledEngine;
import io.mooring.room.Engine;
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
        // a join that nobody answers, and an answer that comes just in time
        "Initialize;JoinChannel;advance 30s;JoinChannel;ProxyConnecting;advance 29s;Joined;advance"
            + " 1s;joinTimeout",
        // a timeout of an old join, a timeout while reconnecting, a window of an old session
        "Initialize;JoinChannel;LeaveChannel;JoinChannel;stale 1"
            + " joinTimeout;Joined;MediaLost;joinTimeout;LeaveChannel;JoinChannel;reconnectWindow;joinTimeout",
        // a user who joins again from inside the callback that says that the join took too long
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
  void theRealConnectionKeepsToTheSpecification(String lines) throws EventListException {
    Walk walk = HARNESS.walk(list(lines));

    assertThat(walk.requireNoViolation().steps()).isNotEmpty();
  }

  @Test
  void aChangedRowIsReportedWithListPathAndDiagram() throws EventListException {
    Supplier<Engine> fightsBack =
        TamperedEngine.changed(
            Location.CONNECTED,
            Event.KICKED,
            step -> Table.step(Location.CONNECTED, Event.MEDIA_LOST));
    Supplier<Engine> wrongTarget =
        TamperedEngine.changed(Location.CONNECTED, Event.KICKED, step -> to(step, Location.FAILED));
    List<Stimulus> kicked = list("Initialize;JoinChannel;advance 3s;Joined;stale 1 Kicked;Kicked");

    // The runtime itself refuses an answer to another event.
    assertThat(ConnectionHarness.of(fightsBack).walk(kicked).violation()).isPresent();
    assertThatThrownBy(() -> ConnectionHarness.of(wrongTarget).requireNoViolation(kicked))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "Violated: ORACLE: the table has CONNECTED --Kicked--> DISCONNECTED [tells"
                + " (DISCONNECTED, BE_KICKED)")
        .hasMessageContaining(
            "Event list:\n  Initialize\n  JoinChannel\n  Joined\n  Kicked\n\nPath:")
        .hasMessageContaining("  4. Kicked  at 0.000 s")
        .hasMessageContaining("step      CONNECTED --Kicked--> FAILED")
        .hasMessageContaining("sequenceDiagram")
        .hasMessageContaining("World->>Connection: Kicked");
  }

  @Test
  void aRowThatBreaksARuleIsReportedByTheRuleWhenTheOracleIsSilent() throws EventListException {
    Supplier<Engine> unarmed =
        TamperedEngine.changed(
            Location.CONNECTED, Event.MEDIA_LOST, step -> to(step, Location.UNKNOWN));
    ConnectionHarness withoutOracle =
        ConnectionHarness.of(unarmed).withOracle((before, after) -> Optional.empty());

    Walk walk = withoutOracle.walk(list("Initialize;JoinChannel;Joined;MediaLost"));

    assertThat(walk.violation().orElseThrow().kind()).isEqualTo(Violation.Kind.RULE);
  }

  @Test
  void anEngineThatThrowsIsReported() throws EventListException {
    Supplier<Engine> incomplete =
        TamperedEngine.dropped(Location.DISCONNECTED, Event.LEAVE_CHANNEL);

    Walk walk = ConnectionHarness.of(incomplete).walk(list("Initialize;LeaveChannel"));

    assertThat(walk.violation().orElseThrow().message())
        .contains("no row for LeaveChannel in DISCONNECTED");
  }

  @Test
  void theWindowIsTheOneThatWasAskedFor() throws EventListException {
    ConnectionHarness longest = HARNESS.withReconnectWindow(Timer.RECONNECT_WINDOW.longest());

    Walk walk =
        longest
            .walk(list("Initialize;JoinChannel;Joined;MediaLost;advance 39s;advance 1s"))
            .requireNoViolation();

    assertThat(walk.steps()).last().extracting(Step::to).isEqualTo(Location.FAILED);
  }

  @Test
  void coverageCountsWhatWasTaken() throws EventListException {
    EdgeCoverage coverage = new EdgeCoverage();
    HARNESS.withCoverage(coverage).walk(list("Initialize;Initialize;Initialize;JoinChannel"));

    assertThat(coverage.rowsTaken()).isEqualTo(3);
    assertThat(coverage.edgesTaken()).isEqualTo(4);
    assertThat(coverage.isComplete()).isFalse();
    assertThat(coverage.rowsMissing())
        .hasSize(coverage.rowsPossible() - 3)
        .doesNotContain("UNKNOWN --Initialize-->");
    assertThat(coverage.edgesMissing()).hasSize(coverage.edgesPossible() - 4);
  }

  @Test
  void theToursTakeEveryEdge() {
    EdgeCoverage coverage = new EdgeCoverage();
    ConnectionHarness harness = HARNESS.withCoverage(coverage);

    Tours.everyEdge(40).forEach(tour -> harness.requireNoViolation(Tours.stimuli(tour)));

    assertThat(coverage.edgesMissing()).isEmpty();
    assertThat(coverage.isComplete()).isTrue();
  }

  @Test
  void theToursTakeEveryEdgePair() {
    EdgeCoverage coverage = new EdgeCoverage();
    ConnectionHarness harness = HARNESS.withCoverage(coverage);

    Tours.everyEdgePair(100).forEach(tour -> harness.requireNoViolation(Tours.stimuli(tour)));

    assertThat(coverage.edgePairsMissing()).isEmpty();
    assertThat(coverage.edgePairsTaken()).isEqualTo(coverage.edgePairsPossible());
    assertThat(coverage.impossible()).isEmpty();
  }

  @Test
  void theToursHaveEveryTimerFireInEveryWay() {
    EdgeCoverage coverage = new EdgeCoverage();
    ConnectionHarness harness = HARNESS.withCoverage(coverage);

    Tours.everyFiring().forEach(harness::requireNoViolation);

    assertThat(coverage.firingsMissing()).isEmpty();
    assertThat(coverage.impossible()).isEmpty();
  }

  private static List<Stimulus> list(String lines) throws EventListException {
    return EventListText.parse("list", lines.replace(';', '\n'));
  }

  private static Step to(Step step, Location to) {
    return new Step(
        step.from(),
        step.event(),
        step.outcome(),
        to,
        step.code(),
        step.notifications(),
        step.effects(),
        step.source());
  }
}
