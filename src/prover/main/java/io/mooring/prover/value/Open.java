package io.mooring.prover.value;

import io.mooring.prover.smt.Query;
import io.mooring.prover.smt.Sort;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Values that TLA+ leaves open, for example the first element of the empty sequence: each is any
 * value of a kind, which may depend on every name that is bound where it occurs.
 */
public final class Open {

  private Open() {}

  /**
   * A value where a condition holds; elsewhere any value of its kind.
   *
   * @param value is made where the condition is known to hold
   * @param place where the expression is written
   */
  public static Value unless(Term condition, Supplier<Value> value, String place) {
    if (Context.implies(condition)) {
      return value.get();
    }
    return Values.ite(condition, Context.knowing(condition, value), new Value.Unknown(place));
  }

  /** Any value of the kind of another one; if that is not known, one of which nothing is. */
  public static Value like(Value kind, Value.Unknown open) {
    if (kind instanceof Value.Unknown || kind instanceof Value.Absent) {
      return open;
    }
    List<Term> bound = Context.bound();
    int number = Fresh.open();
    return any(kind, (part, sort) -> dependent(name(number, part, open.place()), sort, bound));
  }

  /** A truth that is left open. */
  public static Term truth(Value.Unknown open) {
    return like(Value.truth(true), open).scalar();
  }

  private static String name(int number, String part, String place) {
    return Query.OPEN + number + (part.isEmpty() ? "" : "." + part) + " " + place;
  }

  /** A function of the names that are bound. */
  private static Term dependent(String name, Sort sort, List<Term> bound) {
    Sort function = sort;
    for (int i = bound.size() - 1; i >= 0; i--) {
      function = new Sort.Array(bound.get(i).sort(), function);
    }
    Term term = Terms.symbol(name, function);
    for (Term each : bound) {
      term = Terms.select(term, each);
    }
    return term;
  }

  private static Value any(Value kind, Shape.Names names) {
    if (kind instanceof Value.Truth) {
      return new Value.Truth(names.name("", Sort.BOOL));
    }
    if (kind instanceof Value.Int) {
      return new Value.Int(names.name("", Sort.INT));
    }
    if (kind instanceof Value.Atom) {
      return new Value.Atom(names.name("", Sort.INT));
    }
    if (kind instanceof Value.Rec rec) {
      SortedMap<String, Value> fields = new TreeMap<>();
      rec.fields().forEach((name, each) -> fields.put(name, any(each, names.within(name))));
      return new Value.Rec(fields);
    }
    if (kind instanceof Value.Seq seq) {
      return new Value.Seq(
          length(seq, names), place -> any(seq.places().at(place), names.within("at").at(place)));
    }
    if (kind instanceof Value.Fun fun) {
      return new Value.Fun(
          any(fun.domain(), names.within("domain")),
          argument -> any(fun.rule().of(argument), at(names.within("of"), argument)));
    }
    return kind instanceof Value.SetOf set ? new Value.SetOf(any(set.set(), names)) : kind;
  }

  /** Any length; where it can be seen that the other one is short, one of these. */
  private static Term length(Value.Seq seq, Shape.Names names) {
    BigInteger greatest = seq.length().isNumber() ? null : Terms.greatest(seq.length());
    return Shape.Seq.length(names, greatest == null ? -1 : greatest.intValue());
  }

  private static SetValue any(SetValue kind, Shape.Names names) {
    return SetValue.endless(kind.shape(), each -> at(names, each).name("has", Sort.BOOL));
  }

  private static Shape.Names at(Shape.Names names, Value value) {
    Shape.Names at = names;
    for (Term part : Functions.parts(value)) {
      at = at.at(part);
    }
    return at;
  }
}
