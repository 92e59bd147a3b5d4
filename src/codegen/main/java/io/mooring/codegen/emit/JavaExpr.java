package io.mooring.codegen.emit;

import java.util.List;

/**
 * A piece of Java: an expression with the strength of its outermost operator.
 *
 * @param layout its text
 * @param strength how tightly it binds
 */
record JavaExpr(Layout layout, Strength strength) {

  /** How tightly an expression binds, the weakest first. */
  enum Strength {
    LAMBDA,
    CONDITIONAL,
    OR,
    AND,
    EQUALITY,
    RELATION,
    SUM,
    PRODUCT,
    UNARY,
    PRIMARY;

    /** The precedence that an operand needs to be written without brackets. */
    Strength tighter() {
      return switch (this) {
        case LAMBDA -> CONDITIONAL;
        case CONDITIONAL -> OR;
        case OR -> AND;
        case AND -> EQUALITY;
        case EQUALITY -> RELATION;
        case RELATION -> SUM;
        case SUM -> PRODUCT;
        case PRODUCT -> UNARY;
        case UNARY, PRIMARY -> PRIMARY;
      };
    }
  }

  /** A name, literal or anything else that needs no brackets. */
  static JavaExpr primary(String text) {
    return new JavaExpr(Layout.text(text), Strength.PRIMARY);
  }

  /** A call of something with arguments. */
  static JavaExpr call(Layout callee, List<JavaExpr> arguments) {
    return new JavaExpr(
        Layout.row(
            callee, Layout.arguments("(", arguments.stream().map(JavaExpr::layout).toList(), ")")),
        Strength.PRIMARY);
  }

  static JavaExpr call(String callee, JavaExpr... arguments) {
    return call(Layout.text(callee), List.of(arguments));
  }

  /** A method of this expression, called with arguments. */
  JavaExpr method(String name, JavaExpr... arguments) {
    return call(Layout.row(atLeast(Strength.PRIMARY), Layout.text("." + name)), List.of(arguments));
  }

  /** Operands with one operator; those that bind less tightly than {@code inner} get brackets. */
  static JavaExpr chain(
      String operator, Strength strength, Strength inner, List<JavaExpr> operands) {
    return new JavaExpr(
        Layout.chain(operator, operands.stream().map(each -> each.atLeast(inner)).toList()),
        strength);
  }

  /** {@code name -> body}. */
  static JavaExpr lambda(String parameters, JavaExpr body) {
    return new JavaExpr(
        Layout.group(
            Layout.text(parameters + " ->"),
            new Layout.Indented(4, Layout.row(new Layout.Break(" "), body.layout()))),
        Strength.LAMBDA);
  }

  /** The text, in brackets if it binds less tightly than that. */
  Layout atLeast(Strength needed) {
    return strength.compareTo(needed) >= 0
        ? layout
        : Layout.row(Layout.text("("), layout, Layout.text(")"));
  }

  /** Its negation. */
  JavaExpr not() {
    return new JavaExpr(Layout.row(Layout.text("!"), atLeast(Strength.UNARY)), Strength.UNARY);
  }
}
