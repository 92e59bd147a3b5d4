package io.mooring.prover.translate;

import io.mooring.checker.tlc.Expr;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import io.mooring.prover.value.Context;
import io.mooring.prover.value.Functions;
import io.mooring.prover.value.SetValue;
import io.mooring.prover.value.Value;
import io.mooring.prover.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Expressions that bind names. */
final class Quantifiers {

  private final Evaluator evaluator;

  Quantifiers(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Value value(Expr.Quantified quantified, Scope scope, Moment moment) {
    return switch (quantified.quantifier()) {
      case FOR_ALL -> new Value.Truth(all(quantified, scope, moment));
      case EXISTS -> new Value.Truth(some(quantified, scope, moment));
      case FILTER -> {
        Name only = names(quantified, scope, moment).get(0);
        yield new Value.SetOf(
            only.set()
                .filter(
                    each ->
                        evaluator.condition(quantified.body(), only.bind(scope, each), moment)));
      }
      case MAP ->
          new Value.SetOf(image(names(quantified, scope, moment), quantified, scope, moment));
      case FUNCTION -> function(quantified, scope, moment);
      case CHOOSE -> choose(quantified, scope, moment);
      case RECURSIVE_FUNCTION ->
          throw new UntranslatableException("a recursive function", quantified.span());
    };
  }

  /** One name, or a tuple of names, and the set that it ranges over. */
  private record Name(List<String> names, boolean tuple, SetValue set) {

    Scope bind(Scope scope, Value value) {
      return tuple ? scope.with(names, value) : scope.with(names.get(0), value);
    }
  }

  private List<Name> names(Expr.Quantified quantified, Scope scope, Moment moment) {
    List<Name> all = new ArrayList<>();
    for (Expr.Bound bound : quantified.bounds()) {
      Expr over = bound.set();
      if (over == null) {
        throw new UntranslatableException("a quantifier without a set", quantified.span());
      }
      SetValue set = evaluator.set(over, scope, moment);
      if (bound.tuple()) {
        all.add(new Name(bound.names(), true, set));
      } else {
        bound.names().forEach(each -> all.add(new Name(List.of(each), false, set)));
      }
    }
    return all;
  }

  private Term all(Expr.Quantified quantified, Scope scope, Moment moment) {
    return all(
        names(quantified, scope, moment),
        scope,
        inner -> evaluator.condition(quantified.body(), inner, moment));
  }

  private Term some(Expr.Quantified quantified, Scope scope, Moment moment) {
    return Terms.not(
        all(
            names(quantified, scope, moment),
            scope,
            inner -> Terms.not(evaluator.condition(quantified.body(), inner, moment))));
  }

  private static Term all(List<Name> names, Scope scope, Function<Scope, Term> body) {
    if (names.isEmpty()) {
      return body.apply(scope);
    }
    Name first = names.get(0);
    return first
        .set()
        .forAll(each -> all(names.subList(1, names.size()), first.bind(scope, each), body));
  }

  private SetValue image(List<Name> names, Expr.Quantified map, Scope scope, Moment moment) {
    Name first = names.get(0);
    if (names.size() == 1) {
      return first.set().map(each -> evaluator.value(map.body(), first.bind(scope, each), moment));
    }
    Optional<List<SetValue.Guarded>> listed = first.set().listed();
    if (listed.isEmpty()) {
      throw new UntranslatableException(
          "a set of the values of several names, of which the first has no list", map.span());
    }
    SetValue union = SetValue.of(List.of());
    for (SetValue.Guarded each : listed.get()) {
      SetValue rest =
          image(names.subList(1, names.size()), map, first.bind(scope, each.element()), moment);
      union = union.union(rest.filter(one -> each.condition()));
    }
    return union;
  }

  private Value function(Expr.Quantified function, Scope scope, Moment moment) {
    List<Name> names = names(function, scope, moment);
    if (names.size() != 1) {
      throw new UntranslatableException(
          "a function of several arguments", "write a function of tuples", function.span());
    }
    Name name = names.get(0);
    Expr domain = function.bounds().get(0).set();
    if (domain instanceof Expr.Apply range && range.operator().equals("..")) {
      Value low = evaluator.value(range.args().get(0), scope, moment);
      if (low.equals(Value.integer(1))) {
        Term high = evaluator.value(range.args().get(1), scope, moment).scalar();
        return new Value.Seq(
            Terms.ite(Terms.atMost(Terms.number(0), high), high, Terms.number(0)),
            place -> {
              Scope inner = name.bind(scope, new Value.Int(place));
              return Context.knowing(
                  Terms.and(Terms.atMost(low.scalar(), place), Terms.atMost(place, high)),
                  () -> evaluator.value(function.body(), inner, moment));
            });
      }
    }
    return Functions.canonical(
        new Value.Fun(
            name.set(),
            argument -> evaluator.value(function.body(), name.bind(scope, argument), moment)));
  }

  /** The only element of a list for which the condition is known to hold. */
  private Value choose(Expr.Quantified choose, Scope scope, Moment moment) {
    Name name = names(choose, scope, moment).get(0);
    List<Value> found = new ArrayList<>();
    boolean known = name.set().listed().isPresent();
    for (SetValue.Guarded each : name.set().listed().orElse(List.of())) {
      Term holds =
          Terms.and(
              each.condition(),
              evaluator.condition(choose.body(), name.bind(scope, each.element()), moment));
      known &= holds.isTrue() || holds.isFalse();
      if (holds.isTrue()
          && found.stream().noneMatch(other -> Values.equal(other, each.element()).isTrue())) {
        found.add(each.element());
      }
    }
    if (!known || found.size() != 1) {
      throw new UntranslatableException(
          "a CHOOSE that may choose between several values", choose.span());
    }
    return found.get(0);
  }
}
