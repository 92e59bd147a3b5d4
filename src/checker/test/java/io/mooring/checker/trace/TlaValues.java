package io.mooring.checker.trace;

import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Values, states and behaviours for properties. */
final class TlaValues {

  private static final List<String> WORDS =
      List.of(
          "", "a", "b", "n1", "#set", "f g", "\"q\"", "back\\slash", "%% $x$;", "line\nend", "é中");

  private TlaValues() {}

  static Arbitrary<TlaValue> values() {
    return values(2);
  }

  private static Arbitrary<TlaValue> values(int depth) {
    Arbitrary<TlaValue> plain =
        Arbitraries.oneOf(
            Arbitraries.integers().between(-2, 5).map(TlaValue.Int::new),
            Arbitraries.of(Integer.MIN_VALUE, Integer.MAX_VALUE).map(TlaValue.Int::new),
            Arbitraries.of(true, false).map(TlaValue.Bool::new),
            Arbitraries.of(WORDS).map(TlaValue.Str::new),
            // One of them has the letters of a string.
            Arbitraries.of("n1", "n2", "Server").map(TlaValue.Model::new));
    if (depth == 0) {
      return plain;
    }
    Arbitrary<List<TlaValue>> some = values(depth - 1).list().ofMaxSize(4);
    return Arbitraries.oneOf(
        plain,
        some.map(TlaValue.Seq::new),
        some.map(TlaValue.SetOf::new),
        Combinators.combine(some, some).as(TlaValues::function));
  }

  /** The one form that a function has: a sequence, a record, or its pairs. */
  private static TlaValue function(List<TlaValue> keys, List<TlaValue> values) {
    Map<TlaValue, TlaValue> pairs = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(keys.size(), values.size()); i++) {
      pairs.put(keys.get(i), values.get(i));
    }
    return canonical(pairs);
  }

  static TlaValue canonical(Map<TlaValue, TlaValue> pairs) {
    List<TlaValue> elements = new ArrayList<>();
    while (pairs.containsKey(new TlaValue.Int(elements.size() + 1))) {
      elements.add(pairs.get(new TlaValue.Int(elements.size() + 1)));
    }
    if (elements.size() == pairs.size()) {
      return new TlaValue.Seq(elements);
    }
    if (pairs.keySet().stream().allMatch(TlaValue.Str.class::isInstance)) {
      TreeMap<String, TlaValue> fields = new TreeMap<>();
      pairs.forEach((key, value) -> fields.put(((TlaValue.Str) key).value(), value));
      return new TlaValue.Rec(fields);
    }
    return new TlaValue.Fun(List.copyOf(pairs.entrySet()));
  }

  /** States of one specification; now and then one in which a variable has no value. */
  static Arbitrary<TlaState> states() {
    return Combinators.combine(values(), values(), values().optional(0.9))
        .as(
            (x, log, last) -> {
              TreeMap<String, TlaValue> state = new TreeMap<>(Map.of("x", x, "log", log));
              last.ifPresent(value -> state.put("last", value));
              return new TlaState(state);
            });
  }

  static Arbitrary<Trace> traces() {
    return Combinators.combine(
            states().list().ofMinSize(1).ofMaxSize(24), Arbitraries.integers().between(-12, 23))
        .as(
            (states, loop) -> {
              List<Trace.Step> steps = new ArrayList<>();
              for (TlaState state : states) {
                steps.add(
                    steps.isEmpty()
                        ? new Trace.Step("Init", null, state)
                        : new Trace.Step(
                            "Do(\"" + steps.size() + "\")",
                            new SourceSpan("Spec", steps.size(), 2, steps.size(), 9),
                            state));
              }
              return new Trace(
                  steps,
                  loop < 0 ? OptionalInt.empty() : OptionalInt.of(loop % steps.size()),
                  Map.of());
            });
  }
}
