package io.mooring.checker.tlc;

import java.util.List;
import java.util.Optional;

/**
 * What a check looks at on every state and step, beside what its configuration asks for.
 *
 * @param observed a safety property of which the result says whether it is violated, without
 *     stopping at a violation
 * @param vacuity whether to look for a witness of every antecedent, and for actions that never fire
 * @param witnesses state and action predicates of which the result says whether each is true
 *     somewhere
 * @param sought a state or action predicate with which the check ends, at the first state or step
 *     that makes it true; nothing else is checked then
 */
public record Watching(
    Optional<String> observed, boolean vacuity, List<String> witnesses, Optional<String> sought) {

  /** Looks at nothing. */
  static final Watching NOTHING =
      new Watching(Optional.empty(), false, List.of(), Optional.empty());

  /** Looks for what a run never exercises. */
  static final Watching VACUITY = new Watching(Optional.empty(), true, List.of(), Optional.empty());

  /** Copies the witnesses. */
  public Watching {
    witnesses = List.copyOf(witnesses);
  }

  Watching observing(String property) {
    return new Watching(Optional.of(property), vacuity, witnesses, sought);
  }

  Watching withVacuity(boolean wanted) {
    return new Watching(observed, wanted, witnesses, sought);
  }

  Watching witnessing(List<String> predicates) {
    return new Watching(observed, vacuity, predicates, sought);
  }

  Watching seeking(String predicate) {
    return new Watching(observed, false, witnesses, Optional.of(predicate));
  }
}
