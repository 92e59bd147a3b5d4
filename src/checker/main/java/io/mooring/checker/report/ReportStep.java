package io.mooring.checker.report;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.ValueNames;
import java.util.List;
import java.util.Optional;

/**
 * A step of a behaviour.
 *
 * @param action the action, with its parameters if it has any; {@code Init} for the first state
 * @param place the place of the action, if the checker knows it
 * @param changes what is different after it, an equation each; of the first state, everything
 * @param values the variables that it changes with their whole values, for a reader who wants to
 *     see the state; of the first state, everything
 */
public record ReportStep(
    String action, Optional<Place> place, List<String> changes, List<Value> values) {

  /** Copies the lists. */
  public ReportStep {
    changes = List.copyOf(changes);
    values = List.copyOf(values);
  }

  /**
   * The value of a variable after a step.
   *
   * @param variable its name
   * @param value its value; empty if it has none any more
   * @param names the names of its values
   */
  public record Value(String variable, Optional<TlaValue> value, ValueNames names) {

    /** {@return the value as people write it; empty if there is none} */
    public String text() {
      return value.map(names::text).orElse("");
    }
  }

  /** A step of which the changes alone are known. */
  public ReportStep(String action, Optional<Place> place, List<String> changes) {
    this(action, place, changes, List.of());
  }
}
