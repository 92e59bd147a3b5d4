package io.mooring.prover.smt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A query without quantifiers that is implied by one with them: what must hold for all is required
 * for the places alone that the query speaks of, and what exists gets a name. If no values satisfy
 * it, none satisfy the query. The converse does not hold.
 */
public final class Instances {

  private static final int ROUNDS = 3;
  private static final int MOST_PLACES = 24;

  private final Map<String, Set<Term>> places = new LinkedHashMap<>();
  private int named;

  private Instances() {}

  /**
   * The query without quantifiers.
   *
   * @return empty if it has none, or if one is over functions, or stands where it is needed both
   *     ways
   */
  public static Optional<Query> of(Query query) {
    if (query.assertions().stream().allMatch(each -> each.term().depth() == 0)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Instances().in(query));
    } catch (NotByPlacesException impossible) {
      return Optional.empty();
    }
  }

  private Query in(Query query) {
    List<Query.Assertion> named = new ArrayList<>();
    for (Query.Assertion each : query.assertions()) {
      named.add(new Query.Assertion(each.comment(), witnessed(each.term(), true)));
    }
    named.forEach(each -> collect(each.term(), new LinkedHashSet<>()));
    List<Query.Assertion> instances = List.of();
    for (int round = 0; round < ROUNDS; round++) {
      int before = count();
      instances = new ArrayList<>();
      for (Query.Assertion each : named) {
        instances.add(new Query.Assertion(each.comment(), instance(each.term(), true)));
      }
      instances.forEach(each -> collect(each.term(), new LinkedHashSet<>()));
      if (count() == before) {
        break;
      }
    }
    return new Query(query.title(), query.atoms(), instances);
  }

  /** Gives a name to what exists. */
  private Term witnessed(Term term, boolean positive) {
    if (term.depth() == 0) {
      return term;
    }
    if (term.form() == Term.Form.QUANTIFIED) {
      if (term.name().equals("forall") == positive) {
        return term;
      }
      return witnessed(term.body(this::witness), positive);
    }
    boolean isChoice =
        switch (term.name()) {
          case "ite" -> true;
          case "or", "=>" -> positive;
          case "and" -> !positive;
          default -> false;
        };
    if (!isChoice) {
      return through(term, positive, this::witnessed);
    }
    // One alternative suffices, so what exists in one and what exists in another share a name.
    int before = named;
    int[] last = {named};
    Term choice =
        through(
            term,
            positive,
            (each, isPositive) -> {
              named = before;
              Term one = witnessed(each, isPositive);
              last[0] = Math.max(last[0], named);
              return one;
            });
    named = last[0];
    return choice;
  }

  private Term witness(Term name) {
    String kind = name.sort().equals(Sort.INT) ? "any!" : "any " + name.sort().text() + "!";
    return Terms.symbol(kind + ++named, name.sort());
  }

  /** Requires for the known places what must hold for all. */
  private Term instance(Term term, boolean positive) {
    if (term.depth() == 0) {
      return term;
    }
    if (term.form() != Term.Form.QUANTIFIED) {
      return through(term, positive, this::instance);
    }
    List<Term> all = new ArrayList<>();
    instances(term, term.bound(), Map.of(), positive, all);
    return positive ? Terms.and(all) : Terms.or(all);
  }

  private void instances(
      Term quantified, List<Term> names, Map<Term, Term> chosen, boolean positive, List<Term> all) {
    if (names.isEmpty()) {
      Term body = new Substitution(chosen).in(quantified.args().get(0));
      // What exists within, for each place, gets a name of its own.
      all.add(instance(witnessed(body, positive), positive));
      return;
    }
    Term first = names.get(0);
    for (Term value : values(first, quantified.args().get(0))) {
      Map<Term, Term> more = new HashMap<>(chosen);
      more.put(first, value);
      instances(quantified, names.subList(1, names.size()), more, positive, all);
    }
  }

  private interface Step {
    Term apply(Term term, boolean positive);
  }

  private static Term through(Term term, boolean positive, Step step) {
    List<Term> args = term.args();
    return switch (term.name()) {
      case "not" -> Terms.not(step.apply(args.get(0), !positive));
      case "and" -> Terms.and(args.stream().map(each -> step.apply(each, positive)).toList());
      case "or" -> Terms.or(args.stream().map(each -> step.apply(each, positive)).toList());
      case "=>" ->
          Terms.implies(step.apply(args.get(0), !positive), step.apply(args.get(1), positive));
      case "ite" -> {
        if (args.get(0).depth() > 0) {
          throw new NotByPlacesException();
        }
        yield Terms.ite(
            args.get(0), step.apply(args.get(1), positive), step.apply(args.get(2), positive));
      }
      default -> throw new NotByPlacesException();
    };
  }

  /** The values for a bound name: the places, known by now, of the arrays that it is a place of. */
  private Collection<Term> values(Term name, Term body) {
    if (name.sort().equals(Sort.BOOL)) {
      return List.of(Terms.TRUE, Terms.FALSE);
    }
    if (!name.sort().equals(Sort.INT)) {
      throw new NotByPlacesException();
    }
    Set<Term> values = new LinkedHashSet<>();
    boolean[] isPlace = {false};
    selects(
        body,
        new HashSet<>(),
        (array, place) -> {
          Term distance = Terms.minus(place, name);
          if (distance.isNumber()) {
            isPlace[0] = true;
            places
                .getOrDefault(array, Set.of())
                .forEach(each -> values.add(Terms.minus(each, distance)));
          }
        });
    if (!isPlace[0]) {
      places.values().forEach(values::addAll);
    }
    return values;
  }

  private int count() {
    return places.values().stream().mapToInt(Set::size).sum();
  }

  private interface Visitor {
    void select(String array, Term place);
  }

  /** Visits the places of arrays, each array by its name. */
  private static void selects(Term term, Set<Term> seen, Visitor visitor) {
    if (!seen.add(term)) {
      return;
    }
    if (term.is("select") && term.args().get(1).sort().equals(Sort.INT)) {
      StringBuilder array = new StringBuilder();
      Term of = term.args().get(0);
      while (of.is("select")) {
        array.append('[');
        of = of.args().get(0);
      }
      // The names on which a value depends that is left open are no places.
      if (!of.name().startsWith(Query.OPEN)) {
        visitor.select(array.append(of.name()).toString(), term.args().get(1));
      }
    }
    term.args().forEach(each -> selects(each, seen, visitor));
  }

  /** Collects the places of arrays that a term speaks of, as far as no name in them is bound. */
  private void collect(Term term, Set<Term> seen) {
    selects(
        term,
        seen,
        (array, place) -> {
          Set<Term> known = places.computeIfAbsent(array, each -> new LinkedHashSet<>());
          if (known.size() < MOST_PLACES && isFree(place)) {
            known.add(place);
          }
        });
  }

  private boolean isFree(Term term) {
    return term.free().stream().noneMatch(each -> each.name().startsWith("?"));
  }

  /** A quantifier that is needed both ways, or is over something that is no place. */
  private static final class NotByPlacesException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
