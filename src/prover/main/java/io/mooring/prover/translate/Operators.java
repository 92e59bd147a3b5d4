package io.mooring.prover.translate;

import io.mooring.checker.tlc.Expr;
import io.mooring.prover.smt.Sort;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import io.mooring.prover.value.Context;
import io.mooring.prover.value.Functions;
import io.mooring.prover.value.SetValue;
import io.mooring.prover.value.Shape;
import io.mooring.prover.value.Value;
import io.mooring.prover.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Operators on values: those of the language, and of its modules of numbers and sequences. */
final class Operators {

  private final Evaluator evaluator;
  private final Sets sets;
  private final Sequences sequences;

  Operators(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.sets = new Sets(evaluator);
    this.sequences = new Sequences(evaluator);
  }

  Value value(Expr.Apply apply, Scope scope, Moment moment) {
    List<Expr> args = apply.args();
    return switch (apply.operator()) {
      case "=" -> truth(equal(args, scope, moment));
      case "/=", "#" -> truth(Terms.not(equal(args, scope, moment)));
      case "<" -> truth(Terms.less(number(args, 0, scope, moment), number(args, 1, scope, moment)));
      case ">" -> truth(Terms.less(number(args, 1, scope, moment), number(args, 0, scope, moment)));
      case "\\leq", "<=", "=<" ->
          truth(Terms.atMost(number(args, 0, scope, moment), number(args, 1, scope, moment)));
      case "\\geq", ">=" ->
          truth(Terms.atMost(number(args, 1, scope, moment), number(args, 0, scope, moment)));
      case "+" ->
          new Value.Int(Terms.plus(number(args, 0, scope, moment), number(args, 1, scope, moment)));
      case "-" ->
          new Value.Int(
              Terms.minus(number(args, 0, scope, moment), number(args, 1, scope, moment)));
      case "*" ->
          new Value.Int(
              Terms.times(number(args, 0, scope, moment), number(args, 1, scope, moment)));
      case "-." -> new Value.Int(Terms.minus(Terms.number(0), number(args, 0, scope, moment)));
      case "\\div", "%" -> divided(apply, scope, moment);
      case "$Tuple" -> Value.Seq.of(all(args, scope, moment));
      case "$RcdConstructor" -> record(args, scope, moment);
      case "$RcdSelect" -> select(apply, scope, moment);
      case "$FcnApply" ->
          Functions.apply(
              evaluator.value(args.get(0), scope, moment),
              evaluator.value(args.get(1), scope, moment),
              apply.span().line());
      case "$Except" -> except(apply, scope, moment);
      case "DOMAIN" -> domain(evaluator.value(args.get(0), scope, moment));
      default -> {
        Value value = sets.value(apply, scope, moment);
        if (value == null) {
          value = sequences.value(apply, scope, moment);
        }
        if (value == null) {
          throw new UntranslatableException(apply.operator(), apply.span());
        }
        yield value;
      }
    };
  }

  private static Value truth(Term term) {
    return new Value.Truth(term);
  }

  private Term equal(List<Expr> args, Scope scope, Moment moment) {
    return Values.equal(
        evaluator.value(args.get(0), scope, moment), evaluator.value(args.get(1), scope, moment));
  }

  private List<Value> all(List<Expr> args, Scope scope, Moment moment) {
    List<Value> values = new ArrayList<>();
    args.forEach(each -> values.add(evaluator.value(each, scope, moment)));
    return values;
  }

  Term number(List<Expr> args, int index, Scope scope, Moment moment) {
    Value value = evaluator.value(args.get(index), scope, moment);
    if (value instanceof Value.Int integer) {
      return integer.term();
    }
    throw new UntranslatableException(
        value.kind() + " stands where an integer must stand", "", args.get(index).span());
  }

