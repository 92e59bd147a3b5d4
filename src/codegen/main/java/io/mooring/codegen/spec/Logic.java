package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.codegen.model.Calculation;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Moment;
import io.mooring.codegen.model.Order;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Conditions, primes, choices and ENABLED. */
final class Logic {

  private final Translator translator;

  Logic(Translator translator) {
    this.translator = translator;
  }

  /** Reads an operator of logic; null if it is none. */
  @Nullable TypedExpr read(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    return switch (apply.operator()) {
      case "TRUE", "FALSE" -> translator.bool(apply.operator().equals("TRUE"), apply.span());
      case "$ConjList", "\\land" -> junction(apply, scope, true);
      case "$DisjList", "\\lor" -> junction(apply, scope, false);
      case "\\lnot", "\\neg" -> {
        TypedExpr operand = translator.condition(apply.args().get(0), scope);
        yield condition(apply.span(), () -> Simplify.not(operand.build()));
      }
      case "=>" -> {
        TypedExpr premise = translator.condition(apply.args().get(0), scope);
        TypedExpr conclusion = translator.condition(apply.args().get(1), scope);
        yield condition(apply.span(), () -> Simplify.implies(premise.build(), conclusion.build()));
      }
      case "\\equiv", "<=>" -> {
        TypedExpr left = translator.condition(apply.args().get(0), scope);
        TypedExpr right = translator.condition(apply.args().get(1), scope);
        yield condition(apply.span(), () -> new Expression.Equal(left.build(), right.build()));
      }
      case "=", "/=", "#" -> equality(apply, scope);
      case "'" -> prime(apply, scope);
      case "UNCHANGED" -> unchanged(apply.args().get(0), scope);
      case "$IfThenElse" -> conditional(apply, scope);
      case "$Case" -> choice(apply, scope);
      case "ENABLED" -> enabled(apply, scope);
      default -> null;
    };
  }

  private TypedExpr condition(SourceSpan span, TypedExpr.Builder builder) {
    return new TypedExpr(TypeVariable.of(Type.BOOL), span, builder);
  }

  private TypedExpr junction(Expr.Apply apply, ExpressionScope scope, boolean all)
      throws ModelException {
    List<TypedExpr> operands = new ArrayList<>();
    for (Expr operand : apply.args()) {
      operands.add(translator.condition(operand, scope));
    }
    return condition(
        apply.span(),
        () -> {
          List<Expression> built = new ArrayList<>();
          for (TypedExpr operand : operands) {
            built.add(operand.build());
          }
          return all ? Simplify.and(built) : Simplify.or(built);
        });
  }

  private TypedExpr equality(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    TypedExpr left = translator.read(apply.args().get(0), scope);
    TypedExpr right = translator.read(apply.args().get(1), scope);
    TypedExpr.Builder equal = equal(left, right, apply.span());
    return apply.operator().equals("=")
        ? condition(apply.span(), equal)
        : condition(apply.span(), () -> Simplify.not(equal.build()));
  }

  /**
   * The equality of two drafts, as codes or strings if only one is a constant of an enumeration.
   */
  private TypedExpr.Builder equal(TypedExpr left, TypedExpr right, SourceSpan span)
      throws ModelException {
    if (isPlain(left) && isEnum(right)) {
      return equal(right, left, span);
    }
    if (isEnum(left) && isPlain(right)) {
      return () -> new Expression.Equal(plain(left.build()), right.build());
    }
    translator.same(left, right, span);
    return () ->
        Type.OUTPUTS.equals(translator.type(left.term()))
            ? translator.records().sameOutputs(left, right)
            : new Expression.Equal(left.build(), right.build());
  }

  private static boolean isEnum(TypedExpr draft) {
    return draft.term().known() instanceof Type.EnumType;
  }

  private static boolean isPlain(TypedExpr draft) {
    return Type.INT.equals(draft.term().known()) || Type.STRING.equals(draft.term().known());
  }

  /** A constant of an enumeration as the integer or string that it is; others as they are. */
  Expression plain(Expression expression) {
    if (expression.type() instanceof Type.EnumType type) {
      return translator.symbols().coded(type.name())
          ? new Expression.CodeOf(expression)
          : new Expression.ValueOf(expression);
    }
    return expression;
  }

  private TypedExpr prime(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    if (scope.view() != ExpressionScope.View.STEP) {
      throw Translator.cannot("a prime outside of an action", apply.span());
    }
    return translator.read(apply.args().get(0), scope.prime());
  }

  /** That a variable, or each of a tuple, is as it was. */
  TypedExpr unchanged(Expr expression, ExpressionScope scope) throws ModelException {
    if (expression instanceof Expr.Apply apply) {
      if (apply.operator().equals("$Tuple")) {
        List<TypedExpr> all = new ArrayList<>();
        for (Expr part : apply.args()) {
          all.add(unchanged(part, scope));
        }
        return condition(
            apply.span(),
            () -> {
              List<Expression> built = new ArrayList<>();
              for (TypedExpr each : all) {
                built.add(each.build());
              }
              return Simplify.and(built);
            });
      }
      Definition definition = translator.symbols().definition(apply.operator()).orElse(null);
      if (apply.kind() == Expr.Kind.DEFINED
          && apply.args().isEmpty()
          && definition != null
          && definition.body() instanceof Expr.Apply body
          && body.operator().equals("$Tuple")) {
        return unchanged(body, scope);
      }
    }
    if (scope.view() != ExpressionScope.View.STEP || scope.primed()) {
      throw Translator.cannot("UNCHANGED outside of an action", expression.span());
    }
    TypedExpr after = translator.read(expression, scope.prime());
    TypedExpr before = translator.read(expression, scope);
    return condition(expression.span(), equal(after, before, expression.span()));
  }

