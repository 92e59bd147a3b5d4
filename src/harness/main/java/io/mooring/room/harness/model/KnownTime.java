package io.mooring.room.harness.model;

import io.mooring.room.TimeAway;
import java.time.Duration;

/** How exactly a new process knows the time since some event; the true time is always possible. */
public enum KnownTime {
  /** It knows the time. */
  EXACTLY("exactly"),
  /** From half of the time to one and a half times the time. */
  BETWEEN("between"),
  /** At most one and a half times the time. */
  AT_MOST("at-most"),
  /** The time is unknown. */
  UNKNOWN("unknown");

  private static final Duration UNBOUNDED = Duration.ofDays(36_500);

  private final String word;

  KnownTime(String word) {
    this.word = word;
  }

  /** The word for it in the text format. */
  public String word() {
    return word;
  }

  /**
   * The interval for a time.
   *
   * @param unit the bounds are multiples of it
   */
  public TimeAway of(Duration time, Duration unit) {
    return switch (this) {
      case EXACTLY -> TimeAway.exactly(time);
      case BETWEEN -> TimeAway.between(half(time, unit), longest(time, unit));
      case AT_MOST -> TimeAway.atMost(longest(time, unit));
      case UNKNOWN -> TimeAway.unknown();
    };
  }

  /**
   * The upper bound of the interval; without one, longer than any time in a run.
   *
   * @param unit the bound is a multiple of it
   */
  public Duration longest(Duration time, Duration unit) {
    return switch (this) {
      case EXACTLY -> time;
      case BETWEEN, AT_MOST -> time.plus(half(time, unit));
      case UNKNOWN -> UNBOUNDED;
    };
  }

  private static Duration half(Duration time, Duration unit) {
    return unit.multipliedBy(time.dividedBy(unit) / 2);
  }
}
