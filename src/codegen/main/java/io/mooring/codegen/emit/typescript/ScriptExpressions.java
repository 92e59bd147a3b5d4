package io.mooring.codegen.emit.typescript;

import io.mooring.codegen.emit.JavaExpr;
import io.mooring.codegen.emit.JavaExpr.Strength;
import io.mooring.codegen.emit.Layout;
import io.mooring.codegen.emit.typescript.ScriptSupport.Function;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.Expressions;
import io.mooring.codegen.model.Helper;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Translates expressions of properties to TypeScript: logic, comparisons, fields and calls. */
final class ScriptExpressions {

  private final Script script;
  private final ScriptSupport support;
  private final ScriptCollections collections;

  ScriptExpressions(Script script, ScriptSupport support) {
    this.script = script;
    this.support = support;
    this.collections = new ScriptCollections(script, this);
  }

  /** The name of a supporting function, which will be written. */
  String name(Function function) {
    return support.use(function);
  }

  /** A call of a supporting function. */
  JavaExpr call(Function function, JavaExpr... arguments) {
    return JavaExpr.call(support.use(function), arguments);
  }

  /** A call of a supporting function with types as arguments, too. */
  JavaExpr call(Function function, List<Type> types, List<JavaExpr> arguments) {
    return JavaExpr.call(
        Layout.text(support.use(function) + script.arguments(types.toArray(Type[]::new))),
        arguments);
  }

  /** {@code (name) => body}. */
  static JavaExpr lambda(String name, JavaExpr body) {
    String text = body.layout().render(Integer.MAX_VALUE, 0, 0);
    boolean isObject = text.startsWith("{");
    return new JavaExpr(
        Layout.group(
            Layout.text("(" + Script.parameter(name, text) + ") =>"),
            new Layout.Indented(
                2,
                Layout.row(
                    new Layout.Break(" "),
                    isObject
                        ? Layout.row(Layout.text("("), body.layout(), Layout.text(")"))
                        : body.layout()))),
        Strength.LAMBDA);
  }

  /** A function of what a binder introduces. */
  JavaExpr lambda(Expression.Binding binding, Expression body, Moments moments) {
    return lambda(script.names().local(binding.name()), of(body, moments));
  }

  /** The TypeScript for an expression. */
  JavaExpr of(Expression expression, Moments moments) {
    if (expression instanceof Expression.And and) {
      return chain("&&", Strength.AND, Expressions.conjuncts(and), moments);
    }
    if (expression instanceof Expression.Or || expression instanceof Expression.Implies) {
      return JavaExpr.chain("||", Strength.OR, Strength.EQUALITY, disjuncts(expression, moments));
    }
    if (expression instanceof Expression.Not not) {
      return negation(not.operand(), moments);
    }
    if (expression instanceof Expression.Equal equal) {
      return equality(equal, moments);
    }
    if (expression instanceof Expression.Compare compare) {
      return operation(
          compare.order().symbol(), Strength.RELATION, compare.left(), compare.right(), moments);
    }
    if (expression instanceof Expression.Calculate calculate) {
      return calculation(calculate, moments);
    }
    if (expression instanceof Expression.Conditional conditional) {
      return conditional(conditional, moments);
    }
    if (expression instanceof Expression.Call call) {
      return call(call, moments);
    }
    if (expression instanceof Expression.Enabled enabled) {
      return enabled(enabled, moments);
    }
    return simple(expression, moments);
  }

  private JavaExpr simple(Expression expression, Moments moments) {
    if (expression instanceof Expression.BoolLiteral literal) {
      return JavaExpr.primary(Boolean.toString(literal.value()));
    }
    if (expression instanceof Expression.IntLiteral literal) {
      return literal.value() < 0
          ? new JavaExpr(Layout.text(Integer.toString(literal.value())), Strength.UNARY)
          : JavaExpr.primary(Integer.toString(literal.value()));
    }
    if (expression instanceof Expression.StringLiteral literal) {
      return JavaExpr.primary(Script.string(literal.value()));
    }
    if (expression instanceof Expression.EnumConstant constant) {
      return JavaExpr.primary(
          script.names().type(constant.enumeration()) + "." + constant.constant());
    }
    if (expression instanceof Expression.VariableAt variable) {
      return JavaExpr.primary(
          "locations[" + moments.step(variable.moment()) + ".to]." + variable.javaName());
    }
    if (expression instanceof Expression.OutputsAt outputs) {
      return JavaExpr.primary(moments.step(outputs.moment()));
    }
    if (expression instanceof Expression.Local local) {
      return JavaExpr.primary(script.names().local(local.name()));
    }
    if (expression instanceof Expression.Field field) {
      JavaExpr value = property(of(field.record(), moments), "." + field.field());
      boolean actionName =
          field.record().type() instanceof Type.Outputs && field.type() instanceof Type.Str;
      return actionName ? action(value) : value;
    }
    if (expression instanceof Expression.Place place) {
      return place.tuple() instanceof Expression.TupleLiteral tuple
          ? of(tuple.elements().get(place.index()), moments)
          : property(of(place.tuple(), moments), "[" + place.index() + "]");
    }
    if (expression instanceof Expression.CodeOf code) {
      return meaning("codes.", code.constant(), moments);
    }
    if (expression instanceof Expression.ValueOf value) {
      return value.constant().type().equals(new Type.EnumType("Event"))
          ? action(of(value.constant(), moments))
          : meaning("words.", value.constant(), moments);
    }
    if (expression instanceof Expression.NoCase noCase) {
      return call(Function.NO_CASE, JavaExpr.primary(Script.string(noCase.line().toString())));
    }
    return collections.of(expression, moments);
  }

