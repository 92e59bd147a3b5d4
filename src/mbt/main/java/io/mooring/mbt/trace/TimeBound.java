package io.mooring.mbt.trace;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How long a machine may stay in some of its locations, which the machine itself does not say.
 *
 * @param name what lasts, in words that begin a message
 * @param locations the numbers of the locations
 * @param atLeast no earlier than after this time may {@code end} end it
 * @param atMost after this time it must have ended
 * @param end the number of the event that must not end it too early, if there is one
 * @param sinceLoss whether it counts on while no process runs: a {@linkplain TraceEntry.Restored
 *     restored} one continues it
 * @param tooLate the property that is violated if it lasts longer than {@code atMost}
 * @param tooEarly the property that is violated if {@code end} ends it before {@code atLeast}
 */
public record TimeBound(
    String name,
    Set<Integer> locations,
    Duration atLeast,
    Duration atMost,
    OptionalInt end,
    boolean sinceLoss,
    String tooLate,
    String tooEarly) {

  /** Copies the locations. */
  public TimeBound {
    locations = Set.copyOf(locations);
  }

  /** A time that something may last at most. */
  public static TimeBound atMost(
      String name, Set<Integer> locations, Duration atMost, String tooLate) {
    return new TimeBound(
        name, locations, Duration.ZERO, atMost, OptionalInt.empty(), false, tooLate, "");
  }
}
