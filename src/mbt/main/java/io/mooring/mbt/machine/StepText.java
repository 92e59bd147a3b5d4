package io.mooring.mbt.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Steps and their outputs in words, as every report writes them. */
public final class StepText {

  private StepText() {}

  /** One line: {@code LOCKED --Insert(coin = 2)--> UNLOCKED [runs RELEASE_ARM]}. */
  public static String step(Machine machine, MachineStep step) {
    return machine.locations().get(step.from())
        + " --"
        + machine.events().get(step.event())
        + "--> "
        + machine.locations().get(step.to())
        + " ["
        + outputs(machine, step.outputs())
        + "]";
  }

  /**
   * The outputs: an outcome unless it is {@code taken}, a code unless it is that of the initial
   * state, notifications, effects; {@code silent} if there is nothing to say.
   */
  public static String outputs(Machine machine, Outputs outputs) {
    List<String> parts = new ArrayList<>();
    if (!outputs.outcome().equals(Outputs.TAKEN)) {
      parts.add(outputs.outcome());
    }
    if (!outputs.code().equals(machine.initial().outputs().code())) {
      outputs.code().ifPresent(code -> parts.add("returns " + code + " " + code.value()));
    }
    if (!outputs.notifications().isEmpty()) {
      parts.add(
          outputs.notifications().stream()
              .map(StepText::notification)
              .collect(Collectors.joining(" ", "notifies ", "")));
    }
    if (!outputs.effects().isEmpty()) {
      parts.add(
          outputs.effects().stream()
              .map(Constant::toString)
              .collect(Collectors.joining(", ", "runs ", "")));
    }
    return parts.isEmpty() ? "silent" : String.join("; ", parts);
  }

  /** A notification in words: {@code (OPEN, TOO_MANY_FAILURES, true)}. */
  public static String notification(Map<String, Constant> notification) {
    return notification.values().stream()
        .map(Constant::toString)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Events in words, separated by commas. */
  public static String events(Machine machine, List<Integer> events) {
    return events.isEmpty()
        ? "(no event)"
        : events.stream()
            .map(event -> machine.events().get(event).text())
            .collect(Collectors.joining(", "));
  }
}
