package io.mooring.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.modelcheck.Sweep;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Maven splits a property at its commas, which separate the values of a constant too. */
final class SweepParameterTest {

  @Test
  void whatWasSplitIsOneSweepAgain() throws Exception {
    assertThat(CheckMojo.sweeps(List.of("N=2", "3", "4", "Max=10", "20")))
        .isEqualTo(List.of(Sweep.of("N=2,3,4"), Sweep.of("Max=10,20")));
  }

  @Test
  void whatIsWholeStays() throws Exception {
    assertThat(CheckMojo.sweeps(List.of("N=2,3", "Max=10")))
        .isEqualTo(List.of(Sweep.of("N=2,3"), Sweep.of("Max=10")));
  }
}
