package io.mooring.mbt.run;

import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.StepText;
import java.util.Locale;
import java.util.Optional;

/** What was seen during a run of a machine, as numbered lines and as a Mermaid diagram. */
final class MachineLog {
  private final Machine machine;
  private final StringBuilder path = new StringBuilder();
  private final StringBuilder diagram;
  private int given;

  MachineLog(Machine machine) {
    this.machine = machine;
    this.diagram =
        new StringBuilder("sequenceDiagram\n  participant Test\n  participant System as ")
            .append(machine.name())
            .append('\n');
  }

  void given(int event) {
    String text = machine.events().get(event).text();
    path.append(String.format(Locale.ROOT, "%3d. ", ++given)).append(text).append('\n');
    diagram.append("  Test->>System: ").append(Mermaid.plain(text)).append('\n');
  }

  void withoutStep() {
    path.append("       nothing   the event cannot occur here\n");
  }

  void answered(MachineStep step, String answer) {
    String source = step.source().isEmpty() ? "" : "  (" + step.source() + ")";
    path.append("       step      ")
        .append(StepText.step(machine, step))
        .append(source)
        .append("\n       answered  ")
        .append(answer)
        .append('\n');
    diagram.append("  System-->>Test: ").append(Mermaid.plain(answer)).append('\n');
  }

  RunReport report(Optional<Violation> violation) {
    violation
        .map(found -> found.toString().lines().findFirst().orElse(""))
        .ifPresent(
            line -> {
              path.append("       !! ").append(line).append('\n');
              diagram.append("  Note over Test,System: ").append(Mermaid.plain(line)).append('\n');
            });
    return new RunReport(path.toString(), diagram.toString());
  }
}
