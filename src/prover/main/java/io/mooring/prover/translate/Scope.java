package io.mooring.prover.translate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.prover.value.Functions;
import io.mooring.prover.value.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What names mean at a place: those that binders, parameters and {@code LET}s introduce, and those
 * of the module around them.
 */
final class Scope {

  /** The meaning of a name. */
  sealed interface Meaning {}

  /** A value that a binder has given. */
  record Bound(Value value) implements Meaning {}

  /** An argument, evaluated where it is used: a prime around a use is a prime around it. */
  record Passed(Expr argument, Scope scope) implements Meaning {}

  /** A definition of a {@code LET}, or an operator that is passed as an argument. */
  record Defined(Definition definition, Supplier<Scope> scope) implements Meaning {}

  private final ModuleScope module;
  private final Map<String, Meaning> names;

  private Scope(ModuleScope module, Map<String, Meaning> names) {
    this.module = module;
    this.names = Collections.unmodifiableMap(names);
  }

  /** The names of a module alone. */
  static Scope of(ModuleScope module) {
    return new Scope(module, Map.of());
  }

  /** The names of an instance's body: its own module's, and the parameters of the definition. */
  Scope in(ModuleScope instance) {
    return new Scope(instance, names);
  }

  ModuleScope module() {
    return module;
  }

  /** Whether it is of the same module, used in the same way. */
  boolean isSameModule(Scope other) {
    return module == other.module;
  }

  /** Whether it has no names but those of the module. */
  boolean hasNoNames() {
    return names.isEmpty();
  }

  @Nullable Meaning get(String name) {
    return names.get(name);
  }

  Scope with(String name, Meaning meaning) {
    Map<String, Meaning> more = new HashMap<>(names);
    more.put(name, meaning);
    return new Scope(module, more);
  }

  Scope with(String name, Value value) {
    return with(name, new Bound(value));
  }

  /** With the names of a tuple for the values at its places. */
  Scope with(List<String> tuple, Value value) {
    Scope inner = this;
    for (int i = 0; i < tuple.size(); i++) {
      inner =
          inner.with(
              tuple.get(i),
              Functions.apply(value, Value.integer(i + 1L), "the tuple of " + tuple.get(i)));
    }
    return inner;
  }

  /** With the definitions of a {@code LET}, which may use each other. */
  Scope with(List<Definition> definitions) {
    Map<String, Meaning> all = new HashMap<>(names);
    Scope[] whole = new Scope[1];
    for (Definition each : definitions) {
      all.put(each.name(), new Defined(each, () -> whole[0]));
    }
    whole[0] = new Scope(module, all);
    return whole[0];
  }

  /** The scope of a definition's body, with its parameters bound to arguments of this scope. */
  Scope call(Definition definition, List<Expr> arguments, Scope home) {
    Scope inner = home;
    for (int i = 0; i < arguments.size(); i++) {
      inner = inner.with(definition.parameters().get(i), passed(arguments.get(i)));
    }
    return inner;
  }

  private Meaning passed(Expr argument) {
    if (argument instanceof Expr.OperatorArgument operator) {
      Definition lambda = operator.lambda();
      if (lambda != null) {
        return new Defined(lambda, () -> this);
      }
      Meaning known = names.get(operator.name());
      if (known != null) {
        return known;
      }
      return module
          .definition(operator.name())
          .<Meaning>map(found -> new Defined(found, () -> of(module)))
          .orElseThrow(
              () ->
                  new UntranslatableException(
                      "the operator " + operator.name() + " as an argument", operator.span()));
    }
    return new Passed(argument, this);
  }
}
