package io.mooring.mbt.run;

import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.machine.StepText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What can be seen of a system after an event. Values are given as booleans, integers, strings or
 * constants and records of generated Java. Immutable.
 *
 * @param variables what the system shows of its variables, by the names of the specification
 * @param code what a command returned; empty if nothing is known of it
 * @param notifications what the system notified its listeners of because of the event, in order
 * @param effects what it did because of the event, in order
 */
public record Answer(
    Map<String, Constant> variables,
    Optional<Constant> code,
    List<Map<String, Constant>> notifications,
    List<Constant> effects) {

  /** Copies. */
  public Answer {
    variables = Collections.unmodifiableMap(new TreeMap<>(variables));
    notifications = List.copyOf(notifications);
    effects = List.copyOf(effects);
  }

  /** An answer that shows nothing. */
  public static Answer silent() {
    return new Answer(Map.of(), Optional.empty(), List.of(), List.of());
  }

  /** An answer that shows the value of one variable. */
  public static Answer of(String variable, Object value) {
    return silent().with(variable, value);
  }

  /** The answer with the value of one more variable. */
  public Answer with(String variable, Object value) {
    Map<String, Constant> more = new TreeMap<>(variables);
    more.put(variable, JavaMachine.constant(value));
    return new Answer(more, code, notifications, effects);
  }

  /** The answer with what the command returned. */
  public Answer returning(Object other) {
    return new Answer(variables, Optional.of(JavaMachine.constant(other)), notifications, effects);
  }

  /** The answer with what listeners were notified of: records of generated Java. */
  public Answer notifying(List<?> others) {
    return new Answer(variables, code, others.stream().map(JavaMachine::fields).toList(), effects);
  }

  /** The answer with what the system did. */
  public Answer running(Object... others) {
    return new Answer(
        variables, code, notifications, Arrays.stream(others).map(JavaMachine::constant).toList());
  }

  /** The variables, and in brackets code, notifications and effects. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    code.ifPresent(each -> parts.add("returns " + each));
    if (!notifications.isEmpty()) {
      parts.add(
          notifications.stream()
              .map(StepText::notification)
              .collect(Collectors.joining(" ", "notifies ", "")));
    }
    if (!effects.isEmpty()) {
      parts.add(
          effects.stream().map(Constant::toString).collect(Collectors.joining(", ", "runs ", "")));
    }
    String shown =
        variables.entrySet().stream()
            .map(each -> each.getKey() + " = " + each.getValue())
            .collect(Collectors.joining(", "));
    return shown + " [" + (parts.isEmpty() ? "silent" : String.join("; ", parts)) + "]";
  }
}
