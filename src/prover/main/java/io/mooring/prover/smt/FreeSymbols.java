package io.mooring.prover.smt;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names in terms that no quantifier binds. */
final class FreeSymbols {

  private final IdentityHashMap<Term, Set<Term>> known = new IdentityHashMap<>();

  /** Those of a term, in the order in which it mentions them. */
  Set<Term> of(Term term) {
    Set<Term> found = known.get(term);
    if (found == null) {
      found = new LinkedHashSet<>();
      if (term.isSymbol()) {
        found.add(term);
      }
      for (Term arg : term.args()) {
        found.addAll(of(arg));
      }
      found.removeAll(new HashSet<>(term.bound()));
      known.put(term, found);
    }
    return found;
  }
}
