package io.mooring.room.testkit;

import java.util.Locale;

/** Writes a walk down as a JUnit test: the whole source of a class that walks its list again. */
public final class JUnitSource {

  private JUnitSource() {}

  /**
   * A class that passes when a connection on an engine keeps to the specification along the list of
   * a walk. It needs {@code mooring-testkit} and {@code junit-jupiter}, and has no package.
   *
   * @param className the name of the class
   * @param engine what gives the engine, as a Java expression with whole names: {@code
   *     io.mooring.room.CompiledEngine::new}
   * @param walk a walk of a {@link ConnectionHarness}
   */
  public static String of(String className, String engine, Walk walk) {
    String violation =
        walk.violation().map(found -> "Once violated " + firstLine(found) + ".").orElse("");
    return """
    import io.mooring.room.testkit.ConnectionHarness;
    import io.mooring.room.testkit.EventListException;
    import io.mooring.room.testkit.EventListText;
    import org.junit.jupiter.api.Test;

    // %s
    class %s {

      private static final String EVENTS =
          \"""
    %s\
          \""";

      @Test
      void theConnectionKeepsToTheSpecification() throws EventListException {
        ConnectionHarness.of(%s)
            .requireNoViolation(EventListText.parse("%s", EVENTS));
      }
    }
    """
        .formatted(violation, className, walk.text().indent(6), engine, className);
  }

  /** The name of a test class for a file: {@code Compiled42Test} for {@code compiled-42.events}. */
  public static String className(String file) {
    int dot = file.lastIndexOf('.');
    StringBuilder name = new StringBuilder();
    for (String word : (dot > 0 ? file.substring(0, dot) : file).split("[^\\p{Alnum}]+", -1)) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    boolean isName = name.length() > 0 && Character.isJavaIdentifierStart(name.charAt(0));
    return (isName ? "" : "Events") + name + "Test";
  }

  /** A comment ends with its line, and knows no escapes of characters. */
  private static String firstLine(Violation violation) {
    return violation.toString().lines().findFirst().orElse("").replace("\\u", "u");
  }
}
