package io.mooring.checker.tlc;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people write them: {@code 30s}, {@code 10m}, {@code 2h}, {@code 1h30m}. */
public final class DurationText {

  private static final Pattern FORM = Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");

  private DurationText() {}

  /**
   * Reads a duration.
   *
   * @throws IllegalArgumentException if the text is none, in words for the one who wrote it
   */
  public static Duration parse(String text) {
    Matcher parts = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (text.isBlank() || !parts.matches()) {
      throw refused(text);
    }
    Duration whole;
    try {
      whole =
          Duration.ofHours(number(parts.group(1)))
              .plusMinutes(number(parts.group(2)))
              .plusSeconds(number(parts.group(3)));
    } catch (ArithmeticException | NumberFormatException tooLarge) {
      throw refused(text);
    }
    if (whole.isZero()) {
      throw new IllegalArgumentException("'" + text + "' is no time at all; give at least 1s");
    }
    return whole;
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "'" + text + "' is not a duration; write it as 30s, 10m, 2h or 1h30m");
  }
}
