package io.mooring.flink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which sessions are looked at, and how often. */
final class WaitingKeysTest {
  @Test
  void aSessionWithManyLinesIsLookedAtOnce() {
    WaitingKeys keys = new WaitingKeys();
    for (int i = 0; i < 1_000; i++) {
      keys.add("a", i);
      keys.add("b" + i % 3, 10_000 - i);
    }

    assertThat(keys.upTo(5_000)).containsExactly("a");
    assertThat(keys.upTo(5_000)).isEmpty();
    assertThat(keys.upTo(9_990)).containsExactlyInAnyOrder("b0", "b1", "b2");
  }

  @Test
  void whatIsNotDueStaysAlsoBehindALaterTime() {
    WaitingKeys keys = new WaitingKeys();
    keys.add("late", 100_000);
    keys.add("early", 100);
    assertThat(keys.upTo(50_000)).containsExactly("early");
    keys.add("early", 60_000);
    keys.add("late", 100_010);

    assertThat(keys.upTo(70_000)).containsExactly("early");
    assertThat(keys.upTo(Long.MAX_VALUE)).containsExactly("late");
  }

  @Test
  void stepsAreTakenOneByOneInTheirOrder() {
    WaitingKeys keys = new WaitingKeys();
    keys.add("later", 10_000);
    keys.add("first", 100);
    keys.add("also", 101);
    assertThat(keys.next(99)).containsExactly("first", "also");
    assertThat(keys.next(9_000)).isNull();
    keys.add("between", 9_000);

    assertThat(keys.next(10_000)).containsExactly("between");
    assertThat(keys.next(10_000)).containsExactly("later");
    keys.add("again", 10_000);
    assertThat(keys.next(Long.MAX_VALUE)).containsExactly("again");
    assertThat(keys.next(Long.MAX_VALUE)).isNull();
  }
}
