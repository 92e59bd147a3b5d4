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
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads values of TLA+ from what a solver has found. */
final class Decoder {

  private final Map<Integer, String> atoms;
  private final Function<Term, String> found;
  private final SortedSet<String> open = new TreeSet<>();

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

  /** The values of names. */
  Map<String, TlaValue> values(Map<String, Value> values) {
    Map<String, TlaValue> all = new TreeMap<>();
    values.forEach((name, each) -> all.put(name, value(each)));
    return all;
  }

  /** What has no value that a model checker can read, of all that was read until now. */
  List<String> open() {
    return List.copyOf(open);
  }

  private TlaValue open(String what) {
    open.add(what);
    return new TlaValue.Model(what);
  }

  /** Whether a condition holds; empty if the values do not say, as of one with quantifiers. */
  Optional<Boolean> holds(Term condition) {
    if (condition.isTrue() || condition.isFalse()) {
      return Optional.of(condition.isTrue());
    }
    return switch (found.apply(condition)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private BigInteger number(Term term) {
    if (term.isNumber()) {
      return term.number();
    }
    return new BigInteger(found.apply(term).replaceAll("[() ]", ""));
  }

  private TlaValue value(Value value) {
    if (value instanceof Value.Truth truth) {
      return holds(truth.term())
          .<TlaValue>map(TlaValue.Bool::new)
          .orElseGet(() -> open("a truth value that depends on infinitely many others"));
    }
    if (value instanceof Value.Int integer) {
      BigInteger number = number(integer.term());
      return number.bitLength() < Integer.SIZE
          ? new TlaValue.Int(number.intValue())
          : open("the number " + number);
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
          ? open("a set without a list")
          : new TlaValue.SetOf(elements(set.set()).stream().map(this::value).distinct().toList());
    }
    if (value instanceof Value.Fun fun) {
      if (fun.domain().listed().isEmpty()) {
        return open("a function of infinitely many arguments");
      }
      Map<TlaValue, TlaValue> pairs = new LinkedHashMap<>();
      elements(fun.domain()).forEach(each -> pairs.put(value(each), value(fun.rule().of(each))));
      return TlaValue.function(pairs);
    }
    return open("any value");
  }

  private List<Value> elements(SetValue set) {
    return set.listed().orElseThrow().stream()
        .filter(each -> value(new Value.Truth(each.condition())).equals(new TlaValue.Bool(true)))
        .map(SetValue.Guarded::element)
        .toList();
  }

  private TlaValue atom(BigInteger number) {
    @Nullable String text = number.bitLength() < Integer.SIZE ? atoms.get(number.intValue()) : null;
    if (text == null) {
      open.add("a string or model value that the specification does not name");
      return new TlaValue.Model("value" + number);
    }
    return text.startsWith("\"")
        ? new TlaValue.Str(text.substring(1, text.length() - 1))
        : new TlaValue.Model(text);
  }
}
