package io.mooring.room.cli;

import io.mooring.room.testkit.call.Schedule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A schedule as the address of the atlas has it, in seconds: {@code
 * back-29_detection-3.5_window-35_patience-43}. The moment that is shown there is no part of it.
 */
final class ScheduleText {

  private static final Set<String> PARTS = Set.of("back", "detection", "window", "patience");
  private static final String SHOWN = "at";
  private static final String NEVER = "never";
  private static final Pattern SECONDS = Pattern.compile("\\d{1,2}(\\.\\d{1,3})?");
  private static final String EXAMPLE =
      "For example: --schedule back-29_detection-3.5_window-35_patience-43, or back-never_...";

  private ScheduleText() {}

  /**
   * The schedule of a text.
   *
   * @throws UsageException if it is none, or lies outside of the bounds
   */
  static Schedule read(String text) {
    Map<String, String> parts = new HashMap<>();
    for (String each : text.split("_", -1)) {
      int at = each.indexOf('-');
      if (at < 0 || parts.put(each.substring(0, at), each.substring(at + 1)) != null) {
        throw none(text);
      }
    }
    parts.remove(SHOWN);
    if (!parts.keySet().equals(PARTS)) {
      throw none(text);
    }
    try {
      return new Schedule(
          seconds(parts, "detection"),
          NEVER.equals(parts.get("back")) ? Optional.empty() : Optional.of(seconds(parts, "back")),
          seconds(parts, "window"),
          seconds(parts, "patience"));
    } catch (IllegalArgumentException outside) {
      throw new UsageException("--schedule: " + outside.getMessage(), EXAMPLE);
    }
  }

  private static Duration seconds(Map<String, String> parts, String name) {
    String value = Objects.requireNonNull(parts.get(name));
    if (!SECONDS.matcher(value).matches()) {
      throw new IllegalArgumentException(name + " must be in seconds, such as 3.5, got " + value);
    }
    return Duration.ofMillis(new BigDecimal(value).movePointRight(3).longValueExact());
  }

  private static UsageException none(String text) {
    return new UsageException("--schedule is no schedule: " + text, EXAMPLE);
  }
}
