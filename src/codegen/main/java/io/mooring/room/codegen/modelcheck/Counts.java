package io.mooring.room.codegen.modelcheck;

import java.util.Locale;

/** Numbers of things, in words. */
final class Counts {

  private Counts() {}

  /** A number and its thing: {@code 1 edge}, {@code 2,000 edges}. */
  static String of(long count, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
  }
}
