package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.Expression.Calculation;
import io.mooring.codegen.model.Expression.Order;
import io.mooring.codegen.model.Expression.SetOperator;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets, sequences and tuples, and the operators of the standard modules. */
final class Collections {

  private static final Set<String> SEQUENCES =
      Set.of("Len", "Head", "Tail", "Append", "\\o", "\\circ", "SubSeq", "SelectSeq");
  private static final Expression BOOLEANS =
      new Expression.SetLiteral(
          new Type.SetOf(Type.BOOL),
          List.of(new Expression.BoolLiteral(false), new Expression.BoolLiteral(true)));

  private final Translator translator;
  private final Logic logic;

  Collections(Translator translator) {
    this.translator = translator;
    this.logic = new Logic(translator);
  }

  /** Reads a built-in operator on sets, sequences or tuples; null if it is none. */
  @Nullable Draft read(Expr.Apply apply, Scope scope) throws ModelException {
    return switch (apply.operator()) {
      case "BOOLEAN" ->
          new Draft(
              Term.set(Term.of(Type.BOOL)),
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
        Draft member = member(apply, scope);
        yield new Draft(member.term(), apply.span(), () -> Simplify.not(member.build()));
      }
      case "\\subseteq" -> subset(apply, scope);
      case "\\union", "\\cup" -> operation(SetOperator.UNION, apply, scope);
      case "\\intersect", "\\cap" -> operation(SetOperator.INTERSECTION, apply, scope);
      case "\\" -> operation(SetOperator.DIFFERENCE, apply, scope);
      case "SUBSET" -> {
        Draft set = set(apply.args().get(0), scope);
        yield Draft.endless(
            Term.set(set.term()),
            apply.span(),
            "SUBSET",
            element -> new Expression.SubsetEq(element, set.build()));
      }
      case "DOMAIN" -> {
        Draft sequence = sequence(apply.args().get(0), scope);
        yield new Draft(
            Term.set(Term.of(Type.INT)), apply.span(), () -> Shorten.indices(sequence.build()));
      }
      default -> null;
    };
  }

