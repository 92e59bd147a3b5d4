package io.mooring.checker.mutate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import java.util.ArrayList;
import java.util.List;

/** Walks the parts of an expression and the names in it. */
final class References {

  private References() {}

  /** The expressions that stand directly in an expression, in the order of the text. */
  static List<Expr> children(Expr expression) {
    if (expression instanceof Expr.Apply apply) {
      return apply.args();
    }
    List<Expr> children = new ArrayList<>();
    if (expression instanceof Expr.Let let) {
      let.definitions().stream().map(Definition::body).forEach(children::add);
      children.add(let.body());
    } else if (expression instanceof Expr.Quantified quantified) {
      for (Expr.Bound bound : quantified.bounds()) {
        if (bound.set() != null) {
          children.add(bound.set());
        }
      }
      children.add(quantified.body());
    }
    return children;
  }

  /** Every expression in an expression, itself included. */
  static List<Expr> all(Expr expression) {
    List<Expr> all = new ArrayList<>();
    add(expression, all);
    return all;
  }

  private static void add(Expr expression, List<Expr> all) {
    all.add(expression);
    children(expression).forEach(child -> add(child, all));
  }
}
