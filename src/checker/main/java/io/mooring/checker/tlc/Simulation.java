package io.mooring.checker.tlc;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Random behaviours to check instead of all.
 *
 * <p>Each behaviour has a seed of its own: the first one that of the simulation, and each further
 * one the next number. So a simulation of one behaviour with the seed of a failure repeats it.
 *
 * @param behaviours how many; with none, nothing is judged
 * @param depth how many states a behaviour has at most
 * @param seed the seed of the first behaviour
 */
public record Simulation(long behaviours, int depth, long seed) {

  /** How many behaviours a simulation has unless it is said. */
  public static final long BEHAVIOURS = 1_000;

  /** How many states a behaviour has at most unless it is said. */
  public static final int DEPTH = 100;

  /** Seeds that are chosen are short, so that people can type them. */
  private static final int SEEDS = 1_000_000;

  /** Rejects numbers that mean nothing. */
  public Simulation {
    if (behaviours < 0 || depth < 1) {
      throw new IllegalArgumentException(
          "a simulation has at least 0 behaviours of at least 1 state, not "
              + behaviours
              + " of "
              + depth);
    }
  }

  /** What was said, as far as it was: null stands for the usual number, and for a random seed. */
  public static Simulation of(
      @Nullable Long behaviours, @Nullable Integer depth, @Nullable Long seed) {
    return new Simulation(
        behaviours == null ? BEHAVIOURS : behaviours,
        depth == null ? DEPTH : depth,
        seed == null ? ThreadLocalRandom.current().nextInt(SEEDS) : seed);
  }
}
