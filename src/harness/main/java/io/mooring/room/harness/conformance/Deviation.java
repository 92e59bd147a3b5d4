package io.mooring.room.harness.conformance;

import io.mooring.mbt.run.Mermaid;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An event list after which a connection answers otherwise than the specification. Immutable.
 *
 * @param events the events from the connection's creation; the last one shows it
 * @param steps what the specification does with them
 * @param scope what was looked at
 * @param answers what the connection answered to all events but the last
 * @param found what it answered to the last one, or what it threw
 */
public record Deviation(
    List<Event> events, List<Step> steps, Scope scope, List<Answer> answers, String found) {

  /** Copies. */
  public Deviation {
    events = List.copyOf(events);
    steps = List.copyOf(steps);
    answers = List.copyOf(answers);
  }

  /** What should have been answered to the last event. */
  public Answer expected() {
    return Answer.of(last()).within(scope);
  }

  /** The step that the specification takes with the last event. */
  Step last() {
    return steps.get(steps.size() - 1);
  }

  /** What differs, in a few lines. */
  public String summary() {
    return "after "
        + events.stream().map(Event::action).collect(Collectors.joining(", "))
        + "\n  expected  "
        + expected()
        + (last().source().isEmpty() ? "" : "  (" + last().source() + ")")
        + "\n  found     "
        + found;
  }

  /** The list as numbered steps with what was answered. */
  public String path() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < events.size(); i++) {
      String answer = i < answers.size() ? answers.get(i).toString() : "!! " + found;
      lines
          .append(
              String.format(Locale.ROOT, "%3d. %-22s %s", i + 1, events.get(i).action(), answer))
          .append('\n');
    }
    return lines.toString();
  }

  /** The list as a Mermaid sequence diagram. */
  public String mermaid() {
    StringBuilder diagram =
        new StringBuilder(
            """
            sequenceDiagram
              participant User
              participant Connection
              participant World
            """);
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      diagram
          .append(event.isCommand() ? "  User->>Connection: " : "  World->>Connection: ")
          .append(event.action())
          .append('\n')
          .append("  Connection-->>User: ")
          .append(Mermaid.plain(i < answers.size() ? answers.get(i).toString() : found))
          .append('\n');
    }
    return diagram
        .append("  Note over User,World: expected ")
        .append(Mermaid.plain(expected().toString()))
        .append('\n')
        .toString();
  }
}
