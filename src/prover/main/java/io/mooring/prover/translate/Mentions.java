package io.mooring.prover.translate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which definitions of a module an expression mentions, directly or through others. */
final class Mentions {

  private final Map<String, Definition> definitions = new HashMap<>();
  private final Map<String, Set<String>> known = new HashMap<>();

  Mentions(ModuleAst ast) {
    ast.definitions().forEach(each -> definitions.put(each.name(), each));
  }

  /** Whether an expression mentions one of these. */
  boolean any(Expr expression, Set<String> names) {
    Set<String> all = new HashSet<>();
    collect(expression, all);
    return all.stream().anyMatch(names::contains);
  }

  private void definition(String name, Set<String> all) {
    Definition found = definitions.get(name);
    if (found == null) {
      return;
    }
    Set<String> before = known.get(name);
    if (before == null) {
      // A recursive definition mentions no more than its other parts.
      known.put(name, Set.of(name));
      before = new HashSet<>(Set.of(name));
      collect(found.body(), before);
      known.put(name, before);
    }
    all.addAll(before);
  }

  private void collect(Expr expression, Set<String> all) {
    if (expression instanceof Expr.Apply apply) {
      if (apply.kind() == Expr.Kind.DEFINED) {
        definition(apply.operator(), all);
      }
      apply.args().forEach(each -> collect(each, all));
    } else if (expression instanceof Expr.Let let) {
      let.definitions().forEach(each -> collect(each.body(), all));
      collect(let.body(), all);
    } else if (expression instanceof Expr.Quantified quantified) {
      for (Expr.Bound each : quantified.bounds()) {
        if (each.set() != null) {
          collect(each.set(), all);
        }
      }
      collect(quantified.body(), all);
    } else if (expression instanceof Expr.Instantiated instance) {
      // What it says itself is written in another module.
      instance.substitutes().values().forEach(each -> collect(each, all));
    } else if (expression instanceof Expr.OperatorArgument operator) {
      if (operator.lambda() != null) {
        collect(operator.lambda().body(), all);
      } else {
        definition(operator.name(), all);
      }
    }
  }
}
