package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.Expression.Calculation;
import io.mooring.codegen.model.Expression.IntLiteral;
import io.mooring.codegen.model.Expression.Order;
import io.mooring.codegen.model.Expression.SetOperator;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets, sequences and tuples, and the operators of the standard modules. */
final class SetExpressions {

  private static final Set<String> SEQUENCES =
      Set.of("Len", "Head", "Tail", "Append", "\\o", "\\circ", "SubSeq", "SelectSeq");
  private static final Expression BOOLEANS =
      new Expression.SetLiteral(
          new Type.SetOf(Type.BOOL),
          List.of(new Expression.BoolLiteral(false), new Expression.BoolLiteral(true)));

  private final Translator translator;
  private final Logic logic;

  SetExpressions(Translator translator) {
    this.translator = translator;
    this.logic = new Logic(translator);
  }

  /** Reads a built-in operator on sets, sequences or tuples; null if it is none. */
  @Nullable TypedExpr read(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    return switch (apply.operator()) {
      case "BOOLEAN" ->
          new TypedExpr(
              TypeVariable.set(TypeVariable.of(Type.BOOL)),
              apply.span(),
              () -> BOOLEANS,
              element -> new Expression.BoolLiteral(true),
              null);
      case "$SetEnumerate" -> setOf(readAll(apply, scope), apply.span());
      case "$Tuple" -> tuple(apply, scope);
      case "$FcnApply" -> element(apply, scope);
      case "$CartesianProd" -> product(apply, scope);
      case "\\in" -> member(apply, scope);
      case "\\notin" -> {
        TypedExpr member = member(apply, scope);
        yield new TypedExpr(member.term(), apply.span(), () -> Simplify.not(member.build()));
      }
      case "\\subseteq" -> subset(apply, scope);
      case "\\union", "\\cup" -> operation(SetOperator.UNION, apply, scope);
      case "\\intersect", "\\cap" -> operation(SetOperator.INTERSECTION, apply, scope);
      case "\\" -> operation(SetOperator.DIFFERENCE, apply, scope);
      case "SUBSET" -> {
        TypedExpr set = set(apply.args().get(0), scope);
        yield TypedExpr.endless(
            TypeVariable.set(set.term()),
            apply.span(),
            "SUBSET",
            element -> new Expression.SubsetEq(element, set.build()));
      }
      case "DOMAIN" -> {
        TypedExpr sequence = sequence(apply.args().get(0), scope);
        yield new TypedExpr(
            TypeVariable.set(TypeVariable.of(Type.INT)),
            apply.span(),
            () -> Shorten.indices(sequence.build()));
      }
      default -> null;
    };
  }

  /** Reads an operator of a standard module. */
  TypedExpr standard(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    List<Expr> args = apply.args();
    return switch (apply.operator()) {
      case "<" -> logic.compare(Order.LESS, apply, scope);
      case "\\leq", "<=", "=<" -> logic.compare(Order.AT_MOST, apply, scope);
      case ">" -> logic.compare(Order.GREATER, apply, scope);
      case "\\geq", ">=" -> logic.compare(Order.AT_LEAST, apply, scope);
      case "+" -> logic.calculate(Calculation.PLUS, apply, scope);
      case "-" -> logic.calculate(Calculation.MINUS, apply, scope);
      case "*" -> logic.calculate(Calculation.TIMES, apply, scope);
      case "\\div" -> logic.calculate(Calculation.DIV, apply, scope);
      case "%" -> logic.calculate(Calculation.MOD, apply, scope);
      case "-." -> {
        TypedExpr operand = logic.integer(args.get(0), scope);
        yield integer(
            apply.span(),
            () ->
                new Expression.Calculate(
                    Calculation.MINUS, new IntLiteral(0), logic.plain(operand.build())));
      }
      case ".." -> {
        TypedExpr low = logic.integer(args.get(0), scope);
        TypedExpr high = logic.integer(args.get(1), scope);
        yield new TypedExpr(
            TypeVariable.set(TypeVariable.of(Type.INT)),
            apply.span(),
            () -> new Expression.Range(logic.plain(low.build()), logic.plain(high.build())));
      }
      case "Nat", "Int" ->
          TypedExpr.endless(
              TypeVariable.set(TypeVariable.of(Type.INT)),
              apply.span(),
              apply.operator(),
              element ->
                  apply.operator().equals("Int")
                      ? new Expression.BoolLiteral(true)
                      : new Expression.Compare(Order.AT_LEAST, element, new IntLiteral(0)));
      case "Cardinality" -> {
        TypedExpr set = set(args.get(0), scope);
        yield integer(apply.span(), () -> new Expression.Size(set.build()));
      }
      default -> sequenceOperator(apply, scope);
    };
  }

