package io.mooring.mbt.driver;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.mbt.tlc.SpecAction;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was observed of one step.
 *
 * @param action the action, with the arguments that the implementation chose; empty at the
 *     beginning
 * @param kind what became of it
 * @param shown what was shown afterwards
 */
record Observation(Optional<SpecAction> action, Outcome.Kind kind, Map<String, TlaValue> shown) {

  @Override
  public String toString() {
    String what =
        action.isEmpty()
            ? "the beginning"
            : action.get()
                + switch (kind) {
                  case APPLIED -> "";
                  case REFUSED -> ", refused";
                  case IGNORED -> ", ignored";
                  case UNKNOWN -> ", which maybe happened";
                };
    return shown.isEmpty() ? what : what + ", showing " + new TreeMap<>(shown);
  }
}
