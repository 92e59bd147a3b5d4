package io.mooring.room.cli;

import io.mooring.checker.tlc.OptionText;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 30s}, {@code 10m}, {@code 2h}, {@code 1h30m}. */
public final class Durations implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    try {
      return OptionText.duration(text);
    } catch (IllegalArgumentException refused) {
      throw new TypeConversionException(refused.getMessage());
    }
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
