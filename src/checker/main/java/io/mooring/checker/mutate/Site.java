package io.mooring.checker.mutate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import org.jspecify.annotations.Nullable;

/**
 * An expression at its place in what a specification does.
 *
 * @param definition the definition that contains it
 * @param expression the expression
 * @param parent the expression around it; null for the whole body of the definition
 * @param role what the place makes of it
 * @param initial whether it is a part of the initial predicate
 */
record Site(
    Definition definition, Expr expression, @Nullable Site parent, Role role, boolean initial) {

  /** The role of the expression at a site. */
  enum Role {
    /** A conjunct of the whole specification: initial predicate, steps, fairness. */
    TEMPORAL,
    /** A formula that says which steps or initial states there are. */
    FORMULA,
    /** A truth value that something depends on. */
    CONDITION,
    /** Any other value. */
    VALUE,
    /** A name only: a field, a variable that is assigned, a subscript. */
    FIXED
  }

  /** The site of a part of this expression. */
  Site child(Expr part, Role childRole) {
    return new Site(definition, part, this, childRole, initial);
  }

  /** The same as a part of the initial predicate. */
  Site asInitial() {
    return new Site(definition, expression, parent, Role.FORMULA, true);
  }

  /** Whether the expression is an application of one of some operators. */
  boolean is(String... operators) {
    return expression instanceof Expr.Apply apply && isOneOf(apply.operator(), operators);
  }

  /** Whether the expression around it is an application of one of some operators. */
  boolean isIn(String... operators) {
    return parent != null && parent.is(operators);
  }

  private static boolean isOneOf(String operator, String... operators) {
    for (String each : operators) {
      if (each.equals(operator)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the place wants a truth value. */
  boolean isTruth() {
    return role == Role.FORMULA || role == Role.CONDITION;
  }
}
