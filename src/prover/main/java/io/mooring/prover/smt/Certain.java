package io.mooring.prover.smt;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * What holds whatever the values are that are left open: for each condition one without these
 * names, which implies it for all of them. The converse does not hold.
 */
final class Certain {

  private final IdentityHashMap<Term, Term> holding = new IdentityHashMap<>();
  private final IdentityHashMap<Term, Term> failing = new IdentityHashMap<>();
  private final IdentityHashMap<Term, Known> knowing = new IdentityHashMap<>();

  /**
   * A term without values that are left open.
   *
   * @param condition where it is the same, whatever they are
   */
  private record Known(Term condition, Term value) {}

  /** That a condition holds. */
  Term holds(Term condition) {
    if (!mentionsOpen(condition)) {
      return condition;
    }
    Term known = holding.get(condition);
    if (known == null) {
      known = decided(condition, true);
      holding.put(condition, known);
    }
    return known;
  }

  /** That a condition does not hold. */
  private Term fails(Term condition) {
    if (!mentionsOpen(condition)) {
      return Terms.not(condition);
    }
    Term known = failing.get(condition);
    if (known == null) {
      known = decided(condition, false);
      failing.put(condition, known);
    }
    return known;
  }

  private boolean mentionsOpen(Term term) {
    return term.free().stream().anyMatch(Certain::isOpen);
  }

  private static boolean isOpen(Term symbol) {
    return symbol.name().startsWith(Query.OPEN);
  }

  private Term decided(Term term, boolean holds) {
    List<Term> args = term.args();
    if (term.form() == Term.Form.QUANTIFIED) {
      Term body = args.get(0);
      return holds
          ? Terms.rebuilt(term, List.of(holds(body)))
          : Terms.not(Terms.rebuilt(term, List.of(Terms.not(fails(body)))));
    }
    return switch (term.name()) {
      case "not" -> holds ? fails(args.get(0)) : holds(args.get(0));
      case "and", "or" -> {
        List<Term> each = args.stream().map(one -> holds ? holds(one) : fails(one)).toList();
        yield term.is("and") == holds ? Terms.and(each) : Terms.or(each);
      }
      case "=>" ->
          holds
              ? Terms.or(fails(args.get(0)), holds(args.get(1)))
              : Terms.and(holds(args.get(0)), fails(args.get(1)));
      case "ite" -> {
        Term then = holds ? holds(args.get(1)) : fails(args.get(1));
        Term otherwise = holds ? holds(args.get(2)) : fails(args.get(2));
        yield Terms.or(
            Terms.and(holds(args.get(0)), then), Terms.and(fails(args.get(0)), otherwise));
      }
      default -> {
        Known known = parts(term);
        yield Terms.and(known.condition(), holds ? known.value() : Terms.not(known.value()));
      }
    };
  }

  private Known known(Term term) {
    if (!mentionsOpen(term)) {
      return new Known(Terms.TRUE, term);
    }
    Known known = knowing.get(term);
    if (known == null) {
      known = made(term);
      knowing.put(term, known);
    }
    return known;
  }

  private Known made(Term term) {
    if (term.sort().equals(Sort.BOOL)) {
      return new Known(Terms.or(holds(term), fails(term)), holds(term));
    }
    if (!term.is("ite")) {
      return parts(term);
    }
    Term chosen = holds(term.args().get(0));
    Known then = known(term.args().get(1));
    Known otherwise = known(term.args().get(2));
    Term condition =
        Terms.or(
            Terms.and(chosen, then.condition()),
            Terms.and(fails(term.args().get(0)), otherwise.condition()));
    return new Known(
        condition,
        then.condition().isFalse()
            ? otherwise.value()
            : otherwise.condition().isFalse()
                ? then.value()
                : Terms.ite(chosen, then.value(), otherwise.value()));
  }

  /** An operator whose arguments are known; a name that is left open is never. */
  private Known parts(Term term) {
    if (term.isSymbol()) {
      return new Known(Terms.FALSE, term);
    }
    List<Term> conditions = new ArrayList<>();
    List<Term> values = new ArrayList<>();
    for (Term each : term.args()) {
      Known known = known(each);
      conditions.add(known.condition());
      values.add(known.value());
    }
    Term condition = Terms.and(conditions);
    return new Known(condition, condition.isFalse() ? term : Terms.rebuilt(term, values));
  }
}
