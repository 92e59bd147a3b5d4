package io.mooring.prover.translate;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.prover.smt.Term;
import io.mooring.prover.value.SetValue;
import io.mooring.prover.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads values of TLA+ from what a solver has found. */
final class Decoder {

  private final Map<Integer, String> atoms;
  private final Function<Term, String> found;

  /**
   * A decoder.
   *
   * @param atoms what the numbers of strings and model values stand for
   * @param found the value of a term, as SMT-LIB writes it
   */
  Decoder(Map<Integer, String> atoms, Function<Term, String> found) {
    this.atoms = atoms;
    this.found = found;
  }

  TlaState state(Map<String, Value> values) {
    SortedMap<String, TlaValue> state = new TreeMap<>();
    values.forEach((name, each) -> state.put(name, value(each)));
    return new TlaState(state);
  }

  boolean holds(Term condition) {
    return condition.isTrue() || (!condition.isFalse() && found.apply(condition).equals("true"));
  }

  private BigInteger number(Term term) {
    if (term.isNumber()) {
      return term.number();
    }
    return new BigInteger(found.apply(term).replaceAll("[() ]", ""));
  }

  private TlaValue value(Value value) {
    if (value instanceof Value.Truth truth) {
      return new TlaValue.Bool(holds(truth.term()));
    }
    if (value instanceof Value.Int integer) {
      BigInteger number = number(integer.term());
      return number.bitLength() < Integer.SIZE
          ? new TlaValue.Int(number.intValue())
          : new TlaValue.Model(number.toString());
    }
    if (value instanceof Value.Atom atom) {
      return atom(number(atom.term()));
    }
    if (value instanceof Value.Rec rec) {
      SortedMap<String, TlaValue> fields = new TreeMap<>();
      rec.fields().forEach((name, each) -> fields.put(name, value(each)));
      return new TlaValue.Rec(fields);
    }
    if (value instanceof Value.Seq seq) {
      List<TlaValue> all = new ArrayList<>();
      int length = number(seq.length()).intValue();
      for (int i = 1; i <= length; i++) {
        all.add(value(seq.places().at(io.mooring.prover.smt.Terms.number(i))));
      }
      return new TlaValue.Seq(all);
    }
    if (value instanceof Value.SetOf set) {
      return set.set().listed().isEmpty()
          ? new TlaValue.Model("a set without a list")
          : new TlaValue.SetOf(elements(set.set()).stream().map(this::value).distinct().toList());
    }
    if (value instanceof Value.Fun fun) {
      if (fun.domain().listed().isEmpty()) {
        return new TlaValue.Model("a function of infinitely many arguments");
      }
      Map<TlaValue, TlaValue> pairs = new LinkedHashMap<>();
      elements(fun.domain()).forEach(each -> pairs.put(value(each), value(fun.rule().of(each))));
      return TlaValue.function(pairs);
    }
    return new TlaValue.Model("any value");
  }

  private List<Value> elements(SetValue set) {
    return set.listed().orElseThrow().stream()
        .filter(each -> holds(each.condition()))
        .map(SetValue.Guarded::element)
        .toList();
  }

  private TlaValue atom(BigInteger number) {
    String text =
        number.bitLength() < Integer.SIZE
            ? atoms.getOrDefault(number.intValue(), "value" + number)
            : "value" + number;
    return text.startsWith("\"")
        ? new TlaValue.Str(text.substring(1, text.length() - 1))
        : new TlaValue.Model(text);
  }
}