  private TypedExpr sequenceOperator(Expr.Apply apply, ExpressionScope scope)
      throws ModelException {
    List<Expr> args = apply.args();
    if (apply.operator().equals("Seq")) {
      return allSequences(apply, scope);
    }
    if (!SEQUENCES.contains(apply.operator())) {
      throw Translator.cannot(apply.operator(), apply.span());
    }
    TypedExpr sequence = sequence(args.get(0), scope);
    TypeVariable element = sequence.term().parts().get(0);
    SourceSpan span = apply.span();
    return switch (apply.operator()) {
      case "Len" -> integer(span, () -> new Expression.Size(sequence.build()));
      case "Head" ->
          new TypedExpr(
              element, span, () -> new Expression.Element(sequence.build(), new IntLiteral(1)));
      case "Tail" ->
          new TypedExpr(
              sequence.term(),
              span,
              () ->
                  new Expression.SubSequence(
                      sequence.build(), new IntLiteral(2), new Expression.Size(sequence.build())));
      case "Append" -> {
        TypedExpr last = translator.read(args.get(1), scope);
        translator.require(last, element, "an element of the sequence");
        yield new TypedExpr(
            sequence.term(),
            span,
            () ->
                new Expression.Concat(
                    sequence.build(),
                    new Expression.SeqLiteral(
                        translator.type(sequence.term()), List.of(last.build()))));
      }
      case "\\o", "\\circ" -> {
        TypedExpr right = sequence(args.get(1), scope);
        translator.same(sequence, right, span);
        yield new TypedExpr(
            sequence.term(), span, () -> new Expression.Concat(sequence.build(), right.build()));
      }
      case "SubSeq" -> {
        TypedExpr from = logic.integer(args.get(1), scope);
        TypedExpr to = logic.integer(args.get(2), scope);
        yield new TypedExpr(
            sequence.term(),
            span,
            () ->
                new Expression.SubSequence(
                    sequence.build(), logic.plain(from.build()), logic.plain(to.build())));
      }
      default -> select(apply, sequence, scope);
    };
  }

  private TypedExpr select(Expr.Apply apply, TypedExpr sequence, ExpressionScope scope)
      throws ModelException {
    Definition test =
        apply.args().get(1) instanceof Expr.OperatorArgument argument
            ? translator.symbols().definition(argument.name()).orElse(null)
            : null;
    if (test == null || test.parameters().size() != 1) {
      throw Translator.cannot(
          "SelectSeq with a test that is not a definition of one parameter", apply.span());
    }
    String name = scope.names().take(JavaNames.member(test.parameters().get(0)));
    TypeVariable element = sequence.term().parts().get(0);
    TypedExpr local =
        new TypedExpr(
            element, apply.span(), () -> new Expression.Local(name, translator.type(element)));
    TypedExpr body =
        translator.condition(
            test.body(),
            new ExpressionScope(java.util.Map.of(), scope.view(), scope.primed(), scope.names())
                .with(test.parameters().get(0), new ExpressionScope.Bound(local)));
    return new TypedExpr(
        sequence.term(),
        apply.span(),
        () ->
            new Expression.FilterSequence(
                new Expression.Binding(name, translator.type(element)),
                sequence.build(),
                body.build()));
  }

  private TypedExpr integer(SourceSpan span, TypedExpr.Builder builder) {
    return new TypedExpr(TypeVariable.of(Type.INT), span, builder);
  }

  private List<TypedExpr> readAll(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    List<TypedExpr> drafts = new ArrayList<>();
    for (Expr each : apply.args()) {
      drafts.add(translator.read(each, scope));
    }
    return drafts;
  }

  static List<Expression> build(List<TypedExpr> drafts) throws ModelException {
    List<Expression> built = new ArrayList<>();
    for (TypedExpr draft : drafts) {
      built.add(draft.build());
    }
    return built;
  }

  /** A set by its elements, which must be of one type. */
  TypedExpr setOf(List<TypedExpr> elements, SourceSpan span) throws ModelException {
    TypeVariable element = TypeVariable.unknown();
    for (TypedExpr each : elements) {
      translator.require(each, element, "an element like the others of the set");
    }
    TypeVariable set = TypeVariable.set(element);
    return new TypedExpr(
        set, span, () -> new Expression.SetLiteral(translator.type(set), build(elements)));
  }

  private TypedExpr tuple(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    List<TypedExpr> places = readAll(apply, scope);
    TypeVariable term = TypeVariable.listed(places.stream().map(TypedExpr::term).toList());
    return new TypedExpr(
        term,
        apply.span(),
        () -> {
          Type type = translator.type(term);
          return type instanceof Type.SeqOf
              ? new Expression.SeqLiteral(type, build(places))
              : new Expression.TupleLiteral(type, build(places));
        });
  }

