package io.mooring.prover.translate;

import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.prover.model.Possibility;
import io.mooring.prover.smt.Query;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import io.mooring.prover.value.Context;
import io.mooring.prover.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What must be possible, lest a proof is about nothing: a step of each action, the premise of each
 * implication that is proven, and a state in which each sequence is not empty.
 */
final class Possibilities {

  private final Specification specification;
  private final String invariant;
  private final List<Path> steps = new ArrayList<>();
  private final Set<SourceSpan> premises = new HashSet<>();
  private final List<Asked> all = new ArrayList<>();

  /** A possibility, and a query that some values satisfy exactly if it is one. */
  record Asked(Possibility possibility, Query query) {}

  Possibilities(Specification specification, String invariant) {
    this.specification = specification;
    this.invariant = invariant;
  }

  /** All of them, in the order of the module. */
  List<Asked> all(Behaviour behaviour, List<String> properties) {
    Disjuncts disjuncts = new Disjuncts(specification.primes());
    for (Disjuncts.Disjunct action : disjuncts.of(behaviour.next(), specification.root())) {
      List<Path> paths =
          Context.knowing(
              facts(),
              () -> specification.steps().of(action, specification.root(), specification.now()));
      steps.addAll(paths);
      add(
          new Possibility(Possibility.Kind.ACTION, action.name(), action.expression().span()),
          Terms.or(paths.stream().map(Path::guard).toList()));
    }
    Conjuncts conjuncts = specification.conjuncts();
    conjuncts.of(specification.definition(invariant)).forEach(this::premise);
    PropertyParts parts = new PropertyParts(conjuncts);
    for (String each : properties) {
      parts.of(specification.definition(each)).forEach(part -> premise(part.conjunct()));
    }
    for (ModuleAst.Declaration each : specification.ast().variables()) {
      if (specification.now().get(each.name()) instanceof Value.Seq seq) {
        add(
            new Possibility(Possibility.Kind.NOT_EMPTY, each.name(), each.span()),
            Terms.atMost(Terms.number(1), seq.length()));
      }
    }
    return all;
  }

  private List<Term> facts() {
    return specification.sound().stream().map(Query.Assertion::term).toList();
  }

  private void add(Possibility possibility, Term condition) {
    List<Query.Assertion> assertions = new ArrayList<>(specification.sound());
    assertions.add(new Query.Assertion("it is possible", condition));
    Query query = new Query(possibility.toString(), specification.atoms().texts(), assertions);
    all.add(new Asked(possibility, query.certain().orElse(query)));
  }

  private void premise(Conjuncts.Conjunct conjunct) {
    premise(conjunct.expression())
        .filter(premise -> premises.add(premise.span()))
        .ifPresent(
            premise ->
                add(
                    new Possibility(
                        Possibility.Kind.PREMISE, conjunct.claim().name(), premise.span()),
                    Context.knowing(facts(), () -> satisfied(premise, conjunct.scope()))));
  }

  private Term satisfied(Expr premise, Scope scope) {
    Evaluator evaluator = specification.evaluator();
    if (!specification.primes().in(premise, scope)) {
      return evaluator.condition(premise, scope, new Moment(specification.now(), null));
    }
    return Terms.or(
        steps.stream()
            .map(
                each ->
                    Terms.and(
                        each.guard(),
                        Context.knowing(
                            each.guard(),
                            () ->
                                evaluator.condition(
                                    premise, scope, new Moment(specification.now(), each.next())))))
            .toList());
  }

  /** The premise of an implication; of one for all values, that it is satisfied for some. */
  private static Optional<Expr> premise(Expr expression) {
    if (expression instanceof Expr.Apply apply && apply.kind() == Expr.Kind.BUILTIN) {
      return switch (apply.operator()) {
        case "=>" -> Optional.of(apply.args().get(0));
        case "$SquareAct" -> premise(apply.args().get(0));
        default -> Optional.empty();
      };
    }
    if (expression instanceof Expr.Quantified every
        && every.quantifier() == Expr.Quantifier.FOR_ALL) {
      return premise(every.body())
          .map(
              premise ->
                  new Expr.Quantified(
                      Expr.Quantifier.EXISTS, every.bounds(), premise, premise.span()));
    }
    return Optional.empty();
  }
}
