package io.mooring.room.harness;

import java.time.Duration;
import java.util.Locale;

/**
 * How far a fuzz run has come.
 *
 * @param tries event lists that were walked
 * @param stimuli stimuli that were given
 * @param steps steps that were decided and checked
 * @param elapsed wall-clock time since the beginning
 * @param coverage what has been taken so far; goes on counting
 * @param corpus how many lists took something for the first time; 0 for a blind run, which keeps
 *     none
 */
public record FuzzProgress(
    long tries, long stimuli, long steps, Duration elapsed, EdgeCoverage coverage, int corpus) {

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
