package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.model.ModelException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The values of the constant expressions that types and parameters are made of. */
final class Constants {

  private final ModuleAst module;
  private final Configuration configuration;

  Constants(ModuleAst module, Configuration configuration) {
    this.module = module;
    this.configuration = configuration;
  }

  /** The value of an expression. */
  TlaValue value(Expr expression) throws ModelException {
    if (expression instanceof Expr.Num number) {
      return new TlaValue.Int(number.value());
    }
    if (expression instanceof Expr.Str string) {
      return new TlaValue.Str(string.value());
    }
    if (expression instanceof Expr.Apply apply) {
      return value(apply);
    }
    throw notConstant(expression);
  }

  private TlaValue value(Expr.Apply apply) throws ModelException {
    List<Expr> args = apply.args();
    return switch (apply.operator()) {
      case "TRUE", "FALSE" -> new TlaValue.Bool(apply.operator().equals("TRUE"));
      case "BOOLEAN" ->
          new TlaValue.SetOf(List.of(new TlaValue.Bool(false), new TlaValue.Bool(true)));
      case "$SetEnumerate" -> {
        Set<TlaValue> elements = new LinkedHashSet<>();
        for (Expr each : args) {
          elements.add(value(each));
        }
        yield new TlaValue.SetOf(new ArrayList<>(elements));
      }
      case "\\union", "\\cup" -> {
        Set<TlaValue> both = new LinkedHashSet<>(elements(args.get(0)));
        both.addAll(elements(args.get(1)));
        yield new TlaValue.SetOf(new ArrayList<>(both));
      }
      case "\\" -> {
        List<TlaValue> left = new ArrayList<>(elements(args.get(0)));
        left.removeAll(elements(args.get(1)));
        yield new TlaValue.SetOf(left);
      }
      case ".." ->
          new TlaValue.SetOf(
              IntStream.rangeClosed(integer(args.get(0)), integer(args.get(1)))
                  .mapToObj(each -> (TlaValue) new TlaValue.Int(each))
                  .toList());
      case "-." -> new TlaValue.Int(-integer(args.get(0)));
      case "+" -> new TlaValue.Int(integer(args.get(0)) + integer(args.get(1)));
      case "-" -> new TlaValue.Int(integer(args.get(0)) - integer(args.get(1)));
      case "*" -> new TlaValue.Int(integer(args.get(0)) * integer(args.get(1)));
      default -> named(apply);
    };
  }

  /** The name that the configuration puts in the place of a name; else the name itself. */
  String replaced(String name) {
    return configuration.replacements().getOrDefault(name, name);
  }

  /** Whether a set is {@code 1..n}, so that a function over it is a sequence. */
  boolean beginsAtOne(Expr set) throws ModelException {
    if (!(set instanceof Expr.Apply apply)) {
      return false;
    }
    if (apply.operator().equals("..")) {
      return apply.args().get(0) instanceof Expr.Num low && low.value() == 1;
    }
    Definition definition = module.definition(replaced(apply.operator())).orElse(null);
    if (definition != null && definition.parameters().isEmpty()) {
      return beginsAtOne(definition.body());
    }
    if (apply.kind() != Expr.Kind.CONSTANT || !(value(apply) instanceof TlaValue.SetOf given)) {
      return false;
    }
    for (int i = 0; i < given.elements().size(); i++) {
      if (!given.elements().get(i).equals(new TlaValue.Int(i + 1))) {
        return false;
      }
    }
    return !given.elements().isEmpty();
  }

  private TlaValue named(Expr.Apply apply) throws ModelException {
    String name = replaced(apply.operator());
    TlaValue given = configuration.constants().get(name);
    if (given != null) {
      return given;
    }
    Definition definition = module.definition(name).orElse(null);
    if (definition == null || !definition.parameters().isEmpty() || !apply.args().isEmpty()) {
      throw notConstant(apply);
    }
    return value(definition.body());
  }

  /** {@return the integer value of an expression} */
  int integer(Expr expression) throws ModelException {
    if (value(expression) instanceof TlaValue.Int number) {
      return number.value();
    }
    throw new ModelException(
        SymbolTable.line(expression.span()), "an integer must stand here, given in the module");
  }

  /**
   * {@return the elements of the finite set that an expression denotes, in the order of the text}
   */
  List<TlaValue> elements(Expr expression) throws ModelException {
    if (value(expression) instanceof TlaValue.SetOf set) {
      return set.elements();
    }
    throw new ModelException(
        SymbolTable.line(expression.span()), "a finite set must stand here, given in the module");
  }

  private static ModelException notConstant(Expr expression) {
    String what =
        expression instanceof Expr.Apply apply ? Constructs.name(apply.operator()) : "this";
    return new ModelException(
        SymbolTable.line(expression.span()),
        what + " has no value that can be read from the module; write the value itself");
  }
}
