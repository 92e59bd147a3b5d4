package io.mooring.room;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations as they read in messages. */
final class DurationText {

  private DurationText() {}

  /** For example {@code 29.999 s}. */
  static String of(@Nullable Duration duration) {
    if (duration == null) {
      return "null";
    }
    return BigDecimal.valueOf(duration.getSeconds())
            .add(BigDecimal.valueOf(duration.getNano(), 9))
            .stripTrailingZeros()
            .toPlainString()
        + " s";
  }
}
