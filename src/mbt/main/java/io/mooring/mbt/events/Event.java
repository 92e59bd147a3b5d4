package io.mooring.mbt.events;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.mbt.tlc.SpecAction;
import java.util.List;
import java.util.Map;

/**
 * What a line of a trace says; lines that say the same are one object.
 *
 * @param text it in words
 * @param actions the actions of which one happened
 * @param within whether some of them are definitions below the next-state relation: then the step
 *     must be one of that relation too
 * @param step whether it names an action at all; otherwise any happened, or none
 * @param impossible why there is no such action with these arguments
 * @param shown the variables after it
 * @param holds what is true after it
 */
record Event(
    String text,
    List<SpecAction> actions,
    boolean within,
    boolean step,
    List<String> impossible,
    Map<String, Given> shown,
    List<Condition> holds) {

  /** A predicate, by its number, with the values of the fields that it mentions. */
  record Condition(int number, Map<String, TlaValue> arguments, String text) {}

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return text;
  }
}
