package io.mooring.room.harness;

import java.time.Duration;
import java.util.Optional;

/** How a {@link Fuzz} searches: it makes event lists, and has them walked. */
interface FuzzLoop {
  /** How often somebody who watches is told. */
  Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

  /** A walk with a violation, and the try that it was. */
  record Found(long tryNumber, Walk walk) {}

  /** Searches until something is found, all is done, or somebody stops it. */
  FuzzReport.End run();

  /** How far it has come. */
  FuzzProgress progress();

  /** What it has found, if it has. */
  Optional<Found> found();
}
