package io.mooring.room.harness.conformance;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Notification;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes Java: a JUnit test that shows a deviation again. */
final class ReproducingTest {
  private final Deviation deviation;
  private final Class<?> suite;

  /**
   * A test of a deviation.
   *
   * @param suite the class whose connections deviate; the test is for its package
   */
  ReproducingTest(Deviation deviation, Class<?> suite) {
    this.deviation = deviation;
    this.suite = suite;
  }

  /** The source of a class that compiles as it is, in the package of the suite. */
  String source() {
    return (suite.getPackageName().isEmpty() ? "" : "package " + suite.getPackageName() + ";\n\n")
        + String.format(
            Locale.ROOT,
            """
        import static org.junit.jupiter.api.Assertions.assertEquals;

        import io.mooring.room.spec.ConnectionReason;
        import io.mooring.room.spec.ConnectionState;
        import io.mooring.room.spec.Effect;
        import io.mooring.room.spec.Event;
        import io.mooring.room.spec.Notification;
        import io.mooring.room.spec.ReturnCode;
        import io.mooring.room.harness.conformance.Answer;
        import io.mooring.room.harness.conformance.ConnectionUnderTest;
        import java.util.List;
        import java.util.Set;
        import org.junit.jupiter.api.Test;

        class %s {

          @Test
          void %s() {
            ConnectionUnderTest connection = new %s().connection();
        %s  }
        }
        """,
            className(),
            methodName(),
            suite.getCanonicalName(),
            statements());
  }

  private String statements() {
    StringBuilder lines = new StringBuilder();
    int last = deviation.events().size() - 1;
    for (int i = 0; i < last; i++) {
      line(lines, "connection.apply(Event." + deviation.events().get(i).name() + ");");
    }
    line(
        lines,
        "Answer answer = connection.apply(Event." + deviation.events().get(last).name() + ");");
    if (!deviation.last().source().isEmpty()) {
      line(lines, "// " + deviation.last().source());
    }
    Answer expected = deviation.expected();
    line(lines, "assertEquals(ConnectionState." + expected.state().name() + ", answer.state());");
    line(
        lines,
        "assertEquals("
            + list(expected.notifications(), ReproducingTest::construction)
            + ", answer.notifications());");
    if (deviation.scope().returnCodes()) {
      line(lines, "assertEquals(ReturnCode." + expected.code().name() + ", answer.code());");
    }
    if (!deviation.scope().effects().isEmpty()) {
      effects(lines, expected);
    }
    return lines.toString();
  }

  /** What the scope does not look at may have happened, too. */
  private void effects(StringBuilder lines, Answer expected) {
    String looked =
        deviation.scope().effects().stream()
            .map(effect -> "Effect." + effect.name())
            .collect(Collectors.joining(", "));
    line(lines, "Set<Effect> looked = Set.of(" + looked + ");");
    line(
        lines,
        "assertEquals("
            + list(expected.effects(), effect -> "Effect." + effect.name())
            + ", answer.effects().stream().filter(looked::contains).toList());");
  }

  private static String construction(Notification told) {
    return "new Notification(ConnectionState."
        + told.state().name()
        + ", ConnectionReason."
        + told.reason().name()
        + ")";
  }

  private static <T> String list(List<T> values, Function<T, String> source) {
    return values.stream().map(source).collect(Collectors.joining(", ", "List.of(", ")"));
  }

  private static void line(StringBuilder lines, String statement) {
    lines.append("    ").append(statement).append('\n');
  }

  String className() {
    return suite.getSimpleName() + deviation.last().event().action() + "Test";
  }

  private String methodName() {
    String name =
        deviation.events().stream().map(Event::action).collect(Collectors.joining("Then"));
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
