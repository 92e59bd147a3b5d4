package io.mooring.checker.tlc;

import java.util.List;
import java.util.Optional;

/**
 * The formulas that a check evaluates on every state and step beside its configuration.
 *
 * @param observed a safety property of which the result says whether it is violated, without
 *     stopping at a violation
 * @param vacuity whether to look for a witness of every antecedent, and for actions that never fire
 * @param witnesses state and action predicates of which the result says whether each is true
 *     somewhere
 * @param sought a state or action predicate with which the check ends, at the first state or step
 *     that makes it true; nothing else is checked then
 * @param counted state and action predicates of which the result says how many states or steps make
 *     them true; nothing else is checked then
 */
public record Probes(
    Optional<String> observed,
    boolean vacuity,
    List<String> witnesses,
    Optional<String> sought,
    List<String> counted) {

  /** Looks at nothing. */
  public static final Probes NOTHING =
      new Probes(Optional.empty(), false, List.of(), Optional.empty(), List.of());

  /** Looks for what a run never exercises. */
  static final Probes VACUITY =
      new Probes(Optional.empty(), true, List.of(), Optional.empty(), List.of());

  /** Copies the witnesses. */
  public Probes {
    witnesses = List.copyOf(witnesses);
    counted = List.copyOf(counted);
  }

  Probes observing(String property) {
    return new Probes(Optional.of(property), vacuity, witnesses, sought, counted);
  }

  Probes withVacuity(boolean wanted) {
    return new Probes(observed, wanted, witnesses, sought, counted);
  }

  Probes witnessing(List<String> predicates) {
    return new Probes(observed, vacuity, predicates, sought, counted);
  }

  Probes seeking(String predicate) {
    return new Probes(observed, false, witnesses, Optional.of(predicate), List.of());
  }

  Probes counting(List<String> predicates) {
    return new Probes(observed, false, witnesses, Optional.empty(), predicates);
  }

  /** Whether the run searches for predicates, and leaves the configuration's properties out. */
  public boolean searches() {
    return sought.isPresent() || !counted.isEmpty();
  }
}
