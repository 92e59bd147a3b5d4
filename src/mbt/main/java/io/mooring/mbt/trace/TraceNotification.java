package io.mooring.mbt.trace;

import io.mooring.codegen.model.Value;
import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.StepText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A notification as a trace has it.
 *
 * @param number its number among those of the machine's steps; -1 if no step has it
 * @param fields its fields, in the order of the machine
 * @param unknown the names of the fields whose value the machine does not know
 */
public record TraceNotification(int number, Map<String, Constant> fields, List<String> unknown) {

  /** Copies the names. */
  public TraceNotification {
    unknown = List.copyOf(unknown);
  }

  /** The notification in words: {@code (OPEN, TOO_MANY_FAILURES, TRUE)}. */
  @Override
  public String toString() {
    return StepText.notification(fields);
  }

  /** What the machine does not know of it, with values instead of names. */
  String unknownText() {
    List<String> parts = new ArrayList<>();
    unknown.forEach(name -> parts.add(name + " " + plain(name)));
    return fields.keySet().stream().map(this::plain).collect(Collectors.joining(", ", "(", ")"))
        + " has a code that the specification does not know: "
        + String.join(" and ", parts);
  }

  /** A field by its name in the machine, or by its value if that has none; empty without it. */
  public String name(String field) {
    Constant constant = fields.get(field);
    return constant == null ? "" : constant.name();
  }

  /** The value of a field as the specification has it. */
  String plain(String field) {
    Constant constant = fields.get(field);
    Value value = constant == null ? new Value.Str("") : constant.value();
    return value.word();
  }
}
