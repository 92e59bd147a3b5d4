package io.mooring.room.cli;

import static io.mooring.room.spec.ConnectionReason.MEDIA_CONNECTION_DISCONNECTED;
import static io.mooring.room.spec.ConnectionReason.REJOIN_SUCCEED;
import static io.mooring.room.spec.ConnectionReason.TIME_OUT;
import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.ConnectionChange;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.testkit.call.Call;
import io.mooring.room.testkit.call.Loss;
import io.mooring.room.testkit.call.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The summary of simulated calls counts a call with a violation. */
final class CallSummaryTest {

  private final CallSummary summary = new CallSummary();

  private static Call.Change at(
      double seconds, ConnectionState from, ConnectionState to, ConnectionReason reason) {
    return new Call.Change(
        Duration.ofMillis(Math.round(seconds * 1000)),
        new ConnectionChange(from, to, reason, 1, 1, Duration.ZERO));
  }

  private static Call call(Call.Change... changes) {
    return call(Schedule.random(1), changes);
  }

  private static Call call(Schedule schedule, Call.Change... changes) {
    return new Call(schedule, List.of(changes), List.of(), List.of(), Duration.ofSeconds(65));
  }

  private static final Call.Change LOST =
      at(3, CONNECTED, RECONNECTING, MEDIA_CONNECTION_DISCONNECTED);

  @Test
  void givingUpTooEarlyIsAFault() {
    assertThat(summary.add(call(LOST, at(29.9, RECONNECTING, FAILED, TIME_OUT))))
        .contains("A gave up 29.9 s after the loss, not 30.0 s to 50.0 s");
    assertThat(summary.faults()).isOne();
  }

  @Test
  void givingUpTooLateIsAFault() {
    assertThat(summary.add(call(LOST, at(50.1, RECONNECTING, FAILED, TIME_OUT)))).isPresent();
  }

  @Test
  void comingBackTooLateIsAFault() {
    assertThat(summary.add(call(LOST, at(51, RECONNECTING, CONNECTED, REJOIN_SUCCEED))))
        .contains("A was back 51.0 s after the loss, later than 50.0 s");
  }

  @Test
  void whoWasDeadGivesUpOnceItIsThereAgainAndNoLater() {
    Schedule back = Schedule.random(1).withBack(Optional.of(Duration.ofSeconds(58)));
    Schedule dead = back.withLoss(Loss.DEATH);

    assertThat(summary.add(call(dead, LOST, at(58, RECONNECTING, FAILED, TIME_OUT)))).isEmpty();
    assertThat(summary.add(call(dead, LOST, at(58.1, RECONNECTING, FAILED, TIME_OUT))))
        .contains("A gave up 58.1 s after the loss, not 30.0 s to 58.0 s");
    assertThat(summary.add(call(back, LOST, at(58, RECONNECTING, FAILED, TIME_OUT)))).isPresent();
    assertThat(summary.add(call(dead, LOST))).contains("A's reconnecting had no outcome");
    assertThat(summary.add(call(dead.withBack(Optional.empty()), LOST))).isEmpty();
  }

  @Test
  void givingUpInTimeIsNone() {
    assertThat(summary.add(call(LOST, at(30, RECONNECTING, FAILED, TIME_OUT)))).isEmpty();
    assertThat(summary.add(call(LOST, at(50, RECONNECTING, FAILED, TIME_OUT)))).isEmpty();
    assertThat(summary.lines())
        .contains(
            "      2  A gave up, 30.0 s after the loss at the earliest, 50.0 s at the latest");
  }

  @Test
  void reconnectingWithoutAnOutcomeIsAFault() {
    assertThat(summary.add(call(LOST))).contains("A's reconnecting had no outcome");
  }

  @Test
  void twoOutcomesAreAFault() {
    Call both =
        call(
            LOST,
            at(5, RECONNECTING, CONNECTED, REJOIN_SUCCEED),
            at(40, RECONNECTING, FAILED, TIME_OUT));

    assertThat(summary.add(both)).contains("A's reconnecting had two outcomes");
  }
}
