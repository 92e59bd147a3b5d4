package io.mooring.room.testkit.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.CompiledEngine;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Timing;
import io.mooring.room.testkit.Presence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls in which A's process dies and another one goes on, or A's device sleeps. */
final class CallLivesTest {

  private static List<Call> calls(Loss loss) {
    return CallSimulation.classics().stream()
        .map(schedule -> CallSimulation.play(schedule.withLoss(loss), CompiledEngine::new))
        .toList();
  }

  @Test
  void aProcessThatDiedComesBackWhileItsWindowLasts() {
    Call call = calls(Loss.DEATH).get(1);

    assertThat(call.reached(ConnectionState.RECONNECTING)).contains(Duration.ofSeconds(29));
    assertThat(call.rejoined()).contains(Duration.ofMillis(29_080));
    assertThat(call.attempts()).containsExactly(Duration.ofSeconds(29));
    assertThat(call.notified(Presence.TIMED_OUT)).isEmpty();
  }

  @Test
  void aProcessThatIsBackTooLateGivesUpAtOnceAndAttemptsNothing() {
    Call call = calls(Loss.DEATH).get(2);

    assertThat(call.reached(ConnectionState.FAILED)).contains(Duration.ofSeconds(45));
    assertThat(call.attempts()).isEmpty();
    assertThat(call.outcome())
        .isEqualTo("A gives up at 45 s; B is notified at 43 s: A left (timeout).");
  }

  @Test
  void aDeviceThatSleptLooksAtItsDeadlineFirst() {
    Call call = calls(Loss.SLEEP).get(2);

    assertThat(call.reached(ConnectionState.FAILED)).contains(Duration.ofSeconds(45));
    assertThat(call.rejoined()).isEmpty();
    assertThat(call.text()).contains("   4.50 s   asleep\n").contains("  45.00 s   awake\n");
  }

  @ParameterizedTest
  @EnumSource(
      value = Loss.class,
      names = {"DEATH", "SLEEP"})
  void whoNeverComesBackGetsNoMoreCallbacks(Loss loss) {
    Call call = calls(loss).get(3);

    assertThat(call.reached(ConnectionState.FAILED)).isEmpty();
    assertThat(call.outcome())
        .isEqualTo("A gets no more callbacks; B is notified at 43 s: A left (timeout).");
  }

  @ParameterizedTest
  @EnumSource(
      value = Loss.class,
      names = {"DEATH", "SLEEP"})
  void whoeverComesBackHasOneOutcomeAndNoneIsLate(Loss loss) {
    int rejoined = 0;
    int failed = 0;
    for (long seed = 0; seed < 500; seed++) {
      Schedule schedule = Schedule.random(seed).withLoss(loss);
      Call call = CallSimulation.play(schedule, CompiledEngine::new);
      Optional<Duration> back = call.rejoined();
      Optional<Duration> gaveUp = call.reached(ConnectionState.FAILED);
      boolean noticed = call.reached(ConnectionState.RECONNECTING).isPresent();

      assertThat(back.isPresent() && gaveUp.isPresent())
          .as("two outcomes, seed %d", seed)
          .isFalse();
      assertThat(back.isPresent() || gaveUp.isPresent())
          .as("an outcome, seed %d", seed)
          .isEqualTo(noticed && !call.isGone());
      back.ifPresent(at -> assertThat(at).isLessThan(schedule.detection().plus(schedule.window())));
      gaveUp.ifPresent(
          at -> {
            Duration due = Timing.GIVE_UP_AT_MOST;
            Duration there = schedule.back().orElse(due);
            assertThat(at)
                .isBetween(Timing.GIVE_UP_AT_LEAST, there.compareTo(due) > 0 ? there : due);
          });
      rejoined += back.isPresent() ? 1 : 0;
      failed += gaveUp.isPresent() ? 1 : 0;
    }
    assertThat(rejoined).isGreaterThan(50);
    assertThat(failed).isGreaterThan(50);
  }
}
