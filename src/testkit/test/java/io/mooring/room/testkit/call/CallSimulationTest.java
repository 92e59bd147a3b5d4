package io.mooring.room.testkit.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.CompiledEngine;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.testkit.Presence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallSimulationTest {
  private final List<Call> calls =
      CallSimulation.classics().stream()
          .map(schedule -> CallSimulation.play(schedule, CompiledEngine::new))
          .toList();

  @Test
  void backAfterFiveSecondsNobodyElseNotices() {
    Call call = calls.get(0);

    assertThat(reasons(call))
        .containsExactly(
            ConnectionReason.JOIN_CHANNEL,
            ConnectionReason.JOIN_SUCCEED,
            ConnectionReason.MEDIA_CONNECTION_DISCONNECTED,
            ConnectionReason.REJOIN_SUCCEED);
    assertThat(call.rejoined().orElseThrow())
        .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
    assertThat(call.notifications())
        .extracting(Call.Notification::presence)
        .containsExactly(Presence.JOINED);
    assertThat(call.outcome()).endsWith("B is not notified.");
  }

  @Test
  void backAfterTwentyNineSecondsIsStillInTime() {
    Call call = calls.get(1);

    assertThat(call.rejoined().orElseThrow())
        .isBetween(Duration.ofSeconds(29), Duration.ofSeconds(30));
    assertThat(call.reached(ConnectionState.FAILED)).isEmpty();
    assertThat(call.notified(Presence.TIMED_OUT)).isEmpty();
  }

  @Test
  void backAfterFortyFiveSecondsIsTooLate() {
    Call call = calls.get(2);

    assertThat(call.reached(ConnectionState.FAILED)).contains(Duration.ofMillis(38_500));
    assertThat(call.rejoined()).isEmpty();
    assertThat(call.notified(Presence.TIMED_OUT)).contains(Duration.ofSeconds(43));
    assertThat(call.notified(Presence.JOINED)).isEmpty();
  }

  @Test
  void whoNeverComesBackFailsAndIsGivenUp() {
    Call call = calls.get(3);

    assertThat(reasons(call)).last().isEqualTo(ConnectionReason.TIME_OUT);
    assertThat(call.outcome())
        .isEqualTo("A gives up at 38.5 s; B is notified at 43 s: A left (timeout).");
    assertThat(call.text())
        .startsWith("A's network never comes back.\n")
        .contains("   0.00 s   lost\n")
        .contains("  38.50 s             FAILED, TIME_OUT\n")
        .contains(
            "  43.00 s                                                             A left (timeout)\n");
  }

  @Test
  void aLossThatIsOverBeforeItIsNoticedCausesNoNotification() {
    Schedule blink =
        new Schedule(
            Duration.ofSeconds(4),
            Optional.of(Duration.ofSeconds(2)),
            Duration.ofSeconds(30),
            Duration.ofSeconds(40));

    Call call = CallSimulation.play(blink, CompiledEngine::new);

    assertThat(call.changes()).allMatch(change -> change.at().isNegative());
    assertThat(call.notifications()).allMatch(each -> each.at().isNegative());
    assertThat(call.outcome()).isEqualTo("A never notices; B is not notified.");
  }

  @Test
  void theSameScheduleGivesTheSameCall() {
    Schedule schedule = Schedule.random(42);

    assertThat(CallSimulation.play(schedule, CompiledEngine::new))
        .isEqualTo(CallSimulation.play(schedule, CompiledEngine::new));
    assertThat(Schedule.random(42)).isEqualTo(schedule).isNotEqualTo(Schedule.random(43));
  }

  @Test
  void aScheduleOutsideTheBoundsIsRefused() {
    assertThatThrownBy(() -> Schedule.random(1).withBack(Optional.of(Duration.ZERO)))
        .hasMessageContaining("back must be after the loss");
    assertThatThrownBy(
            () ->
                new Schedule(
                    Duration.ofSeconds(11),
                    Optional.empty(),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(40)))
        .hasMessage("detection must be 0 s to 10 s, got 11000 ms");
  }

  private static List<ConnectionReason> reasons(Call call) {
    return call.changes().stream().map(change -> change.change().reason()).toList();
  }
}
