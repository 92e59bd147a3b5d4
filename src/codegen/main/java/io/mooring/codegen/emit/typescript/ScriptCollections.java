package io.mooring.codegen.emit.typescript;

import io.mooring.codegen.emit.Columns;
import io.mooring.codegen.emit.JavaExpr;
import io.mooring.codegen.emit.JavaExpr.Strength;
import io.mooring.codegen.emit.Layout;
import io.mooring.codegen.emit.typescript.ScriptSupport.Function;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.FunctionExpression;
import io.mooring.codegen.model.Order;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;

/** Translates expressions about sets, sequences, tuples and records to TypeScript. */
final class ScriptCollections {

  /** Memberships of so few constants are comparisons; so many tuples and more are a table. */
  private static final int FEW = 4;

  private final Script script;
  private final ScriptExpressions all;
  private final ScriptFunctions functions;

  ScriptCollections(Script script, ScriptExpressions all) {
    this.script = script;
    this.all = all;
    this.functions = new ScriptFunctions(script, all);
  }

  JavaExpr of(Expression expression, Moments moments) {
    if (expression instanceof Expression.Member member) {
      return member(member.element(), member.set(), moments);
    }
    if (expression instanceof Expression.SubsetEq subset) {
      return all.call(
          Function.IS_SUBSET, all.of(subset.left(), moments), all.of(subset.right(), moments));
    }
    if (expression instanceof Expression.Size size) {
      boolean sequence = size.collection().type() instanceof Type.SeqOf;
      return ScriptExpressions.property(
          all.of(size.collection(), moments), sequence ? ".length" : ".size");
    }
    if (expression instanceof Expression.Element element) {
      return all.call(
          Function.ELEMENT_AT,
          all.of(element.sequence(), moments),
          all.of(element.index(), moments));
    }
    if (expression instanceof Expression.SetOperation operation) {
      Function function =
          switch (operation.operator()) {
            case UNION -> Function.UNION;
            case INTERSECTION -> Function.INTERSECTION;
            case DIFFERENCE -> Function.DIFFERENCE;
          };
      return all.call(
          function, all.of(operation.left(), moments), all.of(operation.right(), moments));
    }
    if (expression instanceof Expression.Concat concat) {
      return list(
          "[", List.of(spread(concat.left(), moments), spread(concat.right(), moments)), "]");
    }
    if (expression instanceof Expression.SubSequence part) {
      return all.call(
          Function.SUB_SEQUENCE,
          all.of(part.sequence(), moments),
          all.of(part.from(), moments),
          all.of(part.to(), moments));
    }
    if (expression instanceof FunctionExpression function) {
      return functions.of(function, moments);
    }
    return loopOrLiteral(expression, moments);
  }

  private JavaExpr spread(Expression sequence, Moments moments) {
    return new JavaExpr(
        Layout.row(Layout.text("..."), all.of(sequence, moments).layout()), Strength.PRIMARY);
  }

  private JavaExpr loopOrLiteral(Expression expression, Moments moments) {
    if (expression instanceof Expression.ForAll loop) {
      return loop(Function.EVERY, loop.domain(), loop.binding(), loop.body(), moments);
    }
    if (expression instanceof Expression.Exists loop) {
      return loop(Function.SOME, loop.domain(), loop.binding(), loop.body(), moments);
    }
    if (expression instanceof Expression.Filter loop) {
      return loop(Function.FILTER, loop.domain(), loop.binding(), loop.body(), moments);
    }
    if (expression instanceof Expression.MapSet loop) {
      return all.call(
          Function.MAPPED,
          List.of(loop.binding().type(), loop.body().type()),
          List.of(
              domain(loop.domain(), moments), all.lambda(loop.binding(), loop.body(), moments)));
    }
    if (expression instanceof Expression.FlatMapSet loop) {
      return all.call(
          Function.FLAT_MAPPED,
          List.of(loop.binding().type(), ((Type.SetOf) loop.body().type()).element()),
          List.of(
              domain(loop.domain(), moments), all.lambda(loop.binding(), loop.body(), moments)));
    }
    if (expression instanceof Expression.FilterSequence loop) {
      return all.of(loop.sequence(), moments)
          .method("filter", all.lambda(loop.binding(), loop.body(), moments));
    }
    if (expression instanceof Expression.MapSequence loop) {
      return all.call(
          Function.SEQUENCE,
          List.of(loop.body().type()),
          List.of(
              all.of(loop.length(), moments), all.lambda(loop.binding(), loop.body(), moments)));
    }
    return literal(expression, moments);
  }

  private JavaExpr loop(
      Function function,
      Expression domain,
      Expression.Binding binding,
      Expression body,
      Moments moments) {
    return all.call(function, domain(domain, moments), all.lambda(binding, body, moments));
  }

  /** What a loop runs over: of the elements of a sequence no set is made. */
  private JavaExpr domain(Expression domain, Moments moments) {
    return domain instanceof Expression.ElementsOf elements
        ? all.of(elements.sequence(), moments)
        : all.of(domain, moments);
  }

