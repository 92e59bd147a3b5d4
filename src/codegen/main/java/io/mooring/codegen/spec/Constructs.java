package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Expr;
import java.util.Map;

/** The names that people have for the operators that SANY calls otherwise. */
final class Constructs {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("$Except", "EXCEPT"),
          Map.entry("$SetOfFcns", "a set of functions"),
          Map.entry("$SetEnumerate", "a set without a name"),
          Map.entry("$CartesianProd", "a product of sets"),
          Map.entry("$FcnConstructor", "a function"),
          Map.entry("$NonRecursiveFcnSpec", "a function definition"),
          Map.entry("$RecursiveFcnSpec", "a recursive function"),
          Map.entry("$SquareAct", "[A]_v inside of an expression"),
          Map.entry("$AngleAct", "<<A>>_v outside of ENABLED"),
          Map.entry("$UnboundedForall", "an unbounded \\A"),
          Map.entry("$UnboundedExists", "an unbounded \\E"),
          Map.entry("$UnboundedChoose", "CHOOSE"),
          Map.entry("$WF", "WF"),
          Map.entry("$SF", "SF"),
          Map.entry("$TemporalExists", "\\EE"),
          Map.entry("$TemporalForall", "\\AA"));

  private Constructs() {}

  /** What an expression is, for a message. */
  static String of(Expr expression) {
    if (expression instanceof Expr.Apply apply) {
      return name(apply.operator());
    }
    return expression instanceof Expr.Unsupported unsupported
        ? unsupported.construct()
        : "this expression";
  }

  static String name(String operator) {
    return NAMES.getOrDefault(operator, operator);
  }
}
