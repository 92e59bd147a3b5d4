package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Searches a specification for constructs that the checker in use evaluates wrongly.
 *
 * <p>Errs on the safe side: where the text does not say what a function is, it counts as the bad
 * kind.
 */
final class ConstructScan {

  private static final Set<String> LARGE =
      Set.of("$SetOfFcns", "SUBSET", "Seq", "Nat", "Int", "STRING");

  private final Map<Construct, Canary> faults = new EnumMap<>(Construct.class);

  ConstructScan(List<Canary> present) {
    for (Canary canary : present) {
      canary.construct().ifPresent(construct -> faults.put(construct, canary));
    }
  }

  /** One message for each use, with its place. */
  List<String> uses(ModuleAst ast) {
    if (faults.isEmpty()) {
      return List.of();
    }
    Found found = new Found(ast);
    for (Definition definition : ast.definitions()) {
      walk(definition.body(), found);
    }
    ast.assumptions().forEach(assumption -> walk(assumption, found));
    List<String> uses = new ArrayList<>();
    found.excepts.forEach(use -> add(Construct.EXCEPT_OF_CONSTRUCTOR, use, uses));
    if (found.largeDomain) {
      found.indexed.forEach(use -> add(Construct.EXCEPT_OVER_LARGE_DOMAIN, use, uses));
    }
    found.compared.forEach(use -> add(Construct.FUNCTION_SETS_COMPARED, use, uses));
    return uses;
  }

  private void add(Construct construct, Expr use, List<String> uses) {
    Canary canary = faults.get(construct);
    if (canary != null) {
      uses.add(
          String.format(
              Locale.ROOT,
              "%s: uses %s, which this checker gets wrong (canary %s)",
              use.span().line(),
              construct.text(),
              canary.name()));
    }
  }

  /** The constructs of one specification. */
  private static final class Found {
    final ModuleAst ast;
    final List<Expr> excepts = new ArrayList<>();
    final List<Expr> indexed = new ArrayList<>();
    final List<Expr> compared = new ArrayList<>();
    boolean largeDomain;

    Found(ModuleAst ast) {
      this.ast = ast;
    }
  }

  private static void walk(Expr expression, Found found) {
    if (expression instanceof Expr.Apply apply) {
      look(apply, found);
      apply.args().forEach(arg -> walk(arg, found));
    } else if (expression instanceof Expr.Let let) {
      let.definitions().forEach(definition -> walk(definition.body(), found));
      walk(let.body(), found);
    } else if (expression instanceof Expr.Quantified quantified) {
      boolean function =
          quantified.quantifier() == Expr.Quantifier.FUNCTION
              || quantified.quantifier() == Expr.Quantifier.RECURSIVE_FUNCTION;
      for (Expr.Bound bound : quantified.bounds()) {
        Expr set = bound.set();
        if (set != null) {
          found.largeDomain |= function && mentions(set, found, new HashSet<>());
          walk(set, found);
        }
      }
      walk(quantified.body(), found);
    }
  }

  private static void look(Expr.Apply apply, Found found) {
    boolean comparison = apply.operator().equals("=") || apply.operator().equals("/=");
    if (comparison && apply.args().stream().anyMatch(arg -> isApply(arg, "$SetOfFcns"))) {
      found.compared.add(apply);
    }
    if (apply.operator().equals("$Except") && isIndexed(apply)) {
      found.indexed.add(apply);
      if (!isVariable(apply.args().get(0))) {
        found.excepts.add(apply);
      }
    }
  }

  /** Whether an {@code EXCEPT} replaces {@code ![a]} and not only {@code !.field}. */
  private static boolean isIndexed(Expr.Apply except) {
    return except.args().stream()
        .skip(1)
        .filter(Expr.Apply.class::isInstance)
        .map(pair -> ((Expr.Apply) pair).args().get(0))
        .filter(Expr.Apply.class::isInstance)
        .flatMap(path -> ((Expr.Apply) path).args().stream())
        .anyMatch(index -> !(index instanceof Expr.Str));
  }

  private static boolean isVariable(Expr expression) {
    return expression instanceof Expr.Apply name && name.kind() == Expr.Kind.VARIABLE;
  }

  private static boolean isApply(Expr expression, String operator) {
    return expression instanceof Expr.Apply apply && apply.operator().equals(operator);
  }

  /** Whether a set is built with one of some operators, here or in a definition that it names. */
  private static boolean mentions(Expr expression, Found found, Set<String> visited) {
    if (!(expression instanceof Expr.Apply apply)) {
      return false;
    }
    if (LARGE.contains(apply.operator())) {
      return true;
    }
    boolean defined =
        apply.kind() == Expr.Kind.DEFINED
            && visited.add(apply.operator())
            && found
                .ast
                .definition(apply.operator())
                .filter(definition -> mentions(definition.body(), found, visited))
                .isPresent();
    return defined || apply.args().stream().anyMatch(arg -> mentions(arg, found, visited));
  }
}
