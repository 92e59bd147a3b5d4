package io.mooring.checker.mutate;

import java.time.Duration;

/**
 * The bounds of the check of one mutant.
 *
 * @param states the largest number of distinct states
 * @param time the longest time
 */
public record Bounds(long states, Duration time) {

  private static final long FACTOR = 10;
  private static final long MORE_STATES = 10_000;
  private static final Duration MORE_TIME = Duration.ofSeconds(60);

  /** Enough for every mutant that is about as large as the specification. */
  static Bounds around(long states, Duration time) {
    return new Bounds(FACTOR * states + MORE_STATES, time.multipliedBy(FACTOR).plus(MORE_TIME));
  }
}
