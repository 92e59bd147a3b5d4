package io.mooring.prover.translate;

import io.mooring.checker.tlc.Expr;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import io.mooring.prover.value.Context;
import io.mooring.prover.value.Functions;
import io.mooring.prover.value.Open;
import io.mooring.prover.value.SetValue;
import io.mooring.prover.value.Shape;
import io.mooring.prover.value.Value;
import io.mooring.prover.value.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operators of the module Sequences. */
final class Sequences {

  private static final int LONGEST = 64;

  private final Evaluator evaluator;

  Sequences(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  @Nullable Value value(Expr.Apply apply, Scope scope, Moment moment) {
    List<Expr> args = apply.args();
    return switch (apply.operator()) {
      case "Len" -> new Value.Int(sequence(args.get(0), scope, moment).length());
      case "Head" ->
          Functions.at(sequence(args.get(0), scope, moment), Terms.number(1), apply.span().line());
      case "Tail" -> {
        Value.Seq of = sequence(args.get(0), scope, moment);
        String place = apply.span().line();
        yield Open.unless(
            Terms.atMost(Terms.number(1), of.length()),
            () -> part(Terms.number(2), of.length(), of.places()),
            place);
      }
      case "Append" ->
          append(sequence(args.get(0), scope, moment), evaluator.value(args.get(1), scope, moment));
      case "\\o", "\\circ" ->
          concat(sequence(args.get(0), scope, moment), sequence(args.get(1), scope, moment));
      case "SubSeq" ->
          part(
              sequence(args.get(0), scope, moment),
              evaluator.value(args.get(1), scope, moment).scalar(),
              evaluator.value(args.get(2), scope, moment).scalar(),
              apply.span().line());
      case "SelectSeq" -> select(apply, scope, moment);
      case "Seq" -> all(evaluator.set(args.get(0), scope, moment));
      default -> null;
    };
  }

  private Value.Seq sequence(Expr expression, Scope scope, Moment moment) {
    Value value = evaluator.value(expression, scope, moment);
    if (value instanceof Value.Seq seq) {
      return seq;
    }
    throw new UntranslatableException(
        value.kind() + " stands where a sequence must stand", "", expression.span());
  }

  private static Value all(SetValue elements) {
    return new Value.SetOf(
        SetValue.endless(
            new Shape.Seq(elements.shape()),
            value ->
                value instanceof Value.Seq seq
                    ? Terms.and(
                        Terms.atMost(Terms.number(0), seq.length()),
                        Values.forAll(
                            Terms.number(1),
                            seq.length(),
                            place -> elements.contains(seq.places().at(place))))
                    : Terms.FALSE));
  }

  static Value.Seq append(Value.Seq to, Value last) {
    Term length = Terms.plus(to.length(), Terms.number(1));
    return new Value.Seq(
        length, place -> Values.ite(Terms.equal(place, length), last, to.places().at(place)));
  }

  private static Value concat(Value.Seq first, Value.Seq second) {
    return new Value.Seq(
        Terms.plus(first.length(), second.length()),
        place ->
            Values.ite(
                Terms.atMost(place, first.length()),
                first.places().at(place),
                second.places().at(Terms.minus(place, first.length()))));
  }

  /** From one place to another, which need not be places of the sequence. */
  private static Value part(Value.Seq of, Term from, Term to, String where) {
    boolean isWithin =
        Context.implies(Terms.atMost(Terms.number(1), from))
            && Context.implies(Terms.atMost(to, of.length()));
    return part(from, to, isWithin ? of.places() : at -> Functions.at(of, at, where));
  }

  private static Value part(Term from, Term to, Value.Seq.Places places) {
    Term length = Terms.plus(Terms.minus(to, from), Terms.number(1));
    return new Value.Seq(
        Terms.ite(Terms.atMost(Terms.number(0), length), length, Terms.number(0)),
        place -> places.at(Terms.minus(Terms.plus(place, from), Terms.number(1))));
  }

  /** The elements that satisfy a condition: one by one, for a sequence that is seen to be short. */
  private Value select(Expr.Apply apply, Scope scope, Moment moment) {
    Value.Seq of = sequence(apply.args().get(0), scope, moment);
    java.math.BigInteger longest = Terms.greatest(of.length());
    if (longest == null || longest.intValue() > LONGEST) {
      throw new UntranslatableException("SelectSeq on a sequence of any length", apply.span());
    }
    Value selected = Value.Seq.of(List.of());
    for (int i = 1; i <= longest.intValue(); i++) {
      Term index = Terms.number(i);
      Value element = of.places().at(index);
      Scope inner = scope.with("$element", element);
      Expr use =
          new Expr.Apply(
              "$element", Expr.Kind.PARAMETER, null, List.of(), apply.args().get(0).span());
      Term holds =
          Context.knowing(
              Functions.has(of, index),
              () ->
                  evaluator.condition(
                      applied(apply.args().get(1), use), testScope(apply, inner), moment));
      selected =
          Values.ite(
              Terms.and(Terms.atMost(index, of.length()), holds),
              append((Value.Seq) selected, element),
              selected);
    }
    return selected;
  }

  private static Expr applied(Expr operator, Expr argument) {
    if (operator instanceof Expr.OperatorArgument named) {
      return new Expr.Apply(
          named.lambda() == null ? named.name() : "$test",
          Expr.Kind.DEFINED,
          null,
          List.of(argument),
          operator.span());
    }
    throw new UntranslatableException("this operator", operator.span());
  }

  private static Scope testScope(Expr.Apply apply, Scope scope) {
    return apply.args().get(1) instanceof Expr.OperatorArgument named && named.lambda() != null
        ? scope.with("$test", new Scope.Defined(named.lambda(), () -> scope))
        : scope;
  }
}
