package io.mooring.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The wheel beside a list that is sorted by hand. */
final class TimerWheelProperties {

  private static final class Due extends TimerWheel.Node {
    final long tick;

    Due(long tick) {
      this.tick = tick;
    }

    @Override
    public String toString() {
      return "due at " + tick;
    }
  }

  private final TimerWheel wheel = new TimerWheel();
  private final List<Due> expected = new ArrayList<>();
  private final List<Due> gone = new ArrayList<>();
  private long now;

  private void add(long distance) {
    Due due = new Due(now + distance);
    long before = wheel.earliest();
    boolean earlier = wheel.add(due, due.tick, now);
    assertThat(earlier).isEqualTo(wheel.earliest() < before);
    expected.add(due);
  }

  private void remove(int which) {
    List<Due> from = which % 3 == 0 || expected.isEmpty() ? gone : expected;
    if (from.isEmpty()) {
      return;
    }
    Due due = from.get(which % from.size());
    assertThat(wheel.remove(due)).isEqualTo(expected.remove(due));
    gone.add(due);
  }

  private void advance(long distance) {
    now += distance;
    // The sort is stable: what was added first comes first.
    List<Due> taken =
        expected.stream()
            .filter(due -> due.tick <= now)
            .sorted(Comparator.comparingLong((Due due) -> due.tick))
            .toList();
    for (Due due : taken) {
      assertThat(wheel.poll(now)).isSameAs(due);
    }
    assertThat(wheel.poll(now)).isNull();
    expected.removeAll(taken);
    gone.addAll(taken);
  }

  private void check() {
    assertThat(wheel.isEmpty()).isEqualTo(expected.isEmpty());
    expected.forEach(due -> assertThat(wheel.earliest()).isLessThanOrEqualTo(due.tick));
    if (expected.isEmpty()) {
      assertThat(wheel.earliest()).isEqualTo(Long.MAX_VALUE);
    }
  }

  @Property(tries = 500)
  void itGivesWhatIsDueInTheOrderOfTicksAndThenOfAdding(
      @ForAll @Size(max = 60) List<@IntRange(max = 1 << 24) Integer> moves) {
    for (int move : moves) {
      int kind = move % 8;
      // Distances of some ticks, of about a turn, and of several turns.
      int distance = (move >> 3) % (16 << (5 * ((move >> 16) % 4)));
      switch (kind) {
        case 0, 1, 2, 3 -> add(distance);
        case 4 -> remove(distance);
        default -> advance(distance);
      }
      check();
    }
    advance(1 << 24);
    assertThat(wheel.isEmpty()).isTrue();
  }

  @Test
  void aTurnLaterIsNotNow() {
    add(3);
    add(3 + TimerWheel.TURN);
    add(3 + 2 * TimerWheel.TURN);

    advance(3);
    assertThat(expected).hasSize(2);
    advance(TimerWheel.TURN - 1);
    assertThat(expected).hasSize(2);
    advance(1);
    assertThat(expected).hasSize(1);
    advance(TimerWheel.TURN);
    check();
  }

  @Test
  void whatIsDueNearlyATurnLaterWaitsForWhatIsDueBeforeIt() {
    add(5);
    advance(5);
    add(TimerWheel.TURN - 2);
    add(65);

    advance(65);
    check();
    assertThat(expected).hasSize(1);
    advance(TimerWheel.TURN);
    assertThat(expected).isEmpty();
  }

  @Test
  void aClockThatStoodStillForLongCatchesUp() {
    add(1);
    advance(1);
    now += 1L << 40;
    add(5);

    assertThat(wheel.earliest()).isEqualTo(now + 5);
    advance(5);
    check();
  }

  @Test
  void whatIsTakenOutOfASlotLeavesTheOthersInOrder() {
    for (int i = 0; i < 5; i++) {
      add(7);
    }
    for (int i : new int[] {0, 1, 2}) {
      Due due = expected.remove(i);
      assertThat(wheel.remove(due)).isTrue();
      assertThat(wheel.remove(due)).isFalse();
    }
    advance(7);
    check();
  }
}
