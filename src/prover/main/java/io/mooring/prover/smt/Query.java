package io.mooring.prover.smt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A question to a solver: whether some values of the names satisfy all assertions at once. An
 * obligation is proven if none do.
 *
 * @param title what is asked, on one line
 * @param atoms what the numbers of strings and model values stand for
 * @param assertions what must hold
 */
public record Query(String title, Map<Integer, String> atoms, List<Assertion> assertions) {

  /**
   * One assertion.
   *
   * @param comment where it comes from, on one line
   * @param term what must hold
   */
  public record Assertion(String comment, Term term) {}

  /** Copies the collections. */
  public Query {
    atoms = Collections.unmodifiableMap(new LinkedHashMap<>(atoms));
    assertions = List.copyOf(assertions);
  }

  /** The names that it mentions. */
  public Set<Term> symbols() {
    FreeSymbols free = new FreeSymbols();
    Set<Term> all = new LinkedHashSet<>();
    assertions.forEach(each -> all.addAll(free.of(each.term())));
    return all;
  }

  /** This query with one more assertion. */
  public Query with(Assertion more) {
    List<Assertion> all = new ArrayList<>(assertions);
    all.add(more);
    return new Query(title, atoms, all);
  }

  /**
   * This query without some of its assertions.
   *
   * @param which their positions, from 0
   */
  public Query without(Set<Integer> which) {
    List<Assertion> rest = new ArrayList<>();
    for (int i = 0; i < assertions.size(); i++) {
      if (!which.contains(i)) {
        rest.add(assertions.get(i));
      }
    }
    return new Query(title, atoms, rest);
  }

  /** The whole text, which any solver for SMT-LIB 2 reads; the same for the same query. */
  public String text() {
    StringBuilder text = new StringBuilder("; ").append(title).append('\n');
    atoms.forEach(
        (number, name) ->
            text.append("; ").append(number).append(" is ").append(name).append('\n'));
    text.append("(set-logic ALL)\n");
    Set<Term> symbols = symbols();
    List<Term> sorted = new ArrayList<>(symbols);
    sorted.sort(java.util.Comparator.comparing(Term::name));
    for (Term symbol : sorted) {
      text.append("(declare-fun ")
          .append(SmtText.quoted(symbol.name()))
          .append(" () ")
          .append(symbol.sort().text())
          .append(")\n");
    }
    SmtText terms = new SmtText(symbols);
    assertions.forEach(each -> terms.count(each.term()));
    for (Assertion each : assertions) {
      String term = terms.text(each.term());
      text.append("; ").append(each.comment()).append('\n');
      text.append(terms.definitions());
      text.append("(assert ").append(term).append(")\n");
    }
    return text.append("(check-sat)\n").toString();
  }
}
