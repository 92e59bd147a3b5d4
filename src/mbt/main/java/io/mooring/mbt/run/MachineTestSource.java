package io.mooring.mbt.run;

import io.mooring.mbt.machine.JavaMachine;
import java.util.Locale;

/** Writes a run of a machine as a JUnit test: the source of a class that runs its events again. */
public final class MachineTestSource {

  private MachineTestSource() {}

  /**
   * A class that passes when a system conforms to the machine along the events of a run. It needs
   * {@code mooring-mbt}, the generated Java and {@code junit-jupiter}, and has no package.
   *
   * @param className the name of the class
   * @param java the machine
   * @param system what gives a fresh system, as a Java expression with whole names: {@code
   *     org.example.TurnstileUnderTest::new}
   * @param projection what can be seen of a step, as a Java expression over {@code machine}, which
   *     is a {@link io.mooring.mbt.machine.Machine}: {@code Scope.everything(machine)}
   * @param run a run of a {@link MachineHarness}
   */
  public static String of(
      String className, JavaMachine<?> java, String system, String projection, Run<?> run) {
    return String.format(
        Locale.ROOT,
        """
    import %1$s.Event;
    import %1$s.Table;
    import io.mooring.mbt.machine.JavaMachine;
    import io.mooring.mbt.machine.Machine;
    import io.mooring.mbt.run.InputFormatException;
    import io.mooring.mbt.run.InputText;
    import io.mooring.mbt.run.MachineHarness;
    import io.mooring.mbt.run.Scope;
    import org.junit.jupiter.api.Test;

    // %2$s
    class %3$s {

      private static final String EVENTS =
          \"""
    %4$s\
          \""";

      @Test
      void theSystemConformsToTheMachine() throws InputFormatException {
        JavaMachine<Event> java = JavaMachine.of(Table.class, Event.class);
        Machine machine = java.machine();
        var harness = MachineHarness.of(java, %5$s, %6$s);
        harness.requireNoViolation(InputText.parse("%3$s", EVENTS, harness.inputs()));
      }
    }
    """,
        java.initial().getClass().getPackageName(),
        once(run),
        className,
        run.text().replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"").indent(6),
        system,
        projection);
  }

  /** A comment ends with its line, and must contain no Unicode escape. */
  private static String once(Run<?> run) {
    return run.violation()
        .map(found -> found.toString().lines().findFirst().orElse("").replace("\\u", "u"))
        .map(line -> "Once violated " + line + ".")
        .orElse("");
  }
}
