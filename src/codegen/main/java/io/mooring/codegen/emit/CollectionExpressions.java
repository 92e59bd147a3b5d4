package io.mooring.codegen.emit;

import io.mooring.codegen.emit.JavaExpr.Strength;
import io.mooring.codegen.model.Calculation;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.Order;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Translates expressions about sets, sequences and tuples to Java. */
final class CollectionExpressions {

  private static final int CHAIN = 4;

  private final ExpressionTranslator all;
  private final RuleSupport support;

  CollectionExpressions(ExpressionTranslator all, RuleSupport support) {
    this.all = all;
    this.support = support;
  }

  JavaExpr of(Expression expression, JavaScope scope) {
    if (expression instanceof Expression.Member member) {
      return member(member.element(), member.set(), scope);
    }
    if (expression instanceof Expression.SubsetEq subset) {
      return all.of(subset.right(), scope).method("containsAll", all.of(subset.left(), scope));
    }
    if (expression instanceof Expression.Size size) {
      return all.of(size.collection(), scope).method("size");
    }
    if (expression instanceof Expression.Element element) {
      return element(element, scope);
    }
    if (expression instanceof Expression.SetOperation operation) {
      RuleSupport.Method method =
          switch (operation.operator()) {
            case UNION -> RuleSupport.Method.UNION;
            case INTERSECTION -> RuleSupport.Method.INTERSECTION;
            case DIFFERENCE -> RuleSupport.Method.DIFFERENCE;
          };
      return JavaExpr.call(
          all.method(method), all.of(operation.left(), scope), all.of(operation.right(), scope));
    }
    if (expression instanceof Expression.Concat concat) {
      return JavaExpr.call(
          all.method(RuleSupport.Method.CONCAT),
          all.of(concat.left(), scope),
          all.of(concat.right(), scope));
    }
    if (expression instanceof Expression.SubSequence part) {
      return JavaExpr.call(
          all.method(RuleSupport.Method.SUB_SEQUENCE),
          all.of(part.sequence(), scope),
          all.of(part.from(), scope),
          all.of(part.to(), scope));
    }
    JavaExpr literal = literal(expression, scope);
    return literal != null ? literal : new LoopExpressions(all).of(expression, scope);
  }

  private @Nullable JavaExpr literal(Expression expression, JavaScope scope) {
    if (expression instanceof Expression.AllOf allOf) {
      return JavaExpr.call("Set.of", JavaExpr.primary(allOf.enumeration() + ".values()"));
    }
    if (expression instanceof Expression.Range range) {
      return JavaExpr.call(
          all.method(RuleSupport.Method.RANGE),
          all.of(range.low(), scope),
          all.of(range.high(), scope));
    }
    if (expression instanceof Expression.SetLiteral set) {
      if (set.elements().isEmpty()) {
        return JavaExpr.primary(
            "Set." + support.argument(((Type.SetOf) set.type()).element()) + "of()");
      }
      boolean distinct =
          set.elements().stream().allMatch(CollectionExpressions::isConstant)
              && set.elements().stream().distinct().count() == set.elements().size();
      if (set.elements().size() > CHAIN
          && set.elements().stream().allMatch(Expression.TupleLiteral.class::isInstance)) {
        return table(set.elements(), scope);
      }
      return collection(
          distinct ? "Set.of" : all.method(RuleSupport.Method.SET), set.elements(), scope);
    }
    if (expression instanceof Expression.SeqLiteral sequence) {
      return sequence.elements().isEmpty()
          ? JavaExpr.primary(
              "List." + support.argument(((Type.SeqOf) sequence.type()).element()) + "of()")
          : collection("List.of", sequence.elements(), scope);
    }
    if (expression instanceof Expression.TupleLiteral tuple) {
      return collection("new " + all.tuple((Type.TupleOf) tuple.type()), tuple.elements(), scope);
    }
    if (expression instanceof Expression.RecordLiteral struct) {
      return collection("new " + struct.record(), struct.values(), scope);
    }
    return null;
  }

