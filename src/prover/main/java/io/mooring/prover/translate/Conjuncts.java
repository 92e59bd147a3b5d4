package io.mooring.prover.translate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.prover.model.Obligation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** One conjunct, in its scope. */
  record Conjunct(Obligation.Claim claim, Expr expression, Scope scope) {

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
      if (name.kind() != kind || scope.get(name.operator()) != null) {
        return Optional.empty();
      }
      Scope.Passed stands = scope.module().substitute(name.operator());
      if (stands == null) {
        return Optional.of(name.operator());
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

  /** Whether a temporal formula is {@code [][A]_v}, which is about steps. */
  static boolean isAlwaysOfSteps(Expr formula) {
    return formula instanceof Expr.Apply box
        && box.operator().equals("[]")
        && box.args().get(0) instanceof Expr.Apply action
        && action.operator().equals("$SquareAct");
  }

  /** A predicate in one part; of {@code [][A]_v} what it says of a step. */
  Conjunct whole(Definition definition) {
    Expr body = definition.body();
    if (isAlwaysOfSteps(body)) {
      body = ((Expr.Apply) body).args().get(0);
    }
    return conjunct(definition.name(), body, root);
  }

  private void collect(String name, Expr expression, Scope scope, List<Conjunct> all) {
    if (expression instanceof Expr.Apply apply) {
      if (apply.kind() == Expr.Kind.BUILTIN
          && (apply.operator().equals("$ConjList") || apply.operator().equals("\\land"))) {
        apply.args().forEach(each -> collect(name, each, scope, all));
        return;
      }
      Optional<Definition> found =
          apply.kind() == Expr.Kind.DEFINED && scope.get(apply.operator()) == null
              ? scope.module().definition(apply.operator())
              : Optional.empty();
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
    all.add(conjunct(name, expression, scope));
  }

  private static Conjunct conjunct(String name, Expr expression, Scope scope) {
    return new Conjunct(new Obligation.Claim(name, expression.span()), expression, scope);
  }
}
