package io.mooring.codegen.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Walks over {@link Expression} trees. */
public final class Expressions {

  /** Takes a node apart into its operands, and puts it together again with others. */
  private interface Shape {
    List<Expression> operands(Expression node);

    Expression with(Expression node, List<Expression> operands);
  }

  private Expressions() {}

  /** The expression and all within it, each before its operands. */
  public static Stream<Expression> all(Expression expression) {
    return Stream.concat(
        Stream.of(expression), operands(expression).stream().flatMap(Expressions::all));
  }

  /**
   * The conjuncts of a condition, through all conjunctions of conjunctions; itself if it is none.
   */
  public static List<Expression> conjuncts(Expression condition) {
    return condition instanceof Expression.And and
        ? and.operands().stream().flatMap(each -> conjuncts(each).stream()).toList()
        : List.of(condition);
  }

  /** The operands of a node, in the order in which Java evaluates them. */
  public static List<Expression> operands(Expression node) {
    if (node instanceof FunctionExpression function) {
      return FunctionExpression.operands(function);
    }
    Shape shape = SHAPES.get(node.getClass());
    return shape == null ? List.of() : shape.operands(node);
  }

  /** The tree with each node replaced, operands first. */
  public static Expression rewrite(Expression node, UnaryOperator<Expression> change) {
    if (node instanceof FunctionExpression function) {
      return change.apply(
          FunctionExpression.with(
              function,
              FunctionExpression.operands(function).stream()
                  .map(each -> rewrite(each, change))
                  .toList()));
    }
    Shape shape = SHAPES.get(node.getClass());
    if (shape == null) {
      return change.apply(node);
    }
    List<Expression> operands = new ArrayList<>();
    for (Expression operand : shape.operands(node)) {
      operands.add(rewrite(operand, change));
    }
    return change.apply(shape.with(node, operands));
  }

  private static <T extends Expression> Map.Entry<Class<? extends Expression>, Shape> shape(
      Class<T> type,
      java.util.function.Function<T, List<Expression>> operands,
      java.util.function.BiFunction<T, List<Expression>, Expression> with) {
    return Map.entry(
        type,
        new Shape() {
          @Override
          public List<Expression> operands(Expression node) {
            return operands.apply(type.cast(node));
          }

          @Override
          public Expression with(Expression node, List<Expression> changed) {
            return with.apply(type.cast(node), changed);
          }
        });
  }

