package io.mooring.checker;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;

/** The checker that the tests use: the bundled one, or the file of {@code mooring.tla2tools}. */
public final class TestedChecker {

  /** The one checker of all tests. */
  public static final Tlc TLC = tested();

  private TestedChecker() {}

  /** The family that it belongs to. */
  public static String family() {
    try {
      return TLC.about().family();
    } catch (TlcException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private static Tlc tested() {
    String other = System.getProperty("mooring.tla2tools", "");
    try {
      return other.isEmpty() ? Tlc.bundled() : Tlc.at(Path.of(other));
    } catch (TlcException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
