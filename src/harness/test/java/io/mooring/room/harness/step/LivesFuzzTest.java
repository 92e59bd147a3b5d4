package io.mooring.room.harness.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.fuzz.Fuzz;
import io.mooring.mbt.fuzz.FuzzReport;
import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.model.Stimulus;
import org.junit.jupiter.api.Test;

/** Random lists in which processes die, are restored and sleep, as every fuzz has them. */
class LivesFuzzTest {

  /** Every fault about death, return and sleep is found within so many events. */
  private static final int EVENTS = 16_000;

  private static final int LISTS = 600;

  @Test
  void noDeathReturnOrSleepBreaksAPromise() {
    FuzzReport<Stimulus> report =
        Fuzz.of("compiled", "table", ConnectionHarness.of(CompiledEngine::new))
            .with(options -> options.withSeed(1).withTries(LISTS))
            .run();

    assertThat(report.failure().map(failure -> failure.run().report()).orElse("")).isEmpty();
    assertThat(report.total().inputs()).isLessThan(EVENTS);
  }
}
