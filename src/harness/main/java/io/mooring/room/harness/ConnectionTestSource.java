package io.mooring.room.harness;

import io.mooring.mbt.run.Run;
import io.mooring.mbt.run.Violation;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.step.ConnectionHarness;
import io.mooring.room.harness.timed.TimedHarness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Writes a run as a JUnit test: the source of a class that runs its list again. */
public final class ConnectionTestSource {

  private ConnectionTestSource() {}

  /**
   * A class whose test passes if a connection on an engine conforms to the specification for the
   * list of a run. It needs {@code mooring-harness} and {@code junit-jupiter}, and has no package.
   *
   * @param className the name of the class
   * @param engine a supplier of engines, as a Java expression with qualified names: {@code
   *     io.mooring.room.CompiledEngine::new}
   * @param run a run of a {@link ConnectionHarness}
   */
  public static String of(String className, String engine, Run<Stimulus> run) {
    return String.format(
        Locale.ROOT,
        """
    import io.mooring.mbt.run.InputFormatException;
    import io.mooring.room.harness.model.StimulusText;
    import io.mooring.room.harness.step.ConnectionHarness;
    import org.junit.jupiter.api.Test;

    // %s
    class %s {

      private static final String EVENTS =
          \"""
    %s\
          \""";

      @Test
      void theConnectionKeepsToTheSpecification() throws InputFormatException {
        ConnectionHarness.of(%s)
            .requireNoViolation(StimulusText.parse("%s", EVENTS));
      }
    }
    """,
        once(run),
        className,
        run.text().indent(6),
        engine,
        className);
  }

  /**
   * The same for a run of a {@link TimedHarness}: TLC checks the run again.
   *
   * @param specification the file of {@code RoomReconnect.tla}
   * @param unit the length of one unit of its time
   */
  public static String ofTimed(
      String className, String engine, Path specification, Duration unit, Run<Stimulus> run) {
    return String.format(
        Locale.ROOT,
        """
    import io.mooring.checker.tlc.Tlc;
    import io.mooring.room.harness.model.StimulusText;
    import io.mooring.room.harness.timed.TimedHarness;
    import io.mooring.room.harness.timed.TimedOracle;
    import java.nio.file.Path;
    import java.time.Duration;
    import org.junit.jupiter.api.Test;

    // %s
    class %s {

      private static final Path SPECIFICATION =
          Path.of("%s");

      private static final String EVENTS =
          \"""
    %s\
          \""";

      @Test
      void theConnectionKeepsToTheSpecification() throws Exception {
        try (TimedOracle tlc =
            TimedOracle.open(Tlc.bundled(), SPECIFICATION, Duration.parse("%s"))) {
          TimedHarness.of(%s, tlc)
              .run(StimulusText.parse("%s", EVENTS))
              .requireNoViolation();
        }
      }
    }
    """,
        once(run),
        className,
        specification.toString().replace("\\", "\\\\"),
        run.text().indent(6),
        unit,
        engine,
        className);
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

  private static String once(Run<Stimulus> run) {
    return run.violation().map(found -> "Once violated " + firstLine(found) + ".").orElse("");
  }

  /** One line, without escapes of characters: it becomes a comment. */
  private static String firstLine(Violation violation) {
    return violation.toString().lines().findFirst().orElse("").replace("\\u", "u");
  }
}
