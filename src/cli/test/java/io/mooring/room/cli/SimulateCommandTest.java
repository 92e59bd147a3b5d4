package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SimulateCommandTest {

  private static Called simulate(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "simulate";
    System.arraycopy(args, 0, all, 1, args.length);
    return Called.from(Called.project(), all);
  }

  @Test
  void theFourTimelinesAreShown() {
    assertThat(simulate().succeeds().out())
        .contains("back after 5 s", "back after 29 s", "back after 45 s", "never comes back")
        .contains("FAILED, TIME_OUT", "A left (timeout)");
  }

  @Test
  void aThousandRandomSchedulesGiveUpInTheirTime() {
    String text = simulate("--runs", "1000").succeeds().out();

    assertThat(text)
        .contains("  1,000  schedules played", "      0  calls with a violation")
        .endsWith("Again:  ./mooring simulate --runs 1000 --seed 0\n");
    assertThat(text)
        .doesNotContain("      0  A gave up before", "      0  B was notified that A left before");
  }

  @Test
  void aSeedNamesOneSchedule() {
    String once = simulate("--seed", "12").succeeds().out();

    assertThat(once).isEqualTo(simulate("--seed", "12").out());
    assertThat(once).isNotEqualTo(simulate("--seed", "13").out());
  }

  @Test
  void noRunsAtAllAreRefused() {
    simulate("--runs", "0").isRefused("--runs must be 1 or more, not 0");
  }
}
