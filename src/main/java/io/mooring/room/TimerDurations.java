package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long each timer runs, within the bounds of the specification. Immutable. */
@SuppressWarnings("EnumOrdinal") // never leaves this object
final class TimerDurations {

  /** The default: the longest join timeout, and the midpoint of the reconnect windows. */
  static final TimerDurations DEFAULT =
      new TimerDurations(new @Nullable Duration[Timer.values().length])
          .with(Timer.JOIN_TIMEOUT, Timer.JOIN_TIMEOUT.longest())
          .with(Timer.RECONNECT_WINDOW, midpoint(Timer.RECONNECT_WINDOW));

  /** By timer: an array is a third of what a map takes, in each of many connections. */
  private final @Nullable Duration[] durations;

  private static Duration midpoint(Timer timer) {
    return timer.shortest().plus(timer.longest()).dividedBy(2);
  }

  private TimerDurations(@Nullable Duration[] durations) {
    this.durations = durations;
  }

  /**
   * These with another length of one timer.
   *
   * @throws IllegalArgumentException when it is shorter or longer than the timer may run
   */
  TimerDurations with(Timer timer, Duration length) {
    if (length.compareTo(timer.shortest()) < 0 || length.compareTo(timer.longest()) > 0) {
      throw new IllegalArgumentException(
          "A "
              + timer.name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + " of "
              + DurationText.of(length)
              + " is not possible: it lasts at least "
              + DurationText.of(timer.shortest())
              + " and at most "
              + DurationText.of(timer.longest())
              + ".");
    }
    @Nullable Duration[] others = durations.clone();
    others[timer.ordinal()] = length;
    return new TimerDurations(others);
  }

  Duration of(Timer timer) {
    return requireNonNull(durations[timer.ordinal()]);
  }
}
