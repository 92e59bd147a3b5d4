package io.mooring.prover.translate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.prover.model.Obligation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a property says of initial states, of all states and of steps: a predicate of states, {@code
 * [][A]_v}, or a conjunction of these, in which a predicate is about initial states.
 */
final class PropertyParts {

  private static final int ACTION = 2;
  private static final int TEMPORAL = 3;
  private static final Set<String> OF_BEHAVIOURS =
      Set.of("[]", "<>", "~>", "$WF", "$SF", "$TemporalExists", "$TemporalForall", "\\leadsto");

  private final Conjuncts conjuncts;

  /**
   * A part.
   *
   * @param kind which obligations it gives
   */
  record Part(Obligation.Kind kind, Conjuncts.Conjunct conjunct) {}

  PropertyParts(Conjuncts conjuncts) {
    this.conjuncts = conjuncts;
  }

  /** The parts of a property, in the order of its text. */
  List<Part> of(Definition property) {
    if (property.level() < ACTION) {
      return all(Obligation.Kind.IMPLIED, conjuncts.of(property));
    }
    if (property.level() == ACTION) {
      return List.of(
          new Part(
              Obligation.Kind.STEP_PROPERTY, conjuncts.whole(property.name(), property.body())));
    }
    List<Part> parts = new ArrayList<>();
    for (Expr each : conjunction(property.body())) {
      Optional<Expr> always = Conjuncts.alwaysOfSteps(each);
      if (always.isPresent()) {
        parts.add(
            new Part(
                Obligation.Kind.STEP_PROPERTY, conjuncts.whole(property.name(), always.get())));
      } else if (isOfBehaviours(each)) {
        throw new UntranslatableException(
            property.name() + " is about whole behaviours",
            "an inductive invariant proves predicates of states, and [][A]_v",
            property.span());
      } else {
        parts.addAll(all(Obligation.Kind.INITIAL_PROPERTY, conjuncts.of(property.name(), each)));
      }
    }
    return parts;
  }

  private static List<Part> all(Obligation.Kind kind, List<Conjuncts.Conjunct> conjuncts) {
    return conjuncts.stream().map(each -> new Part(kind, each)).toList();
  }

  private static List<Expr> conjunction(Expr formula) {
    return formula instanceof Expr.Apply apply && Conjuncts.isConjunction(apply)
        ? apply.args().stream().flatMap(each -> conjunction(each).stream()).toList()
        : List.of(formula);
  }

  private boolean isOfBehaviours(Expr formula) {
    if (!(formula instanceof Expr.Apply apply)) {
      return false;
    }
    return apply.kind() == Expr.Kind.BUILTIN
        ? OF_BEHAVIOURS.contains(apply.operator())
            || apply.args().stream().anyMatch(this::isOfBehaviours)
        : conjuncts.definition(apply).filter(each -> each.level() == TEMPORAL).isPresent();
  }
}
