package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.Expression.IntLiteral;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sequences, and the operators of their standard module. */
final class SequenceExpressions {

  private static final Set<String> SEQUENCES =
      Set.of("Len", "Head", "Tail", "Append", "\\o", "\\circ", "SubSeq", "SelectSeq");

  private final Translator translator;
  private final SetExpressions sets;
  private final Logic logic;

  SequenceExpressions(Translator translator, SetExpressions sets, Logic logic) {
    this.translator = translator;
    this.sets = sets;
    this.logic = logic;
  }

  /** Reads an operator of the module Sequences. */
  TypedExpr read(Expr.Apply apply, ExpressionScope scope) throws ModelException {
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
            new ExpressionScope(Map.of(), scope.view(), scope.primed(), scope.names())
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

  private TypedExpr allSequences(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    TypedExpr set = sets.set(apply.args().get(0), scope);
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

  /** Reads a sequence. */
  TypedExpr sequence(Expr expression, ExpressionScope scope) throws ModelException {
    TypedExpr draft = translator.read(expression, scope);
    translator.require(draft, TypeVariable.sequence(TypeVariable.unknown()), "a sequence");
    return draft;
  }

  private static TypedExpr integer(SourceSpan span, TypedExpr.Builder builder) {
    return new TypedExpr(TypeVariable.of(Type.INT), span, builder);
  }
}
