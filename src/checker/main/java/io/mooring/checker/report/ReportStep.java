package io.mooring.checker.report;

import java.util.List;
import java.util.Optional;

/**
 * A step of a behaviour.
 *
 * @param action the action, with its parameters if it has any; {@code Init} for the first state
 * @param place the place of the action, if the checker knows it
 * @param changes what is different after it, an equation each; of the first state, everything
 */
public record ReportStep(String action, Optional<Place> place, List<String> changes) {

  /** Copies the list. */
  public ReportStep {
    changes = List.copyOf(changes);
  }
}
