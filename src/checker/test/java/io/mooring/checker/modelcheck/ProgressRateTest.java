package io.mooring.checker.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressRateTest {

  private final AtomicLong nanos = new AtomicLong();
  private final List<String> lines = new ArrayList<>();
  private final ProgressRate pace = new ProgressRate(lines::add, nanos::get);

  private void updateAfter(long seconds, long states, long steps, long queued) {
    nanos.addAndGet(seconds * 1_000_000_000L);
    pace.update(states, steps, queued);
  }

  @Test
  void theRateIsThatOfTheLastMomentAndNotOfTheWholeRun() {
    updateAfter(2, 500, 4_000, 90);
    updateAfter(1, 700, 10_000, 20);
    assertThat(lines)
        .containsExactly(
            "500 states, 4,000 steps, 2,000 steps a second, 90 states to go",
            "700 states, 10,000 steps, 6,000 steps a second, 20 states to go");
  }

  @Test
  void aCheckIsSlowOnlyAfterAWhileWithoutSteps() {
    updateAfter(2, 500, 4_000, 90);
    updateAfter(1, 500, 4_000, 90);
    updateAfter(1, 700, 10_000, 20);
    updateAfter(31, 700, 10_000, 20);
    assertThat(lines)
        .containsExactly(
            "500 states, 4,000 steps, 2,000 steps a second, 90 states to go",
            "500 states, 4,000 steps, 2,000 steps a second, 90 states to go",
            "700 states, 10,000 steps, 3,000 steps a second, 20 states to go",
            "700 states, 10,000 steps, 0 steps a second, 20 states to go");
  }

  @Test
  void whenAllStatesAreFoundItSaysWhatTakesSoLong() {
    pace.update(700, 10_000, 20);
    updateAfter(9, 700, 10_000, 0);
    assertThat(lines.get(1)).isEqualTo("700 states, 10,000 steps, deciding what is temporal, 9 s");
  }
}
