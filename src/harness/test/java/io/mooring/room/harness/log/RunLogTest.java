package io.mooring.room.harness.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.run.RunReport;
import io.mooring.mbt.run.Violation;
import io.mooring.room.ConnectionChange;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The log of a run as lines and as a diagram. */
class RunLogTest {
  private static final ConnectionChange JOINING =
      new ConnectionChange(
          ConnectionState.DISCONNECTED,
          ConnectionState.CONNECTING,
          ConnectionReason.JOIN_CHANNEL,
          1,
          1,
          Duration.ZERO);

  private static RunReport report(Optional<Violation> violation, LogEntry... entries) {
    return new RunLog(List.of(entries), violation).report();
  }

  @Test
  void aCommandWithItsStepEffectAndCallbackIsALineAndAnArrowEach() {
    RunReport report =
        report(
            Optional.of(new Violation("EFFECT", "first line; of two\nsecond line")),
            new LogEntry.Given(2, 1_500_000_000, Stimulus.of(Event.JOIN_CHANNEL)),
            new LogEntry.Decided(Table.step(Location.DISCONNECTED, Event.LEAVE_CHANNEL)),
            new LogEntry.Ran("session 1", Effect.OPEN_TRANSPORT),
            new LogEntry.Attempted("session 1", 3),
            new LogEntry.Notified(JOINING),
            new LogEntry.Threw(),
            new LogEntry.Returned(Event.JOIN_CHANNEL, ReturnCode.OK),
            new LogEntry.WithoutEffect("no such session was opened"));

    assertThat(report.path())
        .startsWith(
            "  2. JoinChannel  at 1.500 s\n       step      DISCONNECTED --LeaveChannel--> ")
        .endsWith(
            """
                   ran       openTransport on session 1
                   attempted number 3 on session 1
                   notified  #1 DISCONNECTED -> CONNECTING, JOIN_CHANNEL
                   threw     the listener
                   returned  JoinChannel: OK 0
                   nothing   no such session was opened
                   !! EFFECT: first line; of two
            """);
    assertThat(report.mermaid())
        .isEqualTo(
            """
            sequenceDiagram
              participant User
              participant Connection as RoomConnection
              participant World
              User->>Connection: JoinChannel
              Note over Connection: DISCONNECTED stays (LeaveChannel refused)
              Connection->>World: openTransport on session 1
              Connection->>World: attempt 3 on session 1
              Connection-->>User: CONNECTING, JOIN_CHANNEL
              User--xConnection: throws
              Connection-->>User: returns OK
              Note over User,World: EFFECT: first line, of two
            """);
  }

  @Test
  void eachKindOfStimulusHasItsArrow() {
    assertThat(
            report(
                    Optional.empty(),
                    new LogEntry.Given(1, 0, new Stimulus.Fact(Event.JOINED, 1)),
                    new LogEntry.Given(2, 0, new Stimulus.Fire(Timer.JOIN_TIMEOUT, 0)),
                    new LogEntry.Given(3, 0, new Stimulus.AttemptEnds(false, 0)),
                    new LogEntry.Given(4, 0, new Stimulus.Advance(Duration.ofSeconds(5))),
                    new LogEntry.Given(5, 0, new Stimulus.InCallback(Event.RELEASE)),
                    new LogEntry.Inside(Stimulus.of(Event.RELEASE)))
                .mermaid()
                .lines()
                .skip(4))
        .containsExactly(
            "  World->>Connection: Joined (of 1 before)",
            "  World->>Connection: joinTimeout fires",
            "  World->>Connection: attemptFails",
            "  Note over User,World: advance 5s",
            "  User->>Connection: Release (in callback)");
  }

  @Test
  void anObservationIsAnEntryOfTheLog() {
    RunReport report =
        report(
            Optional.empty(),
            new Observation.Called(2, Effect.CLOSE_TRANSPORT, true),
            new Observation.AttemptBegan(4, 1, 2),
            new Observation.CallbackBegan(JOINING, ConnectionState.CONNECTING),
            new Observation.Ticked(1_000_000_000));

    assertThat(report.path())
        .isEqualTo(
            """
                   called    closeTransport on session 2, and blocks
                   attempt   4, number 2 on session 1
                   notified  #1 DISCONNECTED -> CONNECTING, JOIN_CHANNEL; the state is CONNECTING
                   time      1.000 s
            """);
    assertThat(report.mermaid().lines().skip(4))
        .containsExactly(
            "  Connection->>World: closeTransport on session 2",
            "  Connection->>World: attempt 2 on session 1",
            "  Connection-->>User: CONNECTING, JOIN_CHANNEL");
  }
}