  private TypedExpr conditional(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    TypedExpr condition = translator.condition(apply.args().get(0), scope);
    TypedExpr then = translator.read(apply.args().get(1), scope);
    TypedExpr otherwise = translator.read(apply.args().get(2), scope);
    translator.same(then, otherwise, apply.span());
    return new TypedExpr(
        then.term(),
        apply.span(),
        () -> new Expression.Conditional(condition.build(), then.build(), otherwise.build()));
  }

  private TypedExpr choice(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    TypeVariable term = TypeVariable.unknown();
    List<TypedExpr> conditions = new ArrayList<>();
    List<TypedExpr> values = new ArrayList<>();
    TypedExpr rest =
        new TypedExpr(
            term,
            apply.span(),
            () -> new Expression.NoCase(translator.type(term), SymbolTable.line(apply.span())));
    for (Expr each : apply.args()) {
      Expr.Apply pair = (Expr.Apply) each;
      TypedExpr value = translator.read(pair.args().get(1), scope);
      translator.same(rest, value, pair.span());
      if (pair.args().get(0) instanceof Expr.Other) {
        rest = value;
      } else {
        conditions.add(translator.condition(pair.args().get(0), scope));
        values.add(value);
      }
    }
    TypedExpr last = rest;
    return new TypedExpr(
        term,
        apply.span(),
        () -> {
          Expression result = last.build();
          for (int i = conditions.size() - 1; i >= 0; i--) {
            result =
                new Expression.Conditional(
                    conditions.get(i).build(), values.get(i).build(), result);
          }
          return result;
        });
  }

  /**
   * ENABLED of an event's action, of the next-state relation, or of one of them and a condition.
   */
  private TypedExpr enabled(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    Moment moment = scope.moment();
    if (moment == null) {
      throw Translator.cannot("ENABLED where there is no state", apply.span());
    }
    Expr action = apply.args().get(0);
    List<Expr> conditions = new ArrayList<>();
    ExpressionScope inner = scope.seenAs(ExpressionScope.View.STEP);
    @Nullable TypedExpr changes = null;
    if (action instanceof Expr.Apply angle && angle.operator().equals("$AngleAct")) {
      action = angle.args().get(0);
      changes = unchanged(angle.args().get(1), inner);
    }
    if (action instanceof Expr.Apply list
        && Set.of("$ConjList", "\\land").contains(list.operator())) {
      action = list.args().get(0);
      conditions.addAll(list.args().subList(1, list.args().size()));
    }
    List<Integer> events = events(action);
    List<TypedExpr> drafts = new ArrayList<>();
    for (Expr each : conditions) {
      drafts.add(translator.condition(each, inner));
    }
    TypedExpr unchanged = changes;
    return condition(
        apply.span(),
        () -> {
          List<Expression> body = new ArrayList<>();
          for (TypedExpr draft : drafts) {
            body.add(draft.build());
          }
          if (unchanged != null) {
            body.add(Simplify.not(unchanged.build()));
          }
          return new Expression.Enabled(moment, events, Simplify.and(body));
        });
  }

  private List<Integer> events(Expr action) throws ModelException {
    if (action instanceof Expr.Apply apply && apply.kind() == Expr.Kind.DEFINED) {
      List<Event> events = translator.symbols().events();
      boolean next = apply.operator().equals(translator.symbols().configuration().next());
      List<Integer> found =
          IntStream.range(0, events.size())
              .filter(i -> next || events.get(i).action().equals(apply.operator()))
              .boxed()
              .toList();
      if (!found.isEmpty() && apply.args().isEmpty()) {
        return found;
      }
    }
    throw new ModelException(
        SymbolTable.line(action.span()),
        "ENABLED can be translated to Java only of an event's action without parameters, alone or as the first part of a conjunction");
  }

  /** An order of integers; constants of coded enumerations count by their codes. */
  TypedExpr compare(Order order, Expr.Apply apply, ExpressionScope scope) throws ModelException {
    TypedExpr left = integer(apply.args().get(0), scope);
    TypedExpr right = integer(apply.args().get(1), scope);
    return condition(
        apply.span(),
        () -> new Expression.Compare(order, plain(left.build()), plain(right.build())));
  }

  /** A calculation with integers. */
  TypedExpr calculate(Calculation calculation, Expr.Apply apply, ExpressionScope scope)
      throws ModelException {
    TypedExpr left = integer(apply.args().get(0), scope);
    TypedExpr right = integer(apply.args().get(1), scope);
    return new TypedExpr(
        TypeVariable.of(Type.INT),
        apply.span(),
        () -> new Expression.Calculate(calculation, plain(left.build()), plain(right.build())));
  }

  TypedExpr integer(Expr expression, ExpressionScope scope) throws ModelException {
    TypedExpr draft = translator.read(expression, scope);
    boolean coded =
        draft.term().known() instanceof Type.EnumType type
            && translator.symbols().coded(type.name());
    if (!coded) {
      translator.require(draft, TypeVariable.of(Type.INT), "an integer");
    }
    return draft;
  }
}
