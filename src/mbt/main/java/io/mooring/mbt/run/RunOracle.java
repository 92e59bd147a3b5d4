package io.mooring.mbt.run;

import java.util.Optional;

/**
 * Knows what a specification allows, and checks runs of an implementation by what is observed of
 * them.
 *
 * <p>Thread-safe; a {@link Judge} is for one thread.
 *
 * @param <O> the observations
 */
@FunctionalInterface
public interface RunOracle<O> {

  /** Begins to check a run, from its beginning. */
  Judge<O> begin();

  /**
   * Checks one run.
   *
   * @param <O> the observations
   */
  @FunctionalInterface
  interface Judge<O> {

    /** What is wrong with the next observation, or empty. After an objection the run is over. */
    Optional<String> objection(O observation);
  }
}
