package io.mooring.checker.distributed;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.ConfigFile;
import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.TlcException;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds temporal properties by their operators, before anything is loaded: several processes
 * together do not decide them. A property in which none is found may still be one.
 */
final class TemporalProperties {

  private static final Set<String> OPERATORS = Set.of("<>", "~>", "-+->", "$WF", "$SF");

  private final ModuleAst module;
  private final Set<String> entered = new HashSet<>();

  private TemporalProperties(ModuleAst module) {
    this.module = module;
  }

  /** Whether a check has one for certain. */
  static boolean isIn(CheckRequest request, ModuleAst module) throws TlcException {
    TemporalProperties search = new TemporalProperties(module);
    return ConfigFile.read(request.config()).checked().stream()
        .filter(name -> !request.without().contains(name))
        .anyMatch(search::isTemporal);
  }

  private boolean isTemporal(String name) {
    return entered.add(name) && module.definition(name).map(this::isTemporal).orElse(false);
  }

  private boolean isTemporal(Definition definition) {
    return isTemporal(definition.body());
  }

  private boolean isTemporal(Expr expression) {
    if (expression instanceof Expr.Apply apply) {
      return OPERATORS.contains(apply.operator())
          || isTemporal(apply.operator())
          || apply.args().stream().anyMatch(this::isTemporal);
    }
    if (expression instanceof Expr.Quantified quantified) {
      return isTemporal(quantified.body());
    }
    if (expression instanceof Expr.Let let) {
      return isTemporal(let.body()) || let.definitions().stream().anyMatch(this::isTemporal);
    }
    return expression instanceof Expr.Instantiated instance && isTemporal(instance.body());
  }
}