  /** Reads an operator of a standard module. */
  Draft standard(Expr.Apply apply, Scope scope) throws ModelException {
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
        Draft operand = logic.integer(args.get(0), scope);
        yield integer(
            apply.span(),
            () ->
                new Expression.Calculate(
                    Calculation.MINUS, new Expression.IntLiteral(0), logic.plain(operand.build())));
      }
      case ".." -> {
        Draft low = logic.integer(args.get(0), scope);
        Draft high = logic.integer(args.get(1), scope);
        yield new Draft(
            Term.set(Term.of(Type.INT)),
            apply.span(),
            () -> new Expression.Range(logic.plain(low.build()), logic.plain(high.build())));
      }
      case "Nat", "Int" ->
          Draft.endless(
              Term.set(Term.of(Type.INT)),
              apply.span(),
              apply.operator(),
              element ->
                  apply.operator().equals("Int")
                      ? new Expression.BoolLiteral(true)
                      : new Expression.Compare(
                          Order.AT_LEAST, element, new Expression.IntLiteral(0)));
      case "Cardinality" -> {
        Draft set = set(args.get(0), scope);
        yield integer(apply.span(), () -> new Expression.Size(set.build()));
      }
      default -> sequenceOperator(apply, scope);
    };
  }

  private Draft sequenceOperator(Expr.Apply apply, Scope scope) throws ModelException {
    List<Expr> args = apply.args();
    if (apply.operator().equals("Seq")) {
      return allSequences(apply, scope);
    }
    if (!SEQUENCES.contains(apply.operator())) {
      throw Translator.cannot(apply.operator(), apply.span());
    }
    Draft sequence = sequence(args.get(0), scope);
    Term element = sequence.term().parts().get(0);
    SourceSpan span = apply.span();
    return switch (apply.operator()) {
      case "Len" -> integer(span, () -> new Expression.Size(sequence.build()));
      case "Head" ->
          new Draft(
              element,
              span,
              () -> new Expression.Element(sequence.build(), new Expression.IntLiteral(1)));
      case "Tail" ->
          new Draft(
              sequence.term(),
              span,
              () ->
                  new Expression.SubSequence(
                      sequence.build(),
                      new Expression.IntLiteral(2),
                      new Expression.Size(sequence.build())));
      case "Append" -> {
        Draft last = translator.read(args.get(1), scope);
        translator.require(last, element, "an element of the sequence");
        yield new Draft(
            sequence.term(),
            span,
            () ->
                new Expression.Concat(
                    sequence.build(),
                    new Expression.SeqLiteral(
                        translator.type(sequence.term()), List.of(last.build()))));
      }
      case "\\o", "\\circ" -> {
        Draft right = sequence(args.get(1), scope);
        translator.same(sequence, right, span);
        yield new Draft(
            sequence.term(), span, () -> new Expression.Concat(sequence.build(), right.build()));
      }
      case "SubSeq" -> {
        Draft from = logic.integer(args.get(1), scope);
        Draft to = logic.integer(args.get(2), scope);
        yield new Draft(
            sequence.term(),
            span,
            () ->
                new Expression.SubSequence(
                    sequence.build(), logic.plain(from.build()), logic.plain(to.build())));
      }
      default -> select(apply, sequence, scope);
    };
  }

  private Draft select(Expr.Apply apply, Draft sequence, Scope scope) throws ModelException {
    Definition test =
        apply.args().get(1) instanceof Expr.OperatorArgument argument
            ? translator.vocabulary().definition(argument.name()).orElse(null)
            : null;
    if (test == null || test.parameters().size() != 1) {
      throw Translator.cannot(
          "SelectSeq with a test that is not a definition of one parameter", apply.span());
    }
    String name = scope.names().take(Names.member(test.parameters().get(0)));
    Term element = sequence.term().parts().get(0);
    Draft local =
        new Draft(
            element, apply.span(), () -> new Expression.Local(name, translator.type(element)));
    Draft body =
        translator.condition(
            test.body(),
            new Scope(java.util.Map.of(), scope.view(), scope.primed(), scope.names())
                .with(test.parameters().get(0), new Scope.Bound(local)));
    return new Draft(
        sequence.term(),
        apply.span(),
        () ->
            new Expression.FilterSequence(
                new Expression.Binding(name, translator.type(element)),
                sequence.build(),
                body.build()));
  }

  private Draft integer(SourceSpan span, Draft.Builder builder) {
    return new Draft(Term.of(Type.INT), span, builder);
  }

  private List<Draft> readAll(Expr.Apply apply, Scope scope) throws ModelException {
    List<Draft> drafts = new ArrayList<>();
    for (Expr each : apply.args()) {
      drafts.add(translator.read(each, scope));
    }
    return drafts;
  }

  static List<Expression> build(List<Draft> drafts) throws ModelException {
    List<Expression> built = new ArrayList<>();
    for (Draft draft : drafts) {
      built.add(draft.build());
    }
    return built;
  }

  /** A set by its elements, which must be of one type. */
  Draft setOf(List<Draft> elements, SourceSpan span) throws ModelException {
    Term element = Term.unknown();
    for (Draft each : elements) {
      translator.require(each, element, "an element like the others of the set");
    }
    Term set = Term.set(element);
    return new Draft(
        set, span, () -> new Expression.SetLiteral(translator.type(set), build(elements)));
  }

  private Draft tuple(Expr.Apply apply, Scope scope) throws ModelException {
    List<Draft> places = readAll(apply, scope);
    Term term = Term.listed(places.stream().map(Draft::term).toList());
    return new Draft(
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
  private Draft element(Expr.Apply apply, Scope scope) throws ModelException {
    Expr function = apply.args().get(0);
    Expr argument = apply.args().get(1);
    Definition definition =
        function instanceof Expr.Apply name && name.kind() == Expr.Kind.DEFINED
            ? translator.vocabulary().definition(name.operator()).orElse(null)
            : null;
    if (definition != null
        && definition.body() instanceof Expr.Quantified body
        && body.quantifier() == Expr.Quantifier.FUNCTION
        && body.bounds().size() == 1
        && body.bounds().get(0).names().size() == 1) {
      Scope inner =
          new Scope(java.util.Map.of(), scope.view(), scope.primed(), scope.names())
              .with(body.bounds().get(0).names().get(0), new Scope.Passed(argument, scope));
      return translator.read(body.body(), inner);
    }
    Draft sequence = translator.read(function, scope);
    Term.Kind kind = sequence.term().kind();
    if (kind == Term.Kind.LISTED || kind == Term.Kind.TUPLE) {
      if (!(argument instanceof Expr.Num number)
          || number.value() < 1
          || number.value() > sequence.term().parts().size()) {
        if (kind == Term.Kind.TUPLE) {
          throw Translator.cannot("a computed place of a tuple", apply.span());
        }
      } else {
        return place(sequence, number.value(), apply.span());
      }
    }
    Term element = Term.unknown();
    translator.require(sequence, Term.sequence(element), "a sequence or tuple");
    Draft index = logic.integer(argument, scope);
    return new Draft(
        element,
        apply.span(),
        () -> new Expression.Element(sequence.build(), logic.plain(index.build())));
  }

  private Draft place(Draft tuple, int place, SourceSpan span) {
    Term term = tuple.term().parts().get(place - 1);
    return new Draft(
        term,
        span,
        () ->
            translator.type(tuple.term()) instanceof Type.SeqOf
                ? new Expression.Element(tuple.build(), new Expression.IntLiteral(place))
                : new Expression.Place(tuple.build(), place - 1, translator.type(term)));
  }

  private Draft product(Expr.Apply apply, Scope scope) throws ModelException {
    List<Draft> sets = new ArrayList<>();
    List<Term> elements = new ArrayList<>();
    for (Expr each : apply.args()) {
      Draft set = set(each, scope);
      sets.add(set);
      elements.add(set.term().parts().get(0));
    }
    Term tuple = Term.tuple(elements);
    return Draft.endless(
        Term.set(tuple),
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

  private Draft allSequences(Expr.Apply apply, Scope scope) throws ModelException {
    Draft set = set(apply.args().get(0), scope);
    Term element = set.term().parts().get(0);
    String name = scope.names().take("each");
    return Draft.endless(
        Term.set(Term.sequence(element)),
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

  private Draft member(Expr.Apply apply, Scope scope) throws ModelException {
    Draft element = translator.read(apply.args().get(0), scope);
    Draft set = set(apply.args().get(1), scope);
    Term inSet = set.term().parts().get(0);
    boolean asCode =
        element.term().known() instanceof Type.EnumType && Type.INT.equals(inSet.known());
    if (!asCode) {
      translator.require(element, inSet, "an element of the set");
    }
    return new Draft(
        Term.of(Type.BOOL),
        apply.span(),
        () -> set.contains(asCode ? logic.plain(element.build()) : element.build()));
  }

  private Draft subset(Expr.Apply apply, Scope scope) throws ModelException {
    Draft left = set(apply.args().get(0), scope);
    Draft right = set(apply.args().get(1), scope);
    translator.same(left, right, apply.span());
    return new Draft(
        Term.of(Type.BOOL),
        apply.span(),
        () -> new Expression.SubsetEq(left.build(), right.build()));
  }

  private Draft operation(SetOperator operator, Expr.Apply apply, Scope scope)
      throws ModelException {
    Draft left = set(apply.args().get(0), scope);
    Draft right = set(apply.args().get(1), scope);
    translator.same(left, right, apply.span());
    return new Draft(
        left.term(),
        apply.span(),
        () -> new Expression.SetOperation(operator, left.build(), right.build()));
  }

  /** Reads a set. */
  Draft set(Expr expression, Scope scope) throws ModelException {
    Draft draft = translator.read(expression, scope);
    translator.require(draft, Term.set(Term.unknown()), "a set");
    return draft;
  }

  private Draft sequence(Expr expression, Scope scope) throws ModelException {
    Draft draft = translator.read(expression, scope);
    translator.require(draft, Term.sequence(Term.unknown()), "a sequence");
    return draft;
  }
}
