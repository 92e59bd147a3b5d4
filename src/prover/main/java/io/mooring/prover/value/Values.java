package io.mooring.prover.value;

import io.mooring.prover.smt.Sort;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Choice between values, and their equality. */
public final class Values {

  /** A bound up to which quantifiers over integers are written out. */
  private static final BigInteger FEW = BigInteger.valueOf(64);

  private Values() {}

  /** One of two values. */
  public static Value ite(Term condition, Value then, Value otherwise) {
    if (then instanceof Value.Absent || otherwise instanceof Value.Absent) {
      return then instanceof Value.Absent ? otherwise : then;
    }
    if (then instanceof Value.Unknown open && !(otherwise instanceof Value.Unknown)) {
      return condition.isFalse()
          ? otherwise
          : ite(condition, Open.like(otherwise, open), otherwise);
    }
    if (otherwise instanceof Value.Unknown open && !(then instanceof Value.Unknown)) {
      return condition.isTrue() ? then : ite(condition, then, Open.like(then, open));
    }
    if (condition.isTrue() || then.equals(otherwise)) {
      return then;
    }
    if (condition.isFalse() || then instanceof Value.Unknown) {
      return otherwise;
    }
    if (then instanceof Value.Truth a && otherwise instanceof Value.Truth b) {
      return new Value.Truth(Terms.ite(condition, a.term(), b.term()));
    }
    if (then instanceof Value.Int a && otherwise instanceof Value.Int b) {
      return new Value.Int(Terms.ite(condition, a.term(), b.term()));
    }
    if (then instanceof Value.Atom a && otherwise instanceof Value.Atom b) {
      return new Value.Atom(Terms.ite(condition, a.term(), b.term()));
    }
    if (then instanceof Value.Rec a
        && otherwise instanceof Value.Rec b
        && a.fields().keySet().equals(b.fields().keySet())) {
      SortedMap<String, Value> fields = new TreeMap<>();
      a.fields()
          .forEach(
              (name, value) ->
                  fields.put(
                      name, ite(condition, value, Objects.requireNonNull(b.fields().get(name)))));
      return new Value.Rec(fields);
    }
    if (then instanceof Value.Seq a && otherwise instanceof Value.Seq b) {
      return new Value.Seq(
          Terms.ite(condition, a.length(), b.length()),
          place -> ite(condition, a.places().at(place), b.places().at(place)));
    }
    if (then instanceof Value.Fun a && otherwise instanceof Value.Fun b) {
      return new Value.Fun(
          SetValue.ite(condition, a.domain(), b.domain()),
          argument -> ite(condition, a.rule().of(argument), b.rule().of(argument)));
    }
    if (then instanceof Value.SetOf a && otherwise instanceof Value.SetOf b) {
      return new Value.SetOf(SetValue.ite(condition, a.set(), b.set()));
    }
    throw differ(then, otherwise, "the branches of a choice are");
  }

  private static MeaningException differ(Value left, Value right, String where) {
    return new MeaningException(
        where
            + " "
            + left.kind()
            + " and "
            + right.kind()
            + (left.kind().equals(right.kind()) ? " with other fields" : "")
            + ": both must be of one kind");
  }

  /** That two values are equal. Whether one that the language leaves open is, is left open too. */
  public static Term equal(Value left, Value right) {
    if (left instanceof Value.Absent || right instanceof Value.Absent) {
      return Terms.FALSE;
    }
    if (left instanceof Value.Unknown open) {
      return Open.truth(open);
    }
    if (right instanceof Value.Unknown open) {
      return Open.truth(open);
    }
    if (left.sort() != null && left.getClass() == right.getClass()) {
      return Terms.equal(left.scalar(), right.scalar());
    }
    if (left instanceof Value.Rec a && right instanceof Value.Rec b) {
      if (!a.fields().keySet().equals(b.fields().keySet())) {
        return Terms.FALSE;
      }
      List<Term> all = new ArrayList<>();
      for (Map.Entry<String, Value> each : a.fields().entrySet()) {
        all.add(equal(each.getValue(), Objects.requireNonNull(b.fields().get(each.getKey()))));
      }
      return Terms.and(all);
    }
    if (left instanceof Value.Seq a && right instanceof Value.Seq b) {
      Term same = Terms.equal(a.length(), b.length());
      return same.isFalse()
          ? same
          : Terms.and(
              same,
              forAll(
                  Terms.number(1),
                  shorter(a.length(), b.length()),
                  place -> equal(a.places().at(place), b.places().at(place))));
    }
    if (left instanceof Value.Fun a && right instanceof Value.Fun b) {
      return Terms.and(
          a.domain().equalTo(b.domain()),
          a.domain().forAll(each -> equal(a.rule().of(each), b.rule().of(each))));
    }
    if (left instanceof Value.SetOf a && right instanceof Value.SetOf b) {
      return a.set().equalTo(b.set());
    }
    throw differ(left, right, "the sides of an equality are");
  }

  /** Of two lengths that are equal the one of which more is known. */
  private static Term shorter(Term left, Term right) {
    return left.isNumber() || Terms.greatest(right) == null ? left : right;
  }

  /** A condition for all integers of a range: written out if it is seen to be a short one. */
  public static Term forAll(Term low, Term high, Function<Term, Term> condition) {
    List<Term> few = few(low, high);
    if (few != null) {
      return Terms.and(
          few.stream()
              .map(
                  each -> {
                    Term within = Terms.atMost(each, high);
                    return Terms.implies(
                        within, Context.knowing(within, () -> condition.apply(each)));
                  })
              .toList());
    }
    Term index = Fresh.bound(Sort.INT);
    Term within = Terms.and(Terms.atMost(low, index), Terms.atMost(index, high));
    return Terms.forAll(
        List.of(index),
        Terms.implies(
            within,
            Context.binding(
                List.of(index), () -> Context.knowing(within, () -> condition.apply(index)))));
  }

  /**
   * The integers from a low one to at most the greatest that the high one can be.
   *
   * @return null if that cannot be seen, or they are many
   */
  static @Nullable List<Term> few(Term low, Term high) {
    BigInteger greatest = Terms.greatest(high);
    if (!low.isNumber()
        || greatest == null
        || greatest.subtract(low.number()).compareTo(FEW) >= 0) {
      return null;
    }
    List<Term> all = new ArrayList<>();
    for (BigInteger i = low.number(); i.compareTo(greatest) <= 0; i = i.add(BigInteger.ONE)) {
      all.add(Terms.number(i));
    }
    return all;
  }
}
