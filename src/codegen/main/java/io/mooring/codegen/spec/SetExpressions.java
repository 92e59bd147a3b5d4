package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.codegen.model.Calculation;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.Expression.IntLiteral;
import io.mooring.codegen.model.FunctionExpression;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Order;
import io.mooring.codegen.model.SetOperator;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets, sequences and tuples, and the operators of the standard modules. */
final class SetExpressions {

  private static final Expression BOOLEANS =
      new Expression.SetLiteral(
          new Type.SetOf(Type.BOOL),
          List.of(new Expression.BoolLiteral(false), new Expression.BoolLiteral(true)));

  private final Translator translator;
  private final Logic logic;
  private final SequenceExpressions sequences;
  private final FunctionExpressions functions;

  SetExpressions(Translator translator) {
    this.translator = translator;
    this.logic = new Logic(translator);
    this.sequences = new SequenceExpressions(translator, this, logic);
    this.functions = new FunctionExpressions(translator, this, logic);
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
      case "$FcnApply" -> functions.apply(apply, scope);
      case "$SetOfFcns" -> functions.setOf(apply, scope);
      case "$Except" -> functions.except(apply, scope);
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
        yield new TypedExpr(
            TypeVariable.set(set.term()),
            apply.span(),
            () -> new FunctionExpression.SubsetsOf(set.build()),
            element -> within(element, set, scope),
            null);
      }
      case "STRING" ->
          TypedExpr.endless(
              TypeVariable.set(TypeVariable.of(Type.STRING)),
              apply.span(),
              "STRING",
              element -> new Expression.BoolLiteral(true));
      case "UNION" -> union(apply, scope);
      case "DOMAIN" -> functions.domain(apply, scope);
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
      default -> sequences.read(apply, scope);
    };
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

  TypedExpr place(TypedExpr tuple, int place, SourceSpan span) {
    TypeVariable term = tuple.term().parts().get(place - 1);
    return new TypedExpr(
        term,
        span,
        () ->
            translator.type(tuple.term()) instanceof Type.SeqOf
                ? new Expression.Element(tuple.build(), new IntLiteral(place))
                : new Expression.Place(tuple.build(), place - 1, translator.type(term)));
  }

  /** All elements of the sets of a set; of endless ones, made by a rule, membership alone. */
  private TypedExpr union(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    TypedExpr sets = set(apply.args().get(0), scope);
    TypeVariable set = sets.term().parts().get(0);
    TypeVariable element = TypeVariable.unknown();
    if (!translator.unify(set, TypeVariable.set(element))) {
      throw new ModelException(
          SymbolTable.line(apply.span()), "UNION of a set whose elements are no sets");
    }
    return new TypedExpr(
        set,
        apply.span(),
        () -> new FunctionExpression.UnionOf(sets.build()),
        sets.elementMembership(),
        null);
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
        TypeVariable.of(Type.BOOL), apply.span(), () -> within(left.build(), right, scope));
  }

  /** That all elements of one set are in another one, which may be endless. */
  private Expression within(Expression part, TypedExpr whole, ExpressionScope scope)
      throws ModelException {
    if (whole.membership() == null) {
      return new Expression.SubsetEq(part, whole.build());
    }
    Type type = translator.type(whole.term().parts().get(0));
    String name = scope.names().take("each");
    return new Expression.ForAll(
        new Expression.Binding(name, type), part, whole.contains(new Expression.Local(name, type)));
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
}
