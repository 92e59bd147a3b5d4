package io.mooring.prover.translate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.prover.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A module as it is used: the root, or an instance of another one, in which the declared names
 * stand for expressions of the module that instantiates it.
 */
final class ModuleScope {

  private final ModuleAst ast;
  private final Map<String, Definition> definitions = new HashMap<>();
  private final Map<String, Expr> substitutes;
  private final @Nullable Scope home;
  private final Map<String, Value> constants = new HashMap<>();

  ModuleScope(ModuleAst ast, Map<String, Expr> substitutes, @Nullable Scope home) {
    this.ast = ast;
    this.substitutes = substitutes;
    this.home = home;
    ast.definitions().forEach(each -> definitions.put(each.name(), each));
  }

  ModuleAst ast() {
    return ast;
  }

  Optional<Definition> definition(String name) {
    return Optional.ofNullable(definitions.get(name));
  }

  /** What a declared name stands for; null in the root, where it stands for itself. */
  Scope.@Nullable Passed substitute(String name) {
    Expr expression = substitutes.get(name);
    return expression == null || home == null ? null : new Scope.Passed(expression, home);
  }

  /** The values of constant definitions that have been evaluated. */
  Map<String, Value> constants() {
    return constants;
  }
}
