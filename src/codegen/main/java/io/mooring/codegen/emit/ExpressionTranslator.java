package io.mooring.codegen.emit;

import io.mooring.codegen.emit.JavaExpr.Strength;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.Expressions;
import io.mooring.codegen.model.FunctionExpression;
import io.mooring.codegen.model.Helper;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Moment;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Translates expressions of properties to Java: logic, comparisons, fields and calls. */
final class ExpressionTranslator {

  private final Model model;
  private final RuleSupport support;
  private final String owner;
  private final CollectionExpressions collections;

  /**
   * A translator.
   *
   * @param owner the qualifier of names of the class with definitions: none inside of it, its name
   *     and a dot elsewhere
   */
  ExpressionTranslator(Model model, RuleSupport support, String owner) {
    this.model = model;
    this.support = support;
    this.owner = owner;
    this.collections = new CollectionExpressions(this, support);
  }

  /** The name of a supporting method, as it is called from here. */
  String method(RuleSupport.Method method) {
    return owner + support.use(method);
  }

  /** The name of the record for tuples of this type, as it is called from here. */
  String tuple(Type.TupleOf type) {
    return owner + support.tuple(type);
  }

  /** The record type of this name. */
  RecordType record(String name) {
    return new ModelLookup(model).record(name);
  }

  /** The Java for an expression. */
  JavaExpr of(Expression expression, JavaScope scope) {
    if (expression instanceof Expression.And and) {
      return junction("&&", Strength.AND, Expressions.conjuncts(and), scope);
    }
    if (expression instanceof Expression.Or || expression instanceof Expression.Implies) {
      return new JavaExpr(
          Layout.chain(
              "||",
              disjuncts(expression, scope).stream()
                  .map(each -> each.atLeast(Strength.EQUALITY))
                  .toList()),
          Strength.OR);
    }
    if (expression instanceof Expression.Not not) {
      return negation(not.operand(), scope);
    }
    if (expression instanceof Expression.Equal equal) {
      return equality(equal, scope);
    }
    if (expression instanceof Expression.Compare compare) {
      return operation(
          compare.order().symbol(), Strength.RELATION, compare.left(), compare.right(), scope);
    }
    if (expression instanceof Expression.Calculate calculate) {
      return calculation(calculate, scope);
    }
    if (expression instanceof Expression.Conditional conditional) {
      return conditional(conditional, scope);
    }
    if (expression instanceof Expression.Call call) {
      return call(call, scope);
    }
    if (expression instanceof Expression.Enabled enabled) {
      return enabled(enabled, scope);
    }
    return simple(expression, scope);
  }

  private JavaExpr simple(Expression expression, JavaScope scope) {
    if (expression instanceof Expression.BoolLiteral literal) {
      return JavaExpr.primary(Boolean.toString(literal.value()));
    }
    if (expression instanceof Expression.IntLiteral literal) {
      return literal.value() < 0
          ? new JavaExpr(Layout.text(Integer.toString(literal.value())), Strength.UNARY)
          : JavaExpr.primary(Integer.toString(literal.value()));
    }
    if (expression instanceof Expression.StringLiteral literal) {
      return JavaExpr.primary(JavaTypes.string(literal.value()));
    }
    if (expression instanceof Expression.EnumConstant constant) {
      return JavaExpr.primary(constant.enumeration() + "." + constant.constant());
    }
    if (expression instanceof Expression.VariableAt variable) {
      return JavaExpr.primary(
          scope.step(variable.moment()) + ".to()." + variable.javaName() + "()");
    }
    if (expression instanceof Expression.OutputsAt outputs) {
      return JavaExpr.primary(scope.step(outputs.moment()));
    }
    if (expression instanceof Expression.Local local) {
      return JavaExpr.primary(local.name());
    }
    if (expression instanceof Expression.Field field) {
      JavaExpr value = of(field.record(), scope).method(field.field());
      boolean actionName =
          field.record().type() instanceof Type.Outputs && field.type() instanceof Type.Str;
      return actionName ? value.method("action") : value;
    }
    if (expression instanceof Expression.Place place) {
      return of(place.tuple(), scope).method(RuleSupport.place(place.index()));
    }
    if (expression instanceof Expression.CodeOf code) {
      return of(code.constant(), scope).method("code");
    }
    if (expression instanceof Expression.ValueOf value) {
      String type = ((Type.EnumType) value.constant().type()).name();
      return of(value.constant(), scope)
          .method(type.equals("Event") ? "action" : EnumEmitter.accessor(model.enumeration(type)));
    }
    if (expression instanceof Expression.NoCase noCase) {
      String line = JavaTypes.string(noCase.line().toString());
      return JavaExpr.call(method(RuleSupport.Method.NO_CASE), JavaExpr.primary(line));
    }
    return collections.of(expression, scope);
  }

  private JavaExpr junction(
      String operator, Strength strength, List<Expression> operands, JavaScope scope) {
    return JavaExpr.chain(
        operator,
        strength,
        Strength.EQUALITY,
        operands.stream().map(operand -> of(operand, scope)).toList());
  }

  /** The operands of a chain of {@code ||}; a premise is a negated one. */
  List<JavaExpr> disjuncts(Expression expression, JavaScope scope) {
    List<JavaExpr> operands = new ArrayList<>();
    if (expression instanceof Expression.Or or) {
      or.operands().forEach(each -> operands.addAll(disjuncts(each, scope)));
    } else if (expression instanceof Expression.Implies implies) {
      operands.add(negation(implies.premise(), scope));
      operands.addAll(disjuncts(implies.conclusion(), scope));
    } else {
      operands.add(of(expression, scope));
    }
    return operands;
  }