  private JavaExpr meaning(String table, Expression constant, Moments moments) {
    String type = script.type(constant.type());
    return new JavaExpr(
        Layout.row(
            Layout.text(table + type + "["), of(constant, moments).layout(), Layout.text("]")),
        Strength.PRIMARY);
  }

  private static JavaExpr action(JavaExpr event) {
    return new JavaExpr(
        Layout.row(Layout.text("events["), event.layout(), Layout.text("].action")),
        Strength.PRIMARY);
  }

  static JavaExpr property(JavaExpr owner, String access) {
    return new JavaExpr(
        Layout.row(owner.atLeast(Strength.PRIMARY), Layout.text(access)), Strength.PRIMARY);
  }

  private JavaExpr chain(
      String operator, Strength strength, List<Expression> operands, Moments moments) {
    return JavaExpr.chain(
        operator,
        strength,
        Strength.EQUALITY,
        operands.stream().map(each -> of(each, moments)).toList());
  }

  /** The operands of a chain of {@code ||}; a premise is a negated one. */
  List<JavaExpr> disjuncts(Expression expression, Moments moments) {
    List<JavaExpr> operands = new ArrayList<>();
    if (expression instanceof Expression.Or or) {
      or.operands().forEach(each -> operands.addAll(disjuncts(each, moments)));
    } else if (expression instanceof Expression.Implies implies) {
      operands.add(negation(implies.premise(), moments));
      operands.addAll(disjuncts(implies.conclusion(), moments));
    } else {
      operands.add(of(expression, moments));
    }
    return operands;
  }

  private JavaExpr negation(Expression operand, Moments moments) {
    if (operand instanceof Expression.Not not) {
      return of(not.operand(), moments);
    }
    if (operand instanceof Expression.Compare compare) {
      return of(
          new Expression.Compare(compare.order().opposite(), compare.left(), compare.right()),
          moments);
    }
    return of(operand, moments).not();
  }

  /**
   * Equality by a function, also of constants: after {@code ===} the compiler would take a further
   * comparison of the same value with another constant for a mistake.
   */
  private JavaExpr equality(Expression.Equal equal, Moments moments) {
    if (equal.left() instanceof Expression.BoolLiteral literal) {
      return literal.value() ? of(equal.right(), moments) : negation(equal.right(), moments);
    }
    if (equal.right() instanceof Expression.BoolLiteral literal) {
      return literal.value() ? of(equal.left(), moments) : negation(equal.left(), moments);
    }
    Function function =
        equal.left().type() instanceof Type.Outputs ? Function.SAME_OUTPUTS : Function.IS;
    return call(function, of(equal.left(), moments), of(equal.right(), moments));
  }

  private JavaExpr operation(
      String operator, Strength strength, Expression left, Expression right, Moments moments) {
    return JavaExpr.chain(
        operator, strength, strength.tighter(), List.of(of(left, moments), of(right, moments)));
  }

  private JavaExpr calculation(Expression.Calculate calculate, Moments moments) {
    Expression left = calculate.left();
    Expression right = calculate.right();
    return switch (calculate.calculation()) {
      case PLUS -> operation("+", Strength.SUM, left, right, moments);
      case MINUS -> operation("-", Strength.SUM, left, right, moments);
      case TIMES -> operation("*", Strength.PRODUCT, left, right, moments);
      case DIV ->
          JavaExpr.call("Math.floor", operation("/", Strength.PRODUCT, left, right, moments));
      case MOD -> call(Function.MODULO, of(left, moments), of(right, moments));
    };
  }

  private JavaExpr conditional(Expression.Conditional conditional, Moments moments) {
    return new JavaExpr(
        Layout.group(
            of(conditional.condition(), moments).atLeast(Strength.OR),
            new Layout.Indented(
                2,
                Layout.row(
                    new Layout.Break(" "),
                    Layout.text("? "),
                    of(conditional.then(), moments).atLeast(Strength.OR),
                    new Layout.Break(" "),
                    Layout.text(": "),
                    of(conditional.otherwise(), moments).atLeast(Strength.OR)))),
        Strength.CONDITIONAL);
  }

  private JavaExpr call(Expression.Call call, Moments moments) {
    String name = script.names().member(call.javaName());
    if (call.isConstant()) {
      return JavaExpr.primary(name);
    }
    List<JavaExpr> arguments = new ArrayList<>();
    if (call.level() == Helper.Level.STATE) {
      arguments.add(JavaExpr.primary(moments.step(Objects.requireNonNull(call.at()))));
    } else if (call.level() == Helper.Level.ACTION) {
      arguments.add(JavaExpr.primary(moments.before()));
      arguments.add(JavaExpr.primary(moments.after()));
    }
    call.arguments().forEach(argument -> arguments.add(of(argument, moments)));
    return JavaExpr.call(Layout.text(name), arguments);
  }

  private JavaExpr enabled(Expression.Enabled enabled, Moments moments) {
    String at = moments.step(enabled.moment());
    List<JavaExpr> events =
        enabled.events().stream()
            .map(event -> script.model().events().get(event).name())
            .map(event -> JavaExpr.primary("Event." + event))
            .toList();
    return call(
        Function.CAN_STEP,
        JavaExpr.primary(at),
        new JavaExpr(
            Layout.arguments("[", events.stream().map(JavaExpr::layout).toList(), "]"),
            Strength.PRIMARY),
        lambda(moments.next(), of(enabled.body(), moments.trying(at))));
  }
}
