package io.mooring.checker.fake;

import java.util.stream.Stream;

/** Called by the classes of a fake jar. */
public final class Joined {

  private Joined() {}

  /** Two arrays as one. */
  public static String[] of(String[] first, String[] second) {
    return Stream.of(first, second).flatMap(Stream::of).toArray(String[]::new);
  }
}
