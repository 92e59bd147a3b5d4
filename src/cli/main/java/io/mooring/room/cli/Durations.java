package io.mooring.room.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 30s}, {@code 10m}, {@code 2h}, {@code 1h30m}. */
public final class Durations implements ITypeConverter<Duration> {

  private static final Pattern FORM = Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");

  @Override
  public Duration convert(String text) {
    Matcher parts = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (text.isBlank() || !parts.matches()) {
      throw refused(text);
    }
    try {
      Duration whole =
          Duration.ofHours(number(parts.group(1)))
              .plusMinutes(number(parts.group(2)))
              .plusSeconds(number(parts.group(3)));
      if (whole.isZero()) {
        throw new TypeConversionException("'" + text + "' is no time at all; give at least 1s");
      }
      return whole;
    } catch (ArithmeticException | NumberFormatException e) {
      throw refused(text);
    }
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static TypeConversionException refused(String text) {
    return new TypeConversionException(
        "'" + text + "' is not a duration; write it as 30s, 10m, 2h or 1h30m");
  }

  /** The time since a moment of {@link System#nanoTime()}, for people. */
  public static String since(long nanoTime) {
    return show(Duration.ofNanos(System.nanoTime() - nanoTime));
  }

  /** A measured time, in the unit that suits it. */
  static String show(Duration time) {
    double seconds = time.toNanos() / 1e9;
    if (seconds < 99.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    return time.toMinutes() < 60
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toHours() + " h " + time.toMinutesPart() + " min";
  }
}
