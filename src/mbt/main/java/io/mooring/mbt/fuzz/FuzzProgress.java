package io.mooring.mbt.fuzz;

import io.mooring.mbt.coverage.Coverage;
import java.time.Duration;
import java.util.Locale;

/**
 * How far a fuzz run has come.
 *
 * @param tries lists that were run
 * @param inputs inputs that were given
 * @param steps steps that were made and checked
 * @param elapsed wall-clock time since the beginning
 * @param coverage what is covered so far; continues to count
 * @param corpus how many lists had new coverage; 0 for a blind run, which keeps none
 */
public record FuzzProgress(
    long tries, long inputs, long steps, Duration elapsed, Coverage coverage, int corpus) {

  /** Steps a second since the beginning. */
  public double stepsPerSecond() {
    return steps / Math.max(1e-9, elapsed.toNanos() / 1e9);
  }

  /** One line: time, steps, rate and coverage. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d s  %,d events  %,d events/s  %s",
        elapsed.toSeconds(),
        steps,
        Math.round(stepsPerSecond()),
        coverage.shares());
  }
}
