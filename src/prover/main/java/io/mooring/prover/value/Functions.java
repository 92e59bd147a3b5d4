package io.mooring.prover.value;

import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Arguments of functions. */
public final class Functions {

  private Functions() {}

  /** The terms that make up a value, by which an array finds it. */
  static List<Term> parts(Value value) {
    List<Term> parts = new ArrayList<>();
    collect(value, parts);
    return parts;
  }

  private static void collect(Value value, List<Term> parts) {
    if (value.sort() != null) {
      parts.add(value.scalar());
    } else if (value instanceof Value.Rec rec) {
      rec.fields().values().forEach(each -> collect(each, parts));
    } else if (value instanceof Value.Seq seq && seq.length().isNumber()) {
      for (long i = 1; i <= seq.length().number().longValue(); i++) {
        collect(seq.places().at(Terms.number(i)), parts);
      }
    } else {
      throw new MeaningException(
          value.kind() + " cannot be the argument of a function or the element of a set here");
    }
  }

  /** The value for one of some keys. */
  static Value choose(Map<Term, Value> values, Term key) {
    Value exact = values.get(key);
    if (exact != null) {
      return exact;
    }
    List<Map.Entry<Term, Value>> entries = new ArrayList<>(values.entrySet());
    if (entries.isEmpty()) {
      return new Value.Absent();
    }
    Value chosen = entries.get(entries.size() - 1).getValue();
    for (int i = entries.size() - 2; i >= 0; i--) {
      Map.Entry<Term, Value> each = entries.get(i);
      chosen = Values.ite(Terms.equal(key, each.getKey()), each.getValue(), chosen);
    }
    return chosen;
  }

  /**
   * What a function or sequence gives for an argument; any value if it gives none.
   *
   * @param place where this is written
   * @throws MeaningException if the value is none of these
   */
  public static Value apply(Value function, Value argument, String place) {
    if (function instanceof Value.Fun fun) {
      return Open.unless(fun.domain().contains(argument), () -> fun.rule().of(argument), place);
    }
    if (function instanceof Value.Seq seq && argument instanceof Value.Int index) {
      return at(seq, index.term(), place);
    }
    throw new MeaningException(
        function.kind() + " is applied to " + argument.kind() + ", which has no meaning");
  }

  /** What stands at a place of a sequence; any value if there is no such place. */
  public static Value at(Value.Seq sequence, Term index, String place) {
    return Open.unless(has(sequence, index), () -> sequence.places().at(index), place);
  }

  /** That a sequence has a place. */
  public static Term has(Value.Seq sequence, Term index) {
    return Terms.and(Terms.atMost(Terms.number(1), index), Terms.atMost(index, sequence.length()));
  }

  /** A sequence from a function over {@code 1..n}; the function itself otherwise. */
  public static Value canonical(Value.Fun function) {
    if (function.domain().listed().isPresent()) {
      List<SetValue.Guarded> keys = function.domain().listed().get();
      List<Value> places = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        if (!(keys.get(i).element() instanceof Value.Int key)
            || !keys.get(i).condition().isTrue()
            || !key.term().isNumber()
            || !Objects.equals(key.term().number(), BigInteger.valueOf(i + 1L))) {
          return function;
        }
        places.add(function.rule().of(key));
      }
      return keys.isEmpty() ? function : Value.Seq.of(places);
    }
    return function;
  }
}
