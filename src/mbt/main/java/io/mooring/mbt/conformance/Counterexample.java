package io.mooring.mbt.conformance;

import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.StepText;
import io.mooring.mbt.run.Mermaid;
import io.mooring.mbt.run.Projection;
import java.util.List;
import java.util.Locale;

/**
 * An event list to which a system answers otherwise than the machine. Immutable.
 *
 * @param machine what the system must do
 * @param projection what is compared of an answer
 * @param events the events from the system's creation; the last one shows it
 * @param steps what the machine does with them
 * @param answers what the system answered to all events but the last
 * @param expected what it should have answered to the last one
 * @param found what it answered to the last one, or what it threw
 * @param <E> the events
 * @param <A> the answers
 */
public record Counterexample<E, A>(
    Machine machine,
    Projection<A> projection,
    List<E> events,
    List<MachineStep> steps,
    List<A> answers,
    A expected,
    String found) {

  /** Copies. */
  public Counterexample {
    events = List.copyOf(events);
    steps = List.copyOf(steps);
    answers = List.copyOf(answers);
  }

  /** The step of the machine with the last event. */
  public MachineStep last() {
    return steps.get(steps.size() - 1);
  }

  /** What should have been answered to the last event, in words. */
  String expectedText() {
    return projection.text(expected);
  }

  /** What differs, in a few lines. */
  public String summary() {
    return "after "
        + StepText.events(machine, steps.stream().map(MachineStep::event).toList())
        + "\n  expected  "
        + expectedText()
        + source(last())
        + "\n  found     "
        + found;
  }

  /** The list as numbered events, each with its answer and the line of the specification. */
  public String path() {
    int width = steps.stream().mapToInt(step -> event(step).text().length()).max().orElseThrow();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      String text = event(steps.get(i)).text();
      lines
          .append(String.format(Locale.ROOT, "%3d. %s", i + 1, text))
          .append(" ".repeat(width - text.length() + 1))
          .append(i < answers.size() ? projection.text(answers.get(i)) : "!! " + found)
          .append(source(steps.get(i)))
          .append('\n');
    }
    return lines.toString();
  }

  /** The list as a Mermaid sequence diagram. */
  public String mermaid() {
    StringBuilder diagram =
        new StringBuilder("sequenceDiagram\n  participant User\n  participant System as ")
            .append(machine.name())
            .append("\n  participant World\n");
    // Where the specification does not tell commands from facts, the user gives all events.
    boolean told = machine.events().stream().anyMatch(MachineEvent::command);
    for (int i = 0; i < steps.size(); i++) {
      MachineEvent event = event(steps.get(i));
      diagram
          .append(event.command() || !told ? "  User->>System: " : "  World->>System: ")
          .append(Mermaid.plain(event.text()))
          .append('\n')
          .append("  System-->>User: ")
          .append(Mermaid.plain(i < answers.size() ? projection.text(answers.get(i)) : found))
          .append('\n');
    }
    return diagram
        .append("  Note over User,World: expected ")
        .append(Mermaid.plain(expectedText()))
        .append('\n')
        .toString();
  }

  private MachineEvent event(MachineStep step) {
    return machine.events().get(step.event());
  }

  private static String source(MachineStep step) {
    return step.source().isEmpty() ? "" : "  (" + step.source() + ")";
  }

  /** The {@link #summary()}. */
  @Override
  public String toString() {
    return summary();
  }
}
