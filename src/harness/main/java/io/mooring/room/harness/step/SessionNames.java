package io.mooring.room.harness.step;

import java.util.stream.IntStream;

/** The names of sessions in reports. */
final class SessionNames {
  private static final String[] NAMES =
      IntStream.range(0, 100).mapToObj(SessionNames::name).toArray(String[]::new);

  private SessionNames() {}

  /**
   * The name of a session: {@code session 1}.
   *
   * @param index from 0
   */
  static String of(int index) {
    return index >= 0 && index < NAMES.length ? NAMES[index] : name(index);
  }

  private static String name(int index) {
    return "session " + (index + 1);
  }
}
