package io.mooring.prover.translate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The actions of a next-state relation: its disjuncts, by the names of their definitions. */
final class Disjuncts {

  private final Primes primes;

  Disjuncts(Primes primes) {
    this.primes = primes;
  }

  /**
   * One action.
   *
   * @param through the definitions that lead to it from the next-state relation, that one first
   * @param besides what every step must satisfy too, in the scope of the module
   */
  record Disjunct(
      String name, List<String> through, Expr expression, Scope scope, List<Expr> besides) {}

  /**
   * Those of a relation; of {@code Next /\ B}, where {@code B} says what a variable for the proof
   * alone is afterwards, those of {@code Next}, each with {@code B} besides.
   */
  List<Disjunct> of(Definition next, Scope root) {
    List<Disjunct> all = new ArrayList<>();
    if (next.body() instanceof Expr.Apply whole
        && whole.kind() == Expr.Kind.BUILTIN
        && (whole.operator().equals("$ConjList") || whole.operator().equals("\\land"))
        && whole.args().get(0) instanceof Expr.Apply first
        && defined(first, root).isPresent()) {
      List<Disjunct> alone = new ArrayList<>();
      collect(List.of(next.name()), first, root, alone);
      List<Expr> besides = whole.args().subList(1, whole.args().size());
      alone.forEach(
          each ->
              all.add(
                  new Disjunct(
                      each.name(), each.through(), each.expression(), each.scope(), besides)));
    } else {
      collect(List.of(next.name()), next.body(), root, all);
    }
    return all;
  }

  private void collect(List<String> through, Expr expression, Scope scope, List<Disjunct> all) {
    if (expression instanceof Expr.Apply apply) {
      if (apply.kind() == Expr.Kind.BUILTIN
          && (apply.operator().equals("$DisjList") || apply.operator().equals("\\lor"))) {
        apply.args().forEach(each -> collect(through, each, scope, all));
        return;
      }
      Optional<Definition> found = defined(apply, scope);
      if (found.isPresent()) {
        List<String> longer = new ArrayList<>(through);
        longer.add(found.get().name());
        collect(
            longer,
            found.get().body(),
            scope.call(found.get(), apply.args(), Scope.of(scope.module())),
            all);
        return;
      }
    }
    if (expression instanceof Expr.Quantified some && some.quantifier() == Expr.Quantifier.EXISTS) {
      quantified(through, some, scope, all);
      return;
    }
    all.add(new Disjunct(last(through), through, expression, scope, List.of()));
  }

  /** {@code \E x \in S : A \/ B} has two actions. */
  private void quantified(
      List<String> through, Expr.Quantified some, Scope scope, List<Disjunct> all) {
    if (some.body() instanceof Expr.Apply apply
        && apply.kind() == Expr.Kind.BUILTIN
        && (apply.operator().equals("$DisjList") || apply.operator().equals("\\lor"))) {
      for (Expr each : apply.args()) {
        quantified(
            through,
            new Expr.Quantified(some.quantifier(), some.bounds(), each, each.span()),
            scope,
            all);
      }
      return;
    }
    String inner =
        some.body() instanceof Expr.Apply use && defined(use, scope).isPresent()
            ? use.operator()
            : last(through);
    all.add(new Disjunct(inner, through, some, scope, List.of()));
  }

  private static String last(List<String> names) {
    return names.get(names.size() - 1);
  }

  private Optional<Definition> defined(Expr.Apply apply, Scope scope) {
    return apply.kind() == Expr.Kind.DEFINED && scope.get(apply.operator()) == null
        ? scope.module().definition(apply.operator()).filter(each -> primes.in(each.body(), scope))
        : Optional.empty();
  }
}
