package io.mooring.room;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long ago something was, between two bounds. For {@link RoomConnection.Builder#restore}, which
 * must not give the client more time than it has: it counts the longest time that is possible.
 *
 * <p>A clock that was set back gives a negative time. That is no error here: it is {@link
 * #unknown()}. Immutable.
 *
 * @param atLeast the shortest time that is possible; never negative
 * @param atMost the longest time that is possible; a hundred years if it is unknown
 */
public record TimeAway(Duration atLeast, Duration atMost) {

  private static final TimeAway UNKNOWN = new TimeAway(Duration.ZERO, ConnectionSnapshot.FOR_EVER);

  /**
   * A time between two bounds.
   *
   * @throws IllegalArgumentException when a bound is negative, or the second is below the first
   */
  public TimeAway {
    requireNonNull(atLeast, "atLeast");
    requireNonNull(atMost, "atMost");
    if (atLeast.isNegative() || atMost.compareTo(atLeast) < 0) {
      throw new IllegalArgumentException(
          "No time is at least " + atLeast + " and at most " + atMost + ".");
    }
    atMost =
        atMost.compareTo(ConnectionSnapshot.FOR_EVER) > 0 ? ConnectionSnapshot.FOR_EVER : atMost;
    atLeast = atLeast.compareTo(atMost) > 0 ? atMost : atLeast;
  }

  /** A time that was measured, by a clock that runs while the process is dead or asleep. */
  public static TimeAway exactly(Duration time) {
    return time.isNegative() ? UNKNOWN : new TimeAway(time, time);
  }

  /**
   * A time between two bounds; unknown where a bound is negative, or the second below the first.
   */
  public static TimeAway between(Duration atLeast, Duration atMost) {
    return atLeast.isNegative() || atMost.compareTo(atLeast) < 0
        ? UNKNOWN
        : new TimeAway(atLeast, atMost);
  }

  /** A time of which only the longest is known: for example that since the last sign of life. */
  public static TimeAway atMost(Duration time) {
    return between(Duration.ZERO, time);
  }

  /** Any time: nothing is known about it. */
  public static TimeAway unknown() {
    return UNKNOWN;
  }

  TimeAway plus(Duration more) {
    return new TimeAway(atLeast.plus(more), atMost.plus(more));
  }

  /** For example {@code PT8S}, {@code PT8S to PT10S} or {@code unknown}. */
  @Override
  public String toString() {
    if (equals(UNKNOWN)) {
      return "unknown";
    }
    return atLeast.equals(atMost) ? atLeast.toString() : atLeast + " to " + atMost;
  }
}
