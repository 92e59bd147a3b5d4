package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.codegen.model.Moment;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the names and the primes of an expression mean where it stands.
 *
 * @param meanings of the bound names
 * @param view which states can be looked at
 * @param primed whether the expression stands under a prime
 * @param names Java names that binders have taken in this property or helper
 */
record ExpressionScope(Map<String, Meaning> meanings, View view, boolean primed, JavaNames names) {

  /** Which states an expression can look at. */
  enum View {
    /** None. */
    CONSTANT,
    /** The one that an invariant is about. */
    INVARIANT,
    /** The one that a helper is evaluated in. */
    STATE,
    /** Both of a step. */
    STEP
  }

  /** What a name stands for. */
  sealed interface Meaning {}

  /** A name that a quantifier binds. */
  record Bound(TypedExpr draft) implements Meaning {}

  /** A parameter of a helper. */
  record Parameter(TypedExpr draft) implements Meaning {}

  /** An argument that is put in the place of a parameter, as it stands in its own scope. */
  record Passed(Expr argument, ExpressionScope scope) implements Meaning {}

  /** A definition of a {@code LET}, as it stands in its own scope. */
  static final class Local implements Meaning {
    private final Definition definition;
    private @Nullable ExpressionScope scope;

    Local(Definition definition) {
      this.definition = definition;
    }

    Definition definition() {
      return definition;
    }

    ExpressionScope scope() {
      return java.util.Objects.requireNonNull(scope);
    }
  }

  /** Copies the meanings. */
  ExpressionScope {
    meanings = Collections.unmodifiableMap(new HashMap<>(meanings));
  }

  static ExpressionScope of(View view) {
    return new ExpressionScope(Map.of(), view, false, new JavaNames("before", "after", "at"));
  }

  ExpressionScope with(String name, Meaning meaning) {
    Map<String, Meaning> more = new HashMap<>(meanings);
    more.put(name, meaning);
    return new ExpressionScope(more, view, primed, names);
  }

  /** This scope with the definitions of a {@code LET}. */
  ExpressionScope with(java.util.List<Definition> definitions) {
    ExpressionScope inner = this;
    java.util.List<Local> locals = new java.util.ArrayList<>();
    for (Definition definition : definitions) {
      Local local = new Local(definition);
      inner = inner.with(definition.name(), local);
      locals.add(local);
    }
    for (Local local : locals) {
      local.scope = inner;
    }
    return inner;
  }

  ExpressionScope prime() {
    return new ExpressionScope(meanings, view, true, names);
  }

  ExpressionScope seenAs(View newView) {
    return new ExpressionScope(meanings, newView, false, names);
  }

  /** This scope, looking at the states that another one looks at. */
  ExpressionScope lookingLike(ExpressionScope other) {
    return new ExpressionScope(meanings, other.view, primed || other.primed, other.names);
  }

  /** The state that a variable here is of; null if there is none. */
  @Nullable Moment moment() {
    return switch (view) {
      case CONSTANT -> null;
      case INVARIANT -> primed ? null : Moment.AFTER;
      case STATE -> primed ? null : Moment.AT;
      case STEP -> primed ? Moment.AFTER : Moment.BEFORE;
    };
  }
}