  /** {@code f[x]}: a place of a tuple, an element of a sequence, or a function's body. */
  private TypedExpr element(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    Expr function = apply.args().get(0);
    Expr argument = apply.args().get(1);
    Definition definition =
        function instanceof Expr.Apply name && name.kind() == Expr.Kind.DEFINED
            ? translator.symbols().definition(name.operator()).orElse(null)
            : null;
    if (definition != null
        && definition.body() instanceof Expr.Quantified body
        && body.quantifier() == Expr.Quantifier.FUNCTION
        && body.bounds().size() == 1
        && body.bounds().get(0).names().size() == 1) {
      ExpressionScope inner =
          new ExpressionScope(java.util.Map.of(), scope.view(), scope.primed(), scope.names())
              .with(
                  body.bounds().get(0).names().get(0), new ExpressionScope.Passed(argument, scope));
      return translator.read(body.body(), inner);
    }
    TypedExpr sequence = translator.read(function, scope);
    TypeVariable.Kind kind = sequence.term().kind();
    if (kind == TypeVariable.Kind.LISTED || kind == TypeVariable.Kind.TUPLE) {
      if (!(argument instanceof Expr.Num number)
          || number.value() < 1
          || number.value() > sequence.term().parts().size()) {
        if (kind == TypeVariable.Kind.TUPLE) {
          throw Translator.cannot("a computed place of a tuple", apply.span());
        }
      } else {
        return place(sequence, number.value(), apply.span());
      }
    }
    TypeVariable element = TypeVariable.unknown();
    translator.require(sequence, TypeVariable.sequence(element), "a sequence or tuple");
    TypedExpr index = logic.integer(argument, scope);
    return new TypedExpr(
        element,
        apply.span(),
        () -> new Expression.Element(sequence.build(), logic.plain(index.build())));
  }

  private TypedExpr place(TypedExpr tuple, int place, SourceSpan span) {
    TypeVariable term = tuple.term().parts().get(place - 1);
    return new TypedExpr(
        term,
        span,
        () ->
            translator.type(tuple.term()) instanceof Type.SeqOf
                ? new Expression.Element(tuple.build(), new IntLiteral(place))
                : new Expression.Place(tuple.build(), place - 1, translator.type(term)));
  }

  private TypedExpr product(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    List<TypedExpr> sets = new ArrayList<>();
    List<TypeVariable> elements = new ArrayList<>();
    for (Expr each : apply.args()) {
      TypedExpr set = set(each, scope);
      sets.add(set);
      elements.add(set.term().parts().get(0));
    }
    TypeVariable tuple = TypeVariable.tuple(elements);
    return TypedExpr.endless(
        TypeVariable.set(tuple),
        apply.span(),
        "a product of sets",
        element -> {
          List<Expression> all = new ArrayList<>();
          for (int i = 0; i < sets.size(); i++) {
            Expression place =
                element instanceof Expression.TupleLiteral literal
                    ? literal.elements().get(i)
                    : new Expression.Place(element, i, translator.type(elements.get(i)));
            all.add(sets.get(i).contains(place));
          }
          return Simplify.and(all);
        });
  }

  private TypedExpr allSequences(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    TypedExpr set = set(apply.args().get(0), scope);
    TypeVariable element = set.term().parts().get(0);
    String name = scope.names().take("each");
    return TypedExpr.endless(
        TypeVariable.set(TypeVariable.sequence(element)),
        apply.span(),
        "Seq",
        sequence -> {
          Type type = translator.type(element);
          return new Expression.ForAll(
              new Expression.Binding(name, type),
              new Expression.ElementsOf(sequence),
              set.contains(new Expression.Local(name, type)));
        });
  }

  private TypedExpr member(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    TypedExpr element = translator.read(apply.args().get(0), scope);
    TypedExpr set = set(apply.args().get(1), scope);
    TypeVariable inSet = set.term().parts().get(0);
    boolean asCode =
        element.term().known() instanceof Type.EnumType && Type.INT.equals(inSet.known());
    if (!asCode) {
      translator.require(element, inSet, "an element of the set");
    }
    return new TypedExpr(
        TypeVariable.of(Type.BOOL),
        apply.span(),
        () -> set.contains(asCode ? logic.plain(element.build()) : element.build()));
  }

  private TypedExpr subset(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    TypedExpr left = set(apply.args().get(0), scope);
    TypedExpr right = set(apply.args().get(1), scope);
    translator.same(left, right, apply.span());
    return new TypedExpr(
        TypeVariable.of(Type.BOOL),
        apply.span(),
        () -> new Expression.SubsetEq(left.build(), right.build()));
  }

  private TypedExpr operation(SetOperator operator, Expr.Apply apply, ExpressionScope scope)
      throws ModelException {
    TypedExpr left = set(apply.args().get(0), scope);
    TypedExpr right = set(apply.args().get(1), scope);
    translator.same(left, right, apply.span());
    return new TypedExpr(
        left.term(),
        apply.span(),
        () -> new Expression.SetOperation(operator, left.build(), right.build()));
  }

  /** Reads a set. */
  TypedExpr set(Expr expression, ExpressionScope scope) throws ModelException {
    TypedExpr draft = translator.read(expression, scope);
    translator.require(draft, TypeVariable.set(TypeVariable.unknown()), "a set");
    return draft;
  }

  private TypedExpr sequence(Expr expression, ExpressionScope scope) throws ModelException {
    TypedExpr draft = translator.read(expression, scope);
    translator.require(draft, TypeVariable.sequence(TypeVariable.unknown()), "a sequence");
    return draft;
  }
}
