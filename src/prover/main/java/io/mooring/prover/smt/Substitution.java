package io.mooring.prover.smt;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Puts terms in the place of names. */
final class Substitution {

  private final Map<Term, Term> replacements;
  private final IdentityHashMap<Term, Term> done = new IdentityHashMap<>();

  /**
   * A substitution.
   *
   * @param replacements a term for each name; none of these terms has a name that is bound where it
   *     is put
   */
  Substitution(Map<Term, Term> replacements) {
    this.replacements = replacements;
  }

  Term in(Term term) {
    Term known = done.get(term);
    if (known == null) {
      known = made(term);
      done.put(term, known);
    }
    return known;
  }

  private Term made(Term term) {
    if (term.isSymbol()) {
      return replacements.getOrDefault(term, term);
    }
    if (Collections.disjoint(term.free(), replacements.keySet())) {
      return term;
    }
    List<Term> args = term.args().stream().map(this::in).toList();
    return Terms.rebuilt(term, args);
  }
}