  private JavaExpr literal(Expression expression, Moments moments) {
    if (expression instanceof Expression.AllOf allOf) {
      return all.call(
          Function.CONSTANTS_OF, JavaExpr.primary(script.names().type(allOf.enumeration())));
    }
    if (expression instanceof Expression.Range range) {
      return all.call(Function.RANGE, all.of(range.low(), moments), all.of(range.high(), moments));
    }
    if (expression instanceof Expression.ElementsOf elements) {
      return all.call(Function.DISTINCT, all.of(elements.sequence(), moments));
    }
    if (expression instanceof Expression.SetLiteral set) {
      return all.call(
          Function.SET_OF,
          List.of(((Type.SetOf) set.type()).element()),
          elements(set.elements(), moments));
    }
    if (expression instanceof Expression.SeqLiteral sequence) {
      return list("[", each(sequence.elements(), moments), "]");
    }
    if (expression instanceof Expression.TupleLiteral tuple) {
      return list("[", each(tuple.elements(), moments), "]");
    }
    Expression.RecordLiteral struct = (Expression.RecordLiteral) expression;
    List<RecordType.Field> fields = script.lookup().record(struct.record()).fields();
    List<Layout> parts = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      parts.add(
          Layout.row(
              Layout.text(fields.get(i).name() + ": "),
              all.of(struct.values().get(i), moments).layout()));
    }
    return new JavaExpr(Layout.arguments("{ ", parts, " }"), Strength.PRIMARY);
  }

  private List<JavaExpr> each(List<Expression> elements, Moments moments) {
    return elements.stream().map(each -> all.of(each, moments)).toList();
  }

  private static JavaExpr list(String open, List<JavaExpr> elements, String close) {
    return new JavaExpr(
        Layout.arguments(open, elements.stream().map(JavaExpr::layout).toList(), close),
        Strength.PRIMARY);
  }

  /** The elements of a set; many tuples are aligned, each on its own line. */
  private List<JavaExpr> elements(List<Expression> elements, Moments moments) {
    if (elements.size() <= FEW
        || !elements.stream().allMatch(Expression.TupleLiteral.class::isInstance)) {
      return each(elements, moments);
    }
    List<List<String>> rows = new ArrayList<>();
    for (Expression element : elements) {
      List<String> row = new ArrayList<>();
      for (JavaExpr place : each(((Expression.TupleLiteral) element).elements(), moments)) {
        row.add((row.isEmpty() ? "[" : "") + place.layout().render(Integer.MAX_VALUE, 0, 0) + ",");
      }
      int last = row.size() - 1;
      row.set(last, row.get(last).replaceAll(",$", "]"));
      rows.add(row);
    }
    return Columns.align(rows).stream().map(JavaExpr::primary).toList();
  }

  private JavaExpr member(Expression element, Expression set, Moments moments) {
    if (set instanceof Expression.AllOf allOf) {
      return all.call(
          Function.IS_CONSTANT,
          JavaExpr.primary(script.names().type(allOf.enumeration())),
          all.of(element, moments));
    }
    if (set instanceof Expression.SetLiteral literal && isChain(element, literal)) {
      List<Expression> equalities =
          literal.elements().stream()
              .<Expression>map(each -> new Expression.Equal(element, each))
              .toList();
      return all.of(
          equalities.size() == 1 ? equalities.get(0) : new Expression.Or(equalities), moments);
    }
    if (set instanceof Expression.Range range && isBrief(element)) {
      return all.of(
          new Expression.And(
              List.of(
                  new Expression.Compare(Order.AT_MOST, range.low(), element),
                  new Expression.Compare(Order.AT_MOST, element, range.high()))),
          moments);
    }
    if (set instanceof Expression.SetOperation operation && isBrief(element)) {
      Expression left = new Expression.Member(element, operation.left());
      Expression right = new Expression.Member(element, operation.right());
      return switch (operation.operator()) {
        case UNION -> all.of(new Expression.Or(List.of(left, right)), moments);
        case INTERSECTION -> all.of(new Expression.And(List.of(left, right)), moments);
        case DIFFERENCE ->
            all.of(new Expression.And(List.of(left, new Expression.Not(right))), moments);
      };
    }
    return all.call(Function.HAS, domain(set, moments), all.of(element, moments));
  }

  /** Whether a membership reads best as a chain of comparisons. */
  private static boolean isChain(Expression element, Expression.SetLiteral set) {
    return isBrief(element)
        && !set.elements().isEmpty()
        && set.elements().size() <= FEW
        && set.elements().stream()
            .allMatch(
                each ->
                    each instanceof Expression.EnumConstant
                        || each instanceof Expression.IntLiteral
                        || each instanceof Expression.StringLiteral);
  }

  /** Whether an expression may stand there twice. */
  private static boolean isBrief(Expression expression) {
    return expression instanceof Expression.Local
        || expression instanceof Expression.VariableAt
        || (expression instanceof Expression.Field field
            && (field.record() instanceof Expression.OutputsAt || isBrief(field.record())));
  }
}