  private Value divided(Expr.Apply apply, Scope scope, Moment moment) {
    Term left = number(apply.args(), 0, scope, moment);
    Term right = number(apply.args(), 1, scope, moment);
    if (!right.isNumber() || right.number().signum() <= 0) {
      throw new UntranslatableException(
          "a division by anything but a positive number", apply.span());
    }
    return new Value.Int(
        apply.operator().equals("%") ? Terms.mod(left, right) : Terms.div(left, right));
  }

  private Value record(List<Expr> pairs, Scope scope, Moment moment) {
    SortedMap<String, Value> fields = new TreeMap<>();
    for (Expr each : pairs) {
      Expr.Apply pair = (Expr.Apply) each;
      fields.put(
          ((Expr.Str) pair.args().get(0)).value(),
          evaluator.value(pair.args().get(1), scope, moment));
    }
    return new Value.Rec(fields);
  }

  private Value select(Expr.Apply apply, Scope scope, Moment moment) {
    Value value = evaluator.value(apply.args().get(0), scope, moment);
    String field = ((Expr.Str) apply.args().get(1)).value();
    if (value instanceof Value.Unknown || value instanceof Value.Absent) {
      return value;
    }
    if (!(value instanceof Value.Rec rec)) {
      throw new UntranslatableException(value.kind() + " has no field " + field, "", apply.span());
    }
    Value found = rec.fields().get(field);
    if (found == null) {
      throw new UntranslatableException(
          "a record with the fields "
              + String.join(", ", rec.fields().keySet())
              + " has no field "
              + field,
          "",
          apply.span());
    }
    return found;
  }

  private Value except(Expr.Apply except, Scope scope, Moment moment) {
    Value value = evaluator.value(except.args().get(0), scope, moment);
    for (Expr each : except.args().subList(1, except.args().size())) {
      Expr.Apply pair = (Expr.Apply) each;
      List<Expr> path = ((Expr.Apply) pair.args().get(0)).args();
      value = updated(value, path, pair.args().get(1), scope, moment);
    }
    return value;
  }

  private Value updated(Value old, List<Expr> path, Expr change, Scope scope, Moment moment) {
    if (path.isEmpty()) {
      return evaluator.value(change, scope.with("@", old), moment);
    }
    List<Expr> rest = path.subList(1, path.size());
    if (old instanceof Value.Rec rec && path.get(0) instanceof Expr.Str field) {
      SortedMap<String, Value> fields = new TreeMap<>(rec.fields());
      fields.computeIfPresent(
          field.value(), (name, value) -> updated(value, rest, change, scope, moment));
      return new Value.Rec(fields);
    }
    Value at = evaluator.value(path.get(0), scope, moment);
    if (old instanceof Value.Fun fun) {
      Value changed =
          Context.knowing(
              fun.domain().contains(at),
              () -> updated(fun.rule().of(at), rest, change, scope, moment));
      return new Value.Fun(
          fun.domain(),
          argument -> Values.ite(Values.equal(argument, at), changed, fun.rule().of(argument)));
    }
    if (old instanceof Value.Seq seq && at instanceof Value.Int place) {
      Value changed =
          Context.knowing(
              Functions.has(seq, place.term()),
              () -> updated(seq.places().at(place.term()), rest, change, scope, moment));
      return new Value.Seq(
          seq.length(),
          other -> Values.ite(Terms.equal(other, place.term()), changed, seq.places().at(other)));
    }
    throw new UntranslatableException("EXCEPT on " + old.kind(), path.get(0).span());
  }

  private static Value domain(Value value) {
    if (value instanceof Value.Fun fun) {
      return new Value.SetOf(fun.domain());
    }
    if (value instanceof Value.Seq seq) {
      return new Value.SetOf(SetValue.range(Terms.number(1), seq.length()));
    }
    throw new io.mooring.prover.value.MeaningException(value.kind() + " has no domain here");
  }

  /** The shape of integers. */
  static final Shape INTEGERS = new Shape.Scalar(Sort.INT, Value.Int::new);

  /** The shape of strings. */
  static final Shape STRINGS = new Shape.Scalar(Sort.INT, Value.Atom::new);
}
