package io.mooring.codegen.emit;

import java.util.List;

/**
 * A piece of Java: an expression with the strength of its outermost operator.
 *
 * @param layout its text
 * @param strength how tightly it binds
 */
public record JavaExpr(Layout layout, Strength strength) {

  /** How tightly an expression binds, the weakest first. */
  public enum Strength {
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
    public Strength tighter() {
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
  public static JavaExpr primary(String text) {
    return new JavaExpr(Layout.text(text), Strength.PRIMARY);
  }

  /** A call of something with arguments. */
  public static JavaExpr call(Layout callee, List<JavaExpr> arguments) {
    return new JavaExpr(
        Layout.row(
            callee, Layout.arguments("(", arguments.stream().map(JavaExpr::layout).toList(), ")")),
        Strength.PRIMARY);
  }

  /** A call by name. */
  public static JavaExpr call(String callee, JavaExpr... arguments) {
    return call(Layout.text(callee), List.of(arguments));
  }

  /** A method of this expression, called with arguments. */
  public JavaExpr method(String name, JavaExpr... arguments) {
    return call(Layout.row(atLeast(Strength.PRIMARY), Layout.text("." + name)), List.of(arguments));
  }

  /** Operands with one operator; those that bind less tightly than {@code inner} get brackets. */
  public static JavaExpr chain(
      String operator, Strength strength, Strength inner, List<JavaExpr> operands) {
    return new JavaExpr(
        Layout.chain(operator, operands.stream().map(each -> each.atLeast(inner)).toList()),
        strength);
  }

  /** {@code name -> body}. */
  public static JavaExpr lambda(String parameters, JavaExpr body) {
    return new JavaExpr(
        Layout.group(
            Layout.text(parameters + " ->"),
            new Layout.Indented(4, Layout.row(new Layout.Break(" "), body.layout()))),
        Strength.LAMBDA);
  }

  /** The text, in brackets if it binds less tightly than that. */
  public Layout atLeast(Strength needed) {
    return strength.compareTo(needed) >= 0
        ? layout
        : Layout.row(Layout.text("("), layout, Layout.text(")"));
  }

  /** Its negation. */
  public JavaExpr not() {
    return new JavaExpr(Layout.row(Layout.text("!"), atLeast(Strength.UNARY)), Strength.UNARY);
  }
}
