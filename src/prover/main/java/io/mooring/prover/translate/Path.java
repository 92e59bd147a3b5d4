package io.mooring.prover.translate;

import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import io.mooring.prover.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One way through an action: when it can be taken, and what the variables are afterwards.
 *
 * @param guard what must hold
 * @param next the values of the variables after the step, as far as the action has said
 * @param chosen the names of the values that the step may choose
 */
record Path(Term guard, Map<String, Value> next, List<Term> chosen) {

  /** The way that says nothing yet. */
  static final Path BEGIN = new Path(Terms.TRUE, Map.of(), List.of());

  /** Copies the collections. */
  Path {
    next = Collections.unmodifiableMap(new LinkedHashMap<>(next));
    chosen = List.copyOf(chosen);
  }

  Path when(Term condition) {
    return new Path(Terms.and(guard, condition), next, chosen);
  }

  Path with(String variable, Value value) {
    Map<String, Value> more = new LinkedHashMap<>(next);
    more.put(variable, value);
    return new Path(guard, more, chosen);
  }

  Path choosing(List<Term> names) {
    List<Term> more = new ArrayList<>(chosen);
    more.addAll(names);
    return new Path(guard, next, more);
  }

  boolean isPossible() {
    return !guard.isFalse();
  }
}
