package io.mooring.checker.modelcheck;

import java.util.List;
import java.util.Locale;

/** Numbers of things, in words. */
final class Counts {

  private static final int LISTED = 10;

  private Counts() {}

  /** Names in a sentence; of many, the first ones. */
  static String listed(List<String> names) {
    return names.size() <= LISTED
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, LISTED)) + " and " + (names.size() - LISTED) + " more";
  }

  /** A number: {@code 2,000}. */
  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A number and its thing: {@code 1 edge}, {@code 2,000 edges}. */
  static String of(long count, String thing) {
    return number(count) + " " + thing + (count == 1 ? "" : "s");
  }
}
