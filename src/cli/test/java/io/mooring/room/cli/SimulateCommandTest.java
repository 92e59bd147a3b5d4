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
  void aScheduleOfTheAtlasIsOneCall() {
    assertThat(
            simulate("--schedule", "back-never_detection-8_window-38_patience-41_at-12.5")
                .succeeds()
                .out())
        .startsWith(
            "A's network never comes back.\n  the loss is noticed after 8 s; A's window: 38 s;")
        .contains("  A gives up at 46 s; B is notified at 41 s: A left (timeout).\n");
    assertThat(
            simulate("--schedule", "back-29.25_detection-3.5_window-35_patience-43")
                .succeeds()
                .out())
        .contains("  29.25 s   back\n");
  }

  @Test
  void aScheduleThatIsNoneIsRefused() {
    simulate("--schedule", "back-29").isRefused("--schedule is no schedule: back-29");
    simulate("--schedule", "back-29_detection-3.5_window-35_window-35")
        .isRefused("--schedule is no schedule: back-29_detection-3.5_window-35_window-35");
    simulate("--schedule", "back-29_detection-3.5_window-29_patience-43")
        .isRefused("--schedule: window must be 30 s to 40 s, got 29000 ms");
    simulate("--schedule", "back-soon_detection-3.5_window-35_patience-43")
        .isRefused("--schedule: back must be in seconds, such as 3.5, got soon");
    simulate("--schedule", "back-0_detection-3.5_window-35_patience-43")
        .isRefused("--schedule: back must be after the loss, got PT0S");
    simulate("--schedule", "back-29_detection-3.5_window-35_patience-43", "--seed", "1")
        .isRefused("--schedule names one call, and --seed others");
  }

  @Test
  void noRunsAtAllAreRefused() {
    simulate("--runs", "0").isRefused("--runs must be 1 or more, not 0");
  }
}
