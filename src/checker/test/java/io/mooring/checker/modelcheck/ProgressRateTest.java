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

  @Test
  void theRateIsThatOfTheLastMomentAndNotOfTheWholeRun() {
    nanos.addAndGet(2_000_000_000L);
    pace.update(500, 4_000, 90);
    nanos.addAndGet(1_000_000_000L);
    pace.update(700, 10_000, 20);
    assertThat(lines)
        .containsExactly(
            "500 states, 4,000 steps, 2,000 steps a second, 90 states to go",
            "700 states, 10,000 steps, 6,000 steps a second, 20 states to go");
  }

  @Test
  void aCheckIsSlowOnlyAfterAWhileWithoutSteps() {
    nanos.addAndGet(2_000_000_000L);
    pace.update(500, 4_000, 90);
    nanos.addAndGet(1_000_000_000L);
    pace.update(500, 4_000, 90);
    nanos.addAndGet(1_000_000_000L);
    pace.update(700, 10_000, 20);
    nanos.addAndGet(31_000_000_000L);
    pace.update(700, 10_000, 20);
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
    nanos.addAndGet(9_000_000_000L);
    pace.update(700, 10_000, 0);
    assertThat(lines.get(1)).isEqualTo("700 states, 10,000 steps, deciding what is temporal, 9 s");
  }
}
