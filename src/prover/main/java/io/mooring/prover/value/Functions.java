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

  /** The value for a key; the last one for any other. */
  static Value choose(Map<Term, Value> values, Term key) {
    Value exact = values.get(key);
    if (exact != null) {
      return exact;
    }
    Value chosen = new Value.Unknown();
    List<Map.Entry<Term, Value>> entries = new ArrayList<>(values.entrySet());
    for (int i = entries.size() - 1; i >= 0; i--) {
      Map.Entry<Term, Value> each = entries.get(i);
      chosen = Values.ite(Terms.equal(key, each.getKey()), each.getValue(), chosen);
    }
    return chosen;
  }

  /**
   * What a function, sequence or record gives for an argument.
   *
   * @throws MeaningException if the value is none of these
   */
  public static Value apply(Value function, Value argument) {
    if (function instanceof Value.Fun fun) {
      return fun.rule().of(argument);
    }
    if (function instanceof Value.Seq seq && argument instanceof Value.Int place) {
      return seq.places().at(place.term());
    }
    throw new MeaningException(
        function.kind() + " is applied to " + argument.kind() + ", which has no meaning");
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
