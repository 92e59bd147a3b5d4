package io.mooring.prover.smt;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts terms in the place of names. */
final class Substitution {

  private final Map<Term, Term> replacements;
  private final FreeSymbols free = new FreeSymbols();
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
    Set<Term> mentioned = new HashSet<>(free.of(term));
    mentioned.retainAll(replacements.keySet());
    if (mentioned.isEmpty()) {
      return term;
    }
    List<Term> args = term.args().stream().map(this::in).toList();
    return Terms.rebuilt(term, args);
  }
}
