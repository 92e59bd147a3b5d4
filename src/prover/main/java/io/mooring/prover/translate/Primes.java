package io.mooring.prover.translate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import java.util.IdentityHashMap;
import java.util.List;

/** Which expressions say something of the next state. */
final class Primes {

  private final Modules modules;
  private final IdentityHashMap<Definition, Boolean> known = new IdentityHashMap<>();

  Primes(Modules modules) {
    this.modules = modules;
  }

  /** Whether an expression mentions a primed variable that is not within {@code ENABLED}. */
  boolean in(Expr expression, Scope scope) {
    if (expression instanceof Expr.Apply apply) {
      return switch (apply.operator()) {
        case "'", "UNCHANGED", "$SquareAct", "$AngleAct" -> apply.kind() == Expr.Kind.BUILTIN;
        case "ENABLED" -> false;
        default -> any(apply.args(), scope) || operator(apply, scope);
      };
    }
    if (expression instanceof Expr.Let let) {
      Scope inner = scope.with(let.definitions());
      return in(let.body(), inner)
          || let.definitions().stream().anyMatch(each -> in(each.body(), inner));
    }
    if (expression instanceof Expr.Quantified quantified) {
      return in(quantified.body(), hidden(quantified, scope))
          || quantified.bounds().stream()
              .anyMatch(each -> each.set() != null && in(each.set(), scope));
    }
    if (expression instanceof Expr.Instantiated instance) {
      return in(instance.body(), scope.in(modules.instance(instance, scope)));
    }
    return expression instanceof Expr.OperatorArgument operator
        && operator.lambda() != null
        && in(operator.lambda().body(), scope);
  }

  private boolean any(List<Expr> expressions, Scope scope) {
    return expressions.stream().anyMatch(each -> in(each, scope));
  }

  /** A name that is bound here means a value, whatever it meant outside. */
  private static Scope hidden(Expr.Quantified quantified, Scope scope) {
    Scope inner = scope;
    for (Expr.Bound bound : quantified.bounds()) {
      for (String name : bound.names()) {
        inner = inner.with(name, new io.mooring.prover.value.Value.Unknown(name));
      }
    }
    return inner;
  }

  private boolean operator(Expr.Apply apply, Scope scope) {
    if (apply.kind() == Expr.Kind.BUILTIN) {
      return false;
    }
    Scope.Meaning meaning = scope.get(apply.operator());
    if (meaning instanceof Scope.Passed passed) {
      return in(passed.argument(), passed.scope());
    }
    if (meaning instanceof Scope.Defined defined) {
      return in(defined.definition(), defined.scope().get());
    }
    if (meaning != null || apply.kind() != Expr.Kind.DEFINED) {
      return false;
    }
    return scope
        .module()
        .definition(apply.operator())
        .map(found -> in(found, Scope.of(scope.module())))
        .orElse(false);
  }

  private boolean in(Definition definition, Scope home) {
    Boolean before = known.get(definition);
    if (before == null) {
      // A recursive definition says no more than its other parts.
      known.put(definition, false);
      before = in(definition.body(), home);
      known.put(definition, before);
    }
    return before;
  }
}
