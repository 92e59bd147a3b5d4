package io.mooring.prover.translate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.prover.model.Obligation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The conjuncts of a predicate, each with the definition that it is written in. */
final class Conjuncts {

  private final Modules modules;
  private final Scope root;

  Conjuncts(Modules modules, Scope root) {
    this.modules = modules;
    this.root = root;
  }

  /** That a name is an element of a set. */
  record Membership(String name, Expr set) {}

  /**
   * One conjunct, in its scope.
   *
   * @param written what stands in the module; of {@code P => A /\ B}, of which {@code P => A} is a
   *     conjunct, all of it
   */
  record Conjunct(Obligation.Claim claim, Expr expression, Scope scope, Expr written) {

    /** The declared name of which this conjunct says what set it is in. */
    Optional<Membership> membership(Expr.Kind kind) {
      if (expression instanceof Expr.Apply member
          && (member.operator().equals("\\in") || member.operator().equals("\\subseteq"))
          && member.args().get(0) instanceof Expr.Apply name
          && name.args().isEmpty()) {
        return named(name, scope, kind)
            .map(
                found ->
                    new Membership(
                        found,
                        member.operator().equals("\\in")
                            ? member.args().get(1)
                            : new Expr.Apply(
                                "SUBSET",
                                Expr.Kind.BUILTIN,
                                null,
                                List.of(member.args().get(1)),
                                member.span())));
      }
      return Optional.empty();
    }

    /** The declared name of which this conjunct says what it is. */
    Optional<Membership> equality(Expr.Kind kind) {
      return expression instanceof Expr.Apply equal
              && equal.operator().equals("=")
              && equal.args().get(0) instanceof Expr.Apply name
              && name.args().isEmpty()
          ? named(name, scope, kind).map(found -> new Membership(found, equal.args().get(1)))
          : Optional.empty();
    }

    private static Optional<String> named(Expr.Apply name, Scope scope, Expr.Kind kind) {
      Scope.Meaning meaning = scope.get(name.operator());
      Scope.Passed stands =
          meaning instanceof Scope.Passed passed
              ? passed
              : scope.module().substitute(name.operator());
      if (stands == null) {
        return meaning == null && name.kind() == kind
            ? Optional.of(name.operator())
            : Optional.empty();
      }
      return stands.argument() instanceof Expr.Apply other && other.args().isEmpty()
          ? named(other, stands.scope(), kind)
          : Optional.empty();
    }
  }

  List<Conjunct> of(Definition definition) {
    return of(definition.name(), definition.body());
  }

  List<Conjunct> of(String name, Expr expression) {
    List<Conjunct> all = new ArrayList<>();
    collect(name, expression, root, all);
    return all;
  }

  /** What a temporal formula {@code [][A]_v} says of a step; empty if it is another one. */
  static Optional<Expr> alwaysOfSteps(Expr formula) {
    return formula instanceof Expr.Apply box
            && box.operator().equals("[]")
            && box.args().get(0) instanceof Expr.Apply action
            && action.operator().equals("$SquareAct")
        ? Optional.of(action)
        : Optional.empty();
  }

  static boolean isConjunction(Expr.Apply apply) {
    return apply.kind() == Expr.Kind.BUILTIN
        && (apply.operator().equals("$ConjList") || apply.operator().equals("\\land"));
  }

  /** A predicate in one part. */
  Conjunct whole(String name, Expr predicate) {
    return conjunct(name, predicate, root, predicate);
  }

  /** The definition that an expression of the root module is a use of. */
  Optional<Definition> definition(Expr.Apply use) {
    return defined(use, root);
  }

  private static Optional<Definition> defined(Expr.Apply use, Scope scope) {
    return use.kind() == Expr.Kind.DEFINED && scope.get(use.operator()) == null
        ? scope.module().definition(use.operator())
        : Optional.empty();
  }

  private void collect(String name, Expr expression, Scope scope, List<Conjunct> all) {
    if (expression instanceof Expr.Apply apply) {
      if (isConjunction(apply)) {
        apply.args().forEach(each -> collect(name, each, scope, all));
        return;
      }
      Optional<Definition> found = defined(apply, scope);
      if (found.isPresent()) {
        Scope inner = scope.call(found.get(), apply.args(), Scope.of(scope.module()));
        collect(apply.operator(), found.get().body(), inner, all);
        return;
      }
    }
    if (expression instanceof Expr.Instantiated instance) {
      collect(name, instance.body(), scope.in(modules.instance(instance, scope)), all);
      return;
    }
    parts(expression).forEach(each -> all.add(conjunct(name, each, scope, expression)));
  }

  /** {@code P => A /\ B} has two parts, and so has {@code \A x \in S : A /\ B}. */
  private static List<Expr> parts(Expr expression) {
    if (expression instanceof Expr.Apply apply) {
      if (isConjunction(apply)) {
        return apply.args().stream().flatMap(each -> parts(each).stream()).toList();
      }
      if (apply.kind() == Expr.Kind.BUILTIN && apply.operator().equals("=>")) {
        return whole(
            expression,
            parts(apply.args().get(1)),
            part ->
                new Expr.Apply(
                    apply.operator(),
                    apply.kind(),
                    apply.definedIn(),
                    List.of(apply.args().get(0), part),
                    part.span()));
      }
    }
    if (expression instanceof Expr.Quantified every
        && every.quantifier() == Expr.Quantifier.FOR_ALL) {
      return whole(
          expression,
          parts(every.body()),
          part -> new Expr.Quantified(every.quantifier(), every.bounds(), part, part.span()));
    }
    if (expression instanceof Expr.Let let) {
      return whole(
          expression,
          parts(let.body()),
          part -> new Expr.Let(let.definitions(), part, part.span()));
    }
    return List.of(expression);
  }

  /** Each part within what is around it; what has one part alone remains as it is. */
  private static List<Expr> whole(Expr expression, List<Expr> parts, UnaryOperator<Expr> around) {
    return parts.size() == 1 ? List.of(expression) : parts.stream().map(around).toList();
  }

  private static Conjunct conjunct(String name, Expr expression, Scope scope, Expr written) {
    return new Conjunct(new Obligation.Claim(name, expression.span()), expression, scope, written);
  }
}
