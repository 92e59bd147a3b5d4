package io.mooring.mbt.junit;

import io.mooring.mbt.driver.Found;
import java.util.Locale;

/** Writes a walk that found something as a JUnit test. */
final class WalkSource {

  private WalkSource() {}

  /**
   * The source of a class in the package of the driver.
   *
   * @param name the simple name of the class
   * @param driver the class with the annotation
   */
  static String of(String name, Class<?> driver, Found found) {
    String inPackage =
        driver.getPackageName().isEmpty() ? "" : "package " + driver.getPackageName() + ";\n\n";
    String driverName = driver.getCanonicalName();
    return inPackage
        + String.format(
            Locale.ROOT,
            """
            import io.mooring.mbt.junit.SpecificationWalk;
            import org.junit.jupiter.api.Test;

            // Once the implementation %1$s.
            class %2$s {

              @Test
              void theSpecificationAllowsWhatTheImplementationDoes() {
                SpecificationWalk.of(%3$s.class)
                    .run(
                        \"""
            %4$s            \""");
              }
            }
            """,
            found.finding().kind().words(),
            name,
            driverName,
            found.list().replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"").indent(12));
  }
}
