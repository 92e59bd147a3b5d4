package io.mooring.room.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
  private final List<String> ran = new ArrayList<>();

  @Test
  void tasksRunInTheOrderOfTheirDeadlinesThenOfTheirScheduling() {
    VirtualTime time = VirtualTime.friendly();
    schedule(time, 2, "late");
    schedule(time, 1, "first of two");
    schedule(time, 1, "second of two");
    schedule(time, 3, "too late");

    time.advance(Duration.ofSeconds(2));

    assertThat(ran).containsExactly("first of two at 1", "second of two at 1", "late at 2");
    assertThat(time.untilNext()).contains(Duration.ofSeconds(1));
  }

  @Test
  void aTaskThatATaskSchedulesRunsInTheSameMoveOfTheClock() {
    VirtualTime time = VirtualTime.friendly();
    time.schedule(Duration.ofSeconds(1), () -> schedule(time, 1, "inner"));

    time.advance(Duration.ofSeconds(5));

    assertThat(ran).containsExactly("inner at 2");
    assertThat(time.nanoTime()).isEqualTo(Duration.ofSeconds(5).toNanos());
  }

  @Test
  void aCancelledTaskDoesNotRun() {
    VirtualTime time = VirtualTime.friendly();
    schedule(time, 1, "cancelled").cancel();

    time.advance(Duration.ofSeconds(5));

    assertThat(ran).isEmpty();
    assertThat(time.runNext()).isFalse();
    assertThatThrownBy(time::timers).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aHostileSchedulerFiresCancelledAndOldTimersLate() {
    VirtualTime time = VirtualTime.hostile();
    VirtualTime.Timer cancelled = schedule(time, 1, "cancelled");
    VirtualTime.Timer old = schedule(time, 1, "old");
    cancelled.cancel();
    assertThatThrownBy(old::fireLate).hasMessageContaining("still waits");

    old.fireInTime();
    time.advance(Duration.ofSeconds(1));
    old.fireLate();
    cancelled.fireLate();

    assertThat(ran).containsExactly("old at 1", "old at 2", "cancelled at 2");
    assertThat(time.timers()).containsExactly(cancelled, old);
    assertThatThrownBy(old::fireInTime).hasMessageContaining("does not wait");
  }

  @Test
  void aFriendlySchedulerFiresNothingLate() {
    VirtualTime.Timer timer = schedule(VirtualTime.friendly(), 1, "gone");
    timer.cancel();

    assertThatThrownBy(timer::fireLate).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void timeMovesForwardOnly() {
    VirtualTime time = VirtualTime.friendly();

    assertThatThrownBy(() -> time.advance(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> schedule(time, -1, "never"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private VirtualTime.Timer schedule(VirtualTime time, int seconds, String name) {
    return time.schedule(
        Duration.ofSeconds(seconds),
        () -> ran.add(name + " at " + Duration.ofNanos(time.nanoTime()).toSeconds()));
  }
}
