package io.mooring.prover.translate;

import io.mooring.checker.tlc.Expr;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import io.mooring.prover.value.SetValue;
import io.mooring.prover.value.Shape;
import io.mooring.prover.value.Value;
import io.mooring.prover.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The operators that make sets, and those that ask of them. */
final class Sets {

  private final Evaluator evaluator;

  Sets(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  @Nullable Value value(Expr.Apply apply, Scope scope, Moment moment) {
    List<Expr> args = apply.args();
    return switch (apply.operator()) {
      case "\\in" -> new Value.Truth(contains(args, scope, moment));
      case "\\notin" -> new Value.Truth(Terms.not(contains(args, scope, moment)));
      case "\\subseteq" ->
          new Value.Truth(set(args, 0, scope, moment).subsetOf(set(args, 1, scope, moment)));
      case "BOOLEAN" -> of(SetValue.of(List.of(Value.truth(true), Value.truth(false))));
      case "Int" -> of(SetValue.endless(Operators.INTEGERS, each -> isInteger(each)));
      case "Nat" ->
          of(
              SetValue.endless(
                  Operators.INTEGERS,
                  each ->
                      isInteger(each).isTrue()
                          ? Terms.atMost(Terms.number(0), each.scalar())
                          : Terms.FALSE));
      case "STRING" ->
          of(SetValue.endless(Operators.STRINGS, each -> Terms.bool(each instanceof Value.Atom)));
      case ".." ->
          of(
              SetValue.range(
                  evaluator.value(args.get(0), scope, moment).scalar(),
                  evaluator.value(args.get(1), scope, moment).scalar()));
      case "$SetEnumerate" -> {
        List<Value> elements = new ArrayList<>();
        args.forEach(each -> elements.add(evaluator.value(each, scope, moment)));
        yield of(SetValue.of(elements));
      }
      case "\\union", "\\cup" -> of(set(args, 0, scope, moment).union(set(args, 1, scope, moment)));
      case "\\intersect", "\\cap" -> {
        SetValue other = set(args, 1, scope, moment);
        yield of(set(args, 0, scope, moment).filter(other::contains));
      }
      case "\\" -> {
        SetValue other = set(args, 1, scope, moment);
        yield of(set(args, 0, scope, moment).filter(each -> Terms.not(other.contains(each))));
      }
      case "SUBSET" -> of(subsets(set(args, 0, scope, moment)));
      case "UNION" -> of(union(apply, scope, moment));
      case "$SetOfRcds" -> of(records(args, scope, moment));
      case "$SetOfFcns" -> of(functions(set(args, 0, scope, moment), set(args, 1, scope, moment)));
      case "$CartesianProd" -> of(product(args, scope, moment));
      case "Cardinality" -> new Value.Int(size(apply, scope, moment));
      case "IsFiniteSet" -> new Value.Truth(Terms.bool(finite(apply, scope, moment)));
      default -> null;
    };
  }

  private static Value of(SetValue set) {
    return new Value.SetOf(set);
  }

  private static Term isInteger(Value value) {
    return Terms.bool(value instanceof Value.Int);
  }

  private SetValue set(List<Expr> args, int index, Scope scope, Moment moment) {
    return evaluator.set(args.get(index), scope, moment);
  }

  private Term contains(List<Expr> args, Scope scope, Moment moment) {
    Value element = evaluator.value(args.get(0), scope, moment);
    return set(args, 1, scope, moment).contains(element);
  }

  private static SetValue subsets(SetValue of) {
    return SetValue.endless(
        new Shape.Subset(of),
        each -> each instanceof Value.SetOf set ? set.set().subsetOf(of) : Terms.FALSE);
  }

  private SetValue union(Expr.Apply apply, Scope scope, Moment moment) {
    SetValue sets = set(apply.args(), 0, scope, moment);
    List<SetValue.Guarded> listed =
        sets.listed()
            .orElseThrow(
                () -> new UntranslatableException("UNION of sets without a list", apply.span()));
    SetValue union = SetValue.of(List.of());
    for (SetValue.Guarded each : listed) {
      union = union.union(((Value.SetOf) each.element()).set().filter(one -> each.condition()));
    }
    return union;
  }

  private SetValue records(List<Expr> pairs, Scope scope, Moment moment) {
    SortedMap<String, SetValue> sets = new TreeMap<>();
    SortedMap<String, Shape> shapes = new TreeMap<>();
    for (Expr each : pairs) {
      Expr.Apply pair = (Expr.Apply) each;
      String name = ((Expr.Str) pair.args().get(0)).value();
      SetValue set = evaluator.set(pair.args().get(1), scope, moment);
      sets.put(name, set);
      shapes.put(name, set.shape());
    }
    return SetValue.endless(
        new Shape.Rec(shapes),
        value -> {
          if (!(value instanceof Value.Rec rec) || !rec.fields().keySet().equals(sets.keySet())) {
            return Terms.FALSE;
          }
          List<Term> all = new ArrayList<>();
          sets.forEach(
              (name, set) -> all.add(set.contains(Objects.requireNonNull(rec.fields().get(name)))));
          return Terms.and(all);
        });
  }

  private static SetValue functions(SetValue domain, SetValue range) {
    Map<Term, Value> keys = keys(domain);
    boolean sequence = keys != null && isSequence(keys);
    return SetValue.endless(
        shape(domain, range, keys, sequence),
        value -> {
          if (value instanceof Value.Seq seq) {
            return keys == null || !sequence
                ? Terms.FALSE
                : Terms.and(
                    Terms.equal(seq.length(), Terms.number(keys.size())),
                    Values.forAll(
                        Terms.number(1),
                        Terms.number(keys.size()),
                        place -> range.contains(seq.places().at(place))));
          }
          return value instanceof Value.Fun fun
              ? Terms.and(
                  fun.domain().equalTo(domain),
                  domain.forAll(each -> range.contains(fun.rule().of(each))))
              : Terms.FALSE;
        });
  }

  private static Shape shape(
      SetValue domain, SetValue range, @Nullable Map<Term, Value> keys, boolean sequence) {
    if (keys == null) {
      return new Shape.Fun(domain, range.shape());
    }
    if (sequence) {
      List<Shape> places = new ArrayList<>();
      keys.forEach((key, each) -> places.add(range.shape()));
      return new Shape.Tuple(places);
    }
    return new Shape.Table(keys, domain, range.shape());
  }

  /** The elements of a set that has few, all of them known; null if it has not. */
  private static @Nullable Map<Term, Value> keys(SetValue domain) {
    Map<Term, Value> keys = new LinkedHashMap<>();
    for (SetValue.Guarded each : domain.listed().orElse(List.of())) {
      if (!each.condition().isTrue()
          || each.element().sort() == null
          || !each.element().scalar().args().isEmpty()
          || each.element().scalar().isSymbol()) {
        return null;
      }
      keys.put(each.element().scalar(), each.element());
    }
    return domain.listed().isPresent() ? keys : null;
  }

  private static boolean isSequence(Map<Term, Value> keys) {
    int next = 1;
    for (Map.Entry<Term, Value> each : keys.entrySet()) {
      if (!(each.getValue() instanceof Value.Int) || !each.getKey().equals(Terms.number(next++))) {
        return false;
      }
    }
    return !keys.isEmpty();
  }

  private SetValue product(List<Expr> args, Scope scope, Moment moment) {
    List<SetValue> places = new ArrayList<>();
    args.forEach(each -> places.add(evaluator.set(each, scope, moment)));
    return SetValue.endless(
        new Shape.Tuple(places.stream().map(SetValue::shape).toList()),
        value -> {
          if (!(value instanceof Value.Seq seq)) {
            return Terms.FALSE;
          }
          List<Term> all = new ArrayList<>();
          all.add(Terms.equal(seq.length(), Terms.number(places.size())));
          for (int i = 0; i < places.size(); i++) {
            all.add(places.get(i).contains(seq.places().at(Terms.number(i + 1L))));
          }
          return Terms.and(all);
        });
  }

  private boolean finite(Expr.Apply apply, Scope scope, Moment moment) {
    if (set(apply.args(), 0, scope, moment).listed().isPresent()) {
      return true;
    }
    throw new UntranslatableException("IsFiniteSet of a set without a list", apply.span());
  }

  private Term size(Expr.Apply apply, Scope scope, Moment moment) {
    List<SetValue.Guarded> listed =
        set(apply.args(), 0, scope, moment)
            .listed()
            .orElseThrow(
                () ->
                    new UntranslatableException(
                        "Cardinality of a set without a list", apply.span()));
    Term sum = Terms.number(0);
    List<SetValue.Guarded> before = new ArrayList<>();
    for (SetValue.Guarded each : listed) {
      List<Term> earlier = new ArrayList<>();
      for (SetValue.Guarded other : before) {
        earlier.add(Terms.and(other.condition(), Values.equal(other.element(), each.element())));
      }
      Term counts = Terms.and(each.condition(), Terms.not(Terms.or(earlier)));
      sum = Terms.plus(sum, Terms.ite(counts, Terms.number(1), Terms.number(0)));
      before.add(each);
    }
    return sum;
  }
}