  private JavaExpr negation(Expression operand, JavaScope scope) {
    if (operand instanceof Expression.Not not) {
      return of(not.operand(), scope);
    }
    if (operand instanceof Expression.Equal equal && isPlain(equal, scope)) {
      return operation("!=", Strength.EQUALITY, equal.left(), equal.right(), scope);
    }
    if (operand instanceof Expression.Compare compare) {
      return of(
          new Expression.Compare(compare.order().opposite(), compare.left(), compare.right()),
          scope);
    }
    return of(operand, scope).not();
  }

  /** Whether Java's {@code ==} decides it. */
  private boolean isPlain(Expression.Equal equal, JavaScope scope) {
    Type type = equal.left().type();
    if (isBoolLiteral(equal.left()) || isBoolLiteral(equal.right())) {
      return false;
    }
    return type instanceof Type.Bool
        || type instanceof Type.EnumType
        || (type instanceof Type.Int
            && !(isBoxed(equal.left(), scope) && isBoxed(equal.right(), scope)));
  }

  private static boolean isBoolLiteral(Expression expression) {
    return expression instanceof Expression.BoolLiteral;
  }

  private static boolean isBoxed(Expression expression, JavaScope scope) {
    return (expression instanceof Expression.Local local && scope.boxed().contains(local.name()))
        || expression instanceof Expression.Element
        || expression instanceof Expression.NoCase
        || expression instanceof FunctionExpression
        || (expression instanceof Expression.Conditional conditional
            && isBoxed(conditional.then(), scope)
            && isBoxed(conditional.otherwise(), scope));
  }

  private JavaExpr equality(Expression.Equal equal, JavaScope scope) {
    Expression left = equal.left();
    Expression right = equal.right();
    if (left instanceof Expression.BoolLiteral literal) {
      return literal.value() ? of(right, scope) : negation(right, scope);
    }
    if (right instanceof Expression.BoolLiteral literal) {
      return literal.value() ? of(left, scope) : negation(left, scope);
    }
    if (isPlain(equal, scope)) {
      return operation("==", Strength.EQUALITY, left, right, scope);
    }
    if (left.type() instanceof Type.Outputs) {
      return of(left, scope).method("sameOutputsAs", of(right, scope));
    }
    if (CollectionExpressions.isEmptyLiteral(right)) {
      return of(left, scope).method("isEmpty");
    }
    return of(left, scope).method("equals", of(right, scope));
  }

  private JavaExpr operation(
      String operator, Strength strength, Expression left, Expression right, JavaScope scope) {
    List<JavaExpr> operands = List.of(of(left, scope), of(right, scope));
    return JavaExpr.chain(operator, strength, strength.tighter(), operands);
  }

  private JavaExpr calculation(Expression.Calculate calculate, JavaScope scope) {
    Expression left = calculate.left();
    Expression right = calculate.right();
    return switch (calculate.calculation()) {
      case PLUS -> operation("+", Strength.SUM, left, right, scope);
      case MINUS -> operation("-", Strength.SUM, left, right, scope);
      case TIMES -> operation("*", Strength.PRODUCT, left, right, scope);
      case DIV -> JavaExpr.call("Math.floorDiv", of(left, scope), of(right, scope));
      case MOD -> JavaExpr.call("Math.floorMod", of(left, scope), of(right, scope));
    };
  }

  private JavaExpr conditional(Expression.Conditional conditional, JavaScope scope) {
    return new JavaExpr(
        Layout.group(
            of(conditional.condition(), scope).atLeast(Strength.OR),
            new Layout.Indented(
                4,
                Layout.row(
                    new Layout.Break(" "),
                    Layout.text("? "),
                    of(conditional.then(), scope).atLeast(Strength.OR),
                    new Layout.Break(" "),
                    Layout.text(": "),
                    of(conditional.otherwise(), scope).atLeast(Strength.OR)))),
        Strength.CONDITIONAL);
  }

  private JavaExpr call(Expression.Call call, JavaScope scope) {
    if (call.isConstant()) {
      return JavaExpr.primary(owner + call.javaName());
    }
    List<JavaExpr> arguments = new ArrayList<>();
    if (call.level() == Helper.Level.STATE) {
      arguments.add(JavaExpr.primary(scope.step(Objects.requireNonNull(call.at()))));
    } else if (call.level() == Helper.Level.ACTION) {
      arguments.add(JavaExpr.primary(scope.step(Moment.BEFORE)));
      arguments.add(JavaExpr.primary(scope.step(Moment.AFTER)));
    }
    call.arguments().forEach(argument -> arguments.add(of(argument, scope)));
    return JavaExpr.call(Layout.text(owner + call.javaName()), arguments);
  }

  private JavaExpr enabled(Expression.Enabled enabled, JavaScope scope) {
    String at = scope.step(enabled.moment());
    List<JavaExpr> events =
        enabled.events().stream()
            .map(event -> JavaExpr.primary("Event." + model.events().get(event).name()))
            .toList();
    if (enabled.body().equals(new Expression.BoolLiteral(true))) {
      List<JavaExpr> each =
          events.stream()
              .map(
                  event ->
                      JavaExpr.call(
                          method(RuleSupport.Method.CAN_HAPPEN),
                          JavaExpr.primary(at + ".to()"),
                          event))
              .toList();
      return each.size() == 1
          ? each.get(0)
          : JavaExpr.chain("||", Strength.OR, Strength.EQUALITY, each);
    }
    String step = scope.fresh("step");
    List<JavaExpr> arguments = new ArrayList<>();
    arguments.add(JavaExpr.primary(at));
    arguments.add(JavaExpr.lambda(step, of(enabled.body(), scope.trying(at, step))));
    arguments.addAll(events);
    return JavaExpr.call(Layout.text(method(RuleSupport.Method.CAN_STEP)), arguments);
  }
}
