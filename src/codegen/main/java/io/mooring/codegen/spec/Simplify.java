package io.mooring.codegen.spec;

import io.mooring.codegen.model.Expression;
import java.util.ArrayList;
import java.util.List;

/** Conditions without operands that decide nothing. */
final class Simplify {

  private static final Expression TRUE = new Expression.BoolLiteral(true);
  private static final Expression FALSE = new Expression.BoolLiteral(false);

  private Simplify() {}

  static Expression not(Expression operand) {
    if (operand instanceof Expression.BoolLiteral literal) {
      return new Expression.BoolLiteral(!literal.value());
    }
    return operand instanceof Expression.Not not ? not.operand() : new Expression.Not(operand);
  }

  static Expression implies(Expression premise, Expression conclusion) {
    if (premise.equals(TRUE) || conclusion.equals(TRUE)) {
      return conclusion;
    }
    return premise.equals(FALSE) ? TRUE : new Expression.Implies(premise, conclusion);
  }

  /** All of them; nested conjunctions become one. */
  static Expression and(List<Expression> operands) {
    List<Expression> flat = new ArrayList<>();
    for (Expression operand : operands) {
      if (operand instanceof Expression.And and) {
        flat.addAll(and.operands());
      } else if (!operand.equals(TRUE)) {
        flat.add(operand);
      }
    }
    if (flat.isEmpty()) {
      return TRUE;
    }
    return flat.size() == 1 ? flat.get(0) : new Expression.And(flat);
  }

  /** Some of them; nested disjunctions become one. */
  static Expression or(List<Expression> operands) {
    List<Expression> flat = new ArrayList<>();
    for (Expression operand : operands) {
      if (operand instanceof Expression.Or or) {
        flat.addAll(or.operands());
      } else if (!operand.equals(FALSE)) {
        flat.add(operand);
      }
    }
    if (flat.isEmpty()) {
      return FALSE;
    }
    return flat.size() == 1 ? flat.get(0) : new Expression.Or(flat);
  }
}
