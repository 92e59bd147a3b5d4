package io.mooring.checker.tlc;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of options as people write them; what is none is refused in words for them. */
public final class OptionText {

  private static final Pattern TIME = Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kmgt])b?");
  private static final int MOST_WORKERS = 1_024;

  private OptionText() {}

  /**
   * A duration: {@code 30s}, {@code 10m}, {@code 2h}, {@code 1h30m}.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static Duration duration(String text) {
    Matcher parts = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (text.isBlank() || !parts.matches()) {
      throw noDuration(text);
    }
    Duration whole;
    try {
      whole =
          Duration.ofHours(number(parts.group(1)))
              .plusMinutes(number(parts.group(2)))
              .plusSeconds(number(parts.group(3)));
    } catch (ArithmeticException | NumberFormatException tooLarge) {
      throw noDuration(text);
    }
    if (whole.isZero()) {
      throw new IllegalArgumentException("'" + text + "' is no time at all; give at least 1s");
    }
    return whole;
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static IllegalArgumentException noDuration(String text) {
    return new IllegalArgumentException(
        "'" + text + "' is not a duration; write it as 30s, 10m, 2h or 1h30m");
  }

  /**
   * A size of memory in bytes, as Java writes it: {@code 500m}, {@code 4g}.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static long memory(String text) {
    Matcher parts = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
    long size = 0;
    if (parts.matches()) {
      int power = 1 + "kmgt".indexOf(parts.group(2));
      size = Long.parseLong(parts.group(1)) << (10 * power);
    }
    if (size <= 0) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a size of memory; write it as 500m or 4g");
    }
    return size;
  }

  /**
   * A number of threads, or {@code auto} for one of each processor.
   *
   * @throws IllegalArgumentException if the text is neither
   */
  public static int workers(String text) {
    if (text.strip().equals("auto")) {
      return Runtime.getRuntime().availableProcessors();
    }
    try {
      int count = Integer.parseInt(text.strip());
      if (count >= 1 && count <= MOST_WORKERS) {
        return count;
      }
    } catch (NumberFormatException notANumber) {
      // It is refused as any other.
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no number of threads; write 1 to " + MOST_WORKERS + ", or auto");
  }

  /** {@return the paths of a text that separates them as this system does; blank ones are none} */
  public static List<String> paths(String text) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(text)
        .filter(each -> !each.isBlank())
        .toList();
  }

  /**
   * A number of steps to show, or {@code all}.
   *
   * @throws IllegalArgumentException if the text is neither
   */
  public static int steps(String text) {
    String number = text.strip();
    if (number.equals("all")) {
      return Integer.MAX_VALUE;
    }
    if (!number.matches("[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException(
          "'" + text + "' is no number of steps; write 1 or more, or all");
    }
    return Integer.parseInt(number);
  }
}
