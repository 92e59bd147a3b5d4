package io.mooring.prover.translate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where behaviours begin and which steps they take: the parts of {@code Init /\ [][Next]_v}.
 *
 * @param initial the initial predicate
 * @param next the definition of the next-state relation
 */
record Behaviour(Expr initial, Definition next) {

  /**
   * The behaviours of a specification; what it says of fairness is left out, since no invariant
   * depends on it.
   */
  static Behaviour of(ModuleAst ast, Definition specification) {
    List<Expr> initial = new ArrayList<>();
    List<Definition> next = new ArrayList<>();
    collect(ast, specification.body(), initial, next);
    if (initial.isEmpty() || next.size() != 1) {
      throw new UntranslatableException(
          specification.name() + " is not of the form Init /\\ [][Next]_vars",
          "write it so, with a name for Next",
          specification.span());
    }
    Expr first = initial.get(0);
    Expr whole =
        initial.size() == 1
            ? first
            : new Expr.Apply("\\land", Expr.Kind.BUILTIN, null, initial, first.span());
    return new Behaviour(whole, next.get(0));
  }

  /** The conjuncts of the initial predicate, as they are written. */
  List<Expr> initially() {
    return initial instanceof Expr.Apply whole
            && !whole.args().isEmpty()
            && whole.span().equals(whole.args().get(0).span())
        ? whole.args()
        : List.of(initial);
  }

  private static void collect(
      ModuleAst ast, Expr expression, List<Expr> initial, List<Definition> next) {
    if (!(expression instanceof Expr.Apply apply)) {
      initial.add(expression);
      return;
    }
    Definition definition = named(ast, apply);
    switch (apply.operator()) {
      case "$ConjList", "\\land" -> apply.args().forEach(each -> collect(ast, each, initial, next));
      case "[]" -> {
        if (apply.args().get(0) instanceof Expr.Apply box
            && box.operator().equals("$SquareAct")
            && box.args().get(0) instanceof Expr.Apply action
            && named(ast, action) != null) {
          next.add(java.util.Objects.requireNonNull(named(ast, action)));
        }
      }
      case "$WF", "$SF" -> {}
      default -> {
        if (definition != null && definition.level() == 3) {
          collect(ast, definition.body(), initial, next);
        } else if (definition == null || definition.level() < 3) {
          initial.add(apply);
        }
      }
    }
  }

  private static @Nullable Definition named(ModuleAst ast, Expr.Apply apply) {
    return apply.kind() == Expr.Kind.DEFINED && apply.args().isEmpty()
        ? ast.definition(apply.operator()).orElse(null)
        : null;
  }
}