  /** A set of many tuples, each on a separate line, with aligned columns. */
  private JavaExpr table(List<Expression> tuples, JavaScope scope) {
    List<List<String>> rows = new ArrayList<>();
    for (Expression each : tuples) {
      Expression.TupleLiteral tuple = (Expression.TupleLiteral) each;
      List<String> row = new ArrayList<>();
      for (Expression place : tuple.elements()) {
        String text = all.of(place, scope).layout().render(Integer.MAX_VALUE, 0, 0);
        boolean first = row.isEmpty();
        boolean last = row.size() + 1 == tuple.elements().size();
        String open = first ? "new " + all.tuple((Type.TupleOf) tuple.type()) + "(" : "";
        row.add(open + text + (last ? ")" : ","));
      }
      rows.add(row);
    }
    List<Layout> lines = Columns.align(rows).stream().map(Layout::text).toList();
    return new JavaExpr(
        Layout.arguments(all.method(RuleSupport.Method.SET) + "(", lines, ")"), Strength.PRIMARY);
  }

  private JavaExpr collection(String callee, List<Expression> elements, JavaScope scope) {
    return JavaExpr.call(
        Layout.text(callee), elements.stream().map(each -> all.of(each, scope)).toList());
  }

  private static boolean isConstant(Expression expression) {
    return expression instanceof Expression.EnumConstant
        || expression instanceof Expression.IntLiteral
        || expression instanceof Expression.StringLiteral
        || expression instanceof Expression.BoolLiteral;
  }

  static boolean isEmptyLiteral(Expression expression) {
    return (expression instanceof Expression.SeqLiteral sequence && sequence.elements().isEmpty())
        || (expression instanceof Expression.SetLiteral set && set.elements().isEmpty());
  }

  private JavaExpr element(Expression.Element element, JavaScope scope) {
    return scope
        .elementName(element.sequence(), element.index())
        .map(JavaExpr::primary)
        .orElseGet(
            () -> {
              Calculation minus = Calculation.MINUS;
              Expression place =
                  element.index() instanceof Expression.IntLiteral literal
                      ? new Expression.IntLiteral(literal.value() - 1)
                      : new Expression.Calculate(
                          minus, element.index(), new Expression.IntLiteral(1));
              return all.of(element.sequence(), scope).method("get", all.of(place, scope));
            });
  }

  private JavaExpr member(Expression element, Expression set, JavaScope scope) {
    if (set instanceof Expression.AllOf) {
      return JavaExpr.chain(
          "!=",
          Strength.EQUALITY,
          Strength.RELATION,
          List.of(all.of(element, scope), JavaExpr.primary("null")));
    }
    if (set instanceof Expression.SetLiteral literal && isChain(element, literal)) {
      List<Expression> equalities =
          literal.elements().stream()
              .<Expression>map(each -> new Expression.Equal(element, each))
              .toList();
      return equalities.size() == 1
          ? all.of(equalities.get(0), scope)
          : all.of(new Expression.Or(equalities), scope);
    }
    if (set instanceof Expression.Range range && isBrief(element)) {
      return all.of(
          new Expression.And(
              List.of(
                  new Expression.Compare(Order.AT_MOST, range.low(), element),
                  new Expression.Compare(Order.AT_MOST, element, range.high()))),
          scope);
    }
    if (set instanceof Expression.SetOperation operation && isBrief(element)) {
      Expression left = new Expression.Member(element, operation.left());
      Expression right = new Expression.Member(element, operation.right());
      return switch (operation.operator()) {
        case UNION -> all.of(new Expression.Or(List.of(left, right)), scope);
        case INTERSECTION -> all.of(new Expression.And(List.of(left, right)), scope);
        case DIFFERENCE ->
            all.of(new Expression.And(List.of(left, new Expression.Not(right))), scope);
      };
    }
    JavaExpr collection =
        set instanceof Expression.ElementsOf elements
            ? all.of(elements.sequence(), scope)
            : all.of(set, scope);
    return collection.method("contains", all.of(element, scope));
  }

  /** Whether a membership reads and runs best as a chain of comparisons. */
  private static boolean isChain(Expression element, Expression.SetLiteral set) {
    return isBrief(element)
        && !set.elements().isEmpty()
        && set.elements().size() <= CHAIN
        && set.elements().stream().allMatch(CollectionExpressions::isConstant);
  }

  /** Whether an expression may stand there twice. */
  private static boolean isBrief(Expression expression) {
    return expression instanceof Expression.Local
        || expression instanceof Expression.VariableAt
        || (expression instanceof Expression.Field field
            && (field.record() instanceof Expression.OutputsAt || isBrief(field.record())))
        || (expression instanceof Expression.Element element
            && element.index() instanceof Expression.Local);
  }
}
