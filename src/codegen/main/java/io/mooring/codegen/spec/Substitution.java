package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The body of a definition with its arguments in place of its parameters. */
final class Substitution {

  private final Map<String, Expr> arguments = new HashMap<>();

  private Substitution(Definition definition, List<Expr> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      this.arguments.put(definition.parameters().get(i), arguments.get(i));
    }
  }

  static Expr of(Definition definition, List<Expr> arguments) {
    return new Substitution(definition, arguments).in(definition.body());
  }

  private Expr in(Expr expression) {
    if (expression instanceof Expr.Apply apply) {
      Expr argument = arguments.get(apply.operator());
      return apply.kind() == Expr.Kind.PARAMETER && argument != null
          ? argument
          : new Expr.Apply(
              apply.operator(),
              apply.kind(),
              apply.definedIn(),
              apply.args().stream().map(this::in).toList(),
              apply.span());
    }
    if (expression instanceof Expr.Quantified quantified) {
      return new Expr.Quantified(
          quantified.quantifier(),
          quantified.bounds().stream().map(this::in).toList(),
          in(quantified.body()),
          quantified.span());
    }
    return expression;
  }

  private Expr.Bound in(Expr.Bound bound) {
    Expr set = bound.set();
    return new Expr.Bound(bound.names(), bound.tuple(), set == null ? null : in(set));
  }
}
