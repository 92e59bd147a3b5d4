package io.mooring.mbt.conformance;

import io.mooring.mbt.machine.StepText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The Java source of a JUnit test that shows a counterexample again, for any machine. */
final class TestSource {

  /** Longer lists give no name. */
  private static final int MAX_EVENTS_IN_NAME = 8;

  private final Counterexample<? extends Enum<?>, ?> counterexample;
  private final Class<?> suite;

  /**
   * A test of a counterexample.
   *
   * @param suite the class whose systems failed, a {@link ConformanceSuite}; the test is for its
   *     package
   */
  TestSource(Counterexample<? extends Enum<?>, ?> counterexample, Class<?> suite) {
    this.counterexample = counterexample;
    this.suite = suite;
  }

  /** The source of a class that compiles as it is, in the package of the suite. */
  String source() {
    Class<?> event = events().get(0).getDeclaringClass();
    return (suite.getPackageName().isEmpty() ? "" : "package " + suite.getPackageName() + ";\n\n")
        + String.format(
            Locale.ROOT,
            """
            import static org.junit.jupiter.api.Assertions.assertEquals;

            import %s;
            import org.junit.jupiter.api.Test;

            class %s {

              @Test
              void %s() {
                %sassertEquals(
                    "%s",
                    new %s().answer(%s));
              }
            }
            """,
            event.getCanonicalName(),
            className(),
            methodName(),
            comment(),
            escaped(counterexample.expectedText()),
            suiteName(),
            events().stream()
                .map(each -> event.getSimpleName() + "." + each.name())
                .collect(Collectors.joining(", ")));
  }

  /** The name of the suite within its package. */
  private String suiteName() {
    String name = suite.getCanonicalName();
    return suite.getPackageName().isEmpty()
        ? name
        : name.substring(suite.getPackageName().length() + 1);
  }

  private List<? extends Enum<?>> events() {
    return counterexample.events();
  }

  private String comment() {
    String source = counterexample.last().source();
    return source.isEmpty()
        ? ""
        : "// "
            + source
            + ": "
            + StepText.step(counterexample.machine(), counterexample.last())
            + "\n    ";
  }

  private String className() {
    return suite.getSimpleName() + camel(events().get(events().size() - 1)) + "Test";
  }

  private String methodName() {
    if (events().size() > MAX_EVENTS_IN_NAME) {
      return "after" + events().size() + "Events";
    }
    String name = events().stream().map(TestSource::camel).collect(Collectors.joining("Then"));
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** {@code Insert1} of {@code INSERT_1}. */
  private static String camel(Enum<?> event) {
    return Arrays.stream(event.name().split("_", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
