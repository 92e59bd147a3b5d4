package io.mooring.room.codegen.modelcheck;

import io.mooring.room.codegen.tlc.Definition;
import io.mooring.room.codegen.tlc.Expr;
import io.mooring.room.codegen.tlc.ModuleAst;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds where a variable is read: used without a prime, other than to say which steps count ({@code
 * _vars}).
 */
final class Reads {

  private final ModuleAst module;
  private final String variable;
  private final Set<String> visited = new HashSet<>();
  private final List<String> places = new ArrayList<>();

  private Reads(ModuleAst module, String variable) {
    this.module = module;
    this.variable = variable;
  }

  static Reads of(ModuleAst module, String variable) {
    return new Reads(module, variable);
  }

  /** Where a definition, or one that it uses, reads the variable. */
  List<String> places(String definition) {
    walk(module.definition(definition).orElseThrow().body());
    return places;
  }

  private void walk(Expr expression) {
    if (expression instanceof Expr.Apply apply) {
      apply(apply);
    } else if (expression instanceof Expr.Let let) {
      let.definitions().forEach(each -> walk(each.body()));
      walk(let.body());
    } else if (expression instanceof Expr.Quantified quantified) {
      for (Expr.Bound bound : quantified.bounds()) {
        if (bound.set() != null) {
          walk(bound.set());
        }
      }
      walk(quantified.body());
    } else if (expression instanceof Expr.Unsupported unknown) {
      throw new AssertionError(unknown.span().line() + ": cannot tell what is read");
    }
  }

  private void apply(Expr.Apply apply) {
    switch (apply.operator()) {
      case "'" -> {
        // The value after the step.
      }
      case "$SquareAct", "$AngleAct" -> walk(apply.args().get(0));
      case "$WF", "$SF" -> walk(apply.args().get(1));
      default -> {
        if (apply.kind() == Expr.Kind.VARIABLE && apply.operator().equals(variable)) {
          places.add(apply.span().line());
        }
        if (apply.kind() == Expr.Kind.DEFINED && visited.add(apply.operator())) {
          module.definition(apply.operator()).map(Definition::body).ifPresent(this::walk);
        }
        apply.args().forEach(this::walk);
      }
    }
  }
}
