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
}
