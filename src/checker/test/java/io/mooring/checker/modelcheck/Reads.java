package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds where a variable is read: used without a prime, other than to say which steps count ({@code
 * _vars}). A step that keeps a variable ({@code UNCHANGED}) reads it, unless that is excluded.
 */
final class Reads {

  private final ModuleAst module;
  private final String variable;
  private final Map<String, ModuleAst> instances;
  private final boolean keepingCounts;
  private final Set<String> visited = new HashSet<>();
  private final List<String> places = new ArrayList<>();

  private Reads(
      ModuleAst module, String variable, Map<String, ModuleAst> instances, boolean keepingCounts) {
    this.module = module;
    this.variable = variable;
    this.instances = instances;
    this.keepingCounts = keepingCounts;
  }

  static Reads of(ModuleAst module, String variable) {
    return new Reads(module, variable, Map.of(), true);
  }

  /**
   * Finds what does more than keep the variable.
   *
   * @param instances for each instance the module that it is of; it must give all variables their
   *     own names
   */
  static Reads otherThanToKeep(
      ModuleAst module, String variable, Map<String, ModuleAst> instances) {
    return new Reads(module, variable, instances, false);
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
      case "UNCHANGED" -> {
        if (keepingCounts) {
          apply.args().forEach(this::walk);
        }
      }
      default -> {
        if (apply.kind() == Expr.Kind.VARIABLE && apply.operator().equals(variable)) {
          places.add(apply.span().line());
        }
        if (apply.kind() == Expr.Kind.DEFINED && visited.add(apply.operator())) {
          definition(apply.operator());
        }
        apply.args().forEach(this::walk);
      }
    }
  }

  private void definition(String name) {
    int bang = name.indexOf('!');
    ModuleAst instance = bang < 0 ? null : instances.get(name.substring(0, bang));
    if (instance == null) {
      module.definition(name).map(Definition::body).ifPresent(this::walk);
    } else {
      places.addAll(
          new Reads(instance, variable, Map.of(), keepingCounts).places(name.substring(bang + 1)));
    }
  }
}
