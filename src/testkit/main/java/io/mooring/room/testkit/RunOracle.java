package io.mooring.room.testkit;

import java.time.Duration;
import java.util.Optional;

/**
 * Somebody who knows what the timed specification allows, and is shown runs of a connection.
 *
 * <p>Thread-safe; a {@link Judge} is for one thread.
 */
public interface RunOracle {

  /** How long one unit of time is. */
  Duration unit();

  /** A judge of one run, from its beginning. */
  Judge begin();

  /** A judge of one run in which processes may die, come back and sleep. */
  Judge beginLives();

  /** Follows one run. */
  @FunctionalInterface
  interface Judge {

    /**
     * What is wrong with the next observation, or empty. After an objection the run is over.
     *
     * @param seen what was seen next
     */
    Optional<String> objection(Observation seen);
  }
}