  private static final Map<Class<? extends Expression>, Shape> SHAPES =
      Map.ofEntries(
          shape(
              Expression.RecordLiteral.class,
              n -> n.values(),
              (n, o) -> new Expression.RecordLiteral(n.record(), o)),
          shape(
              Expression.SetLiteral.class,
              n -> n.elements(),
              (n, o) -> new Expression.SetLiteral(n.type(), o)),
          shape(
              Expression.SeqLiteral.class,
              n -> n.elements(),
              (n, o) -> new Expression.SeqLiteral(n.type(), o)),
          shape(
              Expression.TupleLiteral.class,
              n -> n.elements(),
              (n, o) -> new Expression.TupleLiteral(n.type(), o)),
          shape(
              Expression.Range.class,
              n -> List.of(n.low(), n.high()),
              (n, o) -> new Expression.Range(o.get(0), o.get(1))),
          shape(
              Expression.Field.class,
              n -> List.of(n.record()),
              (n, o) -> new Expression.Field(o.get(0), n.field(), n.type())),
          shape(
              Expression.Place.class,
              n -> List.of(n.tuple()),
              (n, o) -> new Expression.Place(o.get(0), n.index(), n.type())),
          shape(
              Expression.CodeOf.class,
              n -> List.of(n.constant()),
              (n, o) -> new Expression.CodeOf(o.get(0))),
          shape(
              Expression.ValueOf.class,
              n -> List.of(n.constant()),
              (n, o) -> new Expression.ValueOf(o.get(0))),
          shape(
              Expression.Not.class,
              n -> List.of(n.operand()),
              (n, o) -> new Expression.Not(o.get(0))),
          shape(Expression.And.class, n -> n.operands(), (n, o) -> new Expression.And(o)),
          shape(Expression.Or.class, n -> n.operands(), (n, o) -> new Expression.Or(o)),
          shape(
              Expression.Implies.class,
              n -> List.of(n.premise(), n.conclusion()),
              (n, o) -> new Expression.Implies(o.get(0), o.get(1))),
          shape(
              Expression.Equal.class,
              n -> List.of(n.left(), n.right()),
              (n, o) -> new Expression.Equal(o.get(0), o.get(1))),
          shape(
              Expression.Compare.class,
              n -> List.of(n.left(), n.right()),
              (n, o) -> new Expression.Compare(n.order(), o.get(0), o.get(1))),
          shape(
              Expression.Calculate.class,
              n -> List.of(n.left(), n.right()),
              (n, o) -> new Expression.Calculate(n.calculation(), o.get(0), o.get(1))),
          shape(
              Expression.Member.class,
              n -> List.of(n.element(), n.set()),
              (n, o) -> new Expression.Member(o.get(0), o.get(1))),
          shape(
              Expression.SubsetEq.class,
              n -> List.of(n.left(), n.right()),
              (n, o) -> new Expression.SubsetEq(o.get(0), o.get(1))),
          shape(
              Expression.SetOperation.class,
              n -> List.of(n.left(), n.right()),
              (n, o) -> new Expression.SetOperation(n.operator(), o.get(0), o.get(1))),
          shape(
              Expression.ForAll.class,
              n -> List.of(n.domain(), n.body()),
              (n, o) -> new Expression.ForAll(n.binding(), o.get(0), o.get(1))),
          shape(
              Expression.Exists.class,
              n -> List.of(n.domain(), n.body()),
              (n, o) -> new Expression.Exists(n.binding(), o.get(0), o.get(1))),
          shape(
              Expression.Filter.class,
              n -> List.of(n.domain(), n.body()),
              (n, o) -> new Expression.Filter(n.binding(), o.get(0), o.get(1))),
          shape(
              Expression.MapSet.class,
              n -> List.of(n.domain(), n.body()),
              (n, o) -> new Expression.MapSet(n.binding(), o.get(0), o.get(1))),
          shape(
              Expression.FlatMapSet.class,
              n -> List.of(n.domain(), n.body()),
              (n, o) -> new Expression.FlatMapSet(n.binding(), o.get(0), o.get(1))),
          shape(
              Expression.ElementsOf.class,
              n -> List.of(n.sequence()),
              (n, o) -> new Expression.ElementsOf(o.get(0))),
          shape(
              Expression.Size.class,
              n -> List.of(n.collection()),
              (n, o) -> new Expression.Size(o.get(0))),
          shape(
              Expression.Element.class,
              n -> List.of(n.sequence(), n.index()),
              (n, o) -> new Expression.Element(o.get(0), o.get(1))),
          shape(
              Expression.Concat.class,
              n -> List.of(n.left(), n.right()),
              (n, o) -> new Expression.Concat(o.get(0), o.get(1))),
          shape(
              Expression.SubSequence.class,
              n -> List.of(n.sequence(), n.from(), n.to()),
              (n, o) -> new Expression.SubSequence(o.get(0), o.get(1), o.get(2))),
          shape(
              Expression.FilterSequence.class,
              n -> List.of(n.sequence(), n.body()),
              (n, o) -> new Expression.FilterSequence(n.binding(), o.get(0), o.get(1))),
          shape(
              Expression.MapSequence.class,
              n -> List.of(n.length(), n.body()),
              (n, o) -> new Expression.MapSequence(n.binding(), o.get(0), o.get(1))),
          shape(
              Expression.Conditional.class,
              n -> List.of(n.condition(), n.then(), n.otherwise()),
              (n, o) -> new Expression.Conditional(o.get(0), o.get(1), o.get(2))),
          shape(
              Expression.Call.class,
              n -> n.arguments(),
              (n, o) -> new Expression.Call(n.javaName(), n.level(), n.at(), o, n.type())),
          shape(
              Expression.Enabled.class,
              n -> List.of(n.body()),
              (n, o) -> new Expression.Enabled(n.moment(), n.events(), o.get(0))));
}
