package io.mooring.prover.translate;

import io.mooring.prover.smt.Terms;
import io.mooring.prover.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of strings and model values, in the order in which they are met. */
final class Atoms {

  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /** A string. */
  Value string(String value) {
    return numbered("\"" + value + "\"");
  }

  /** A model value. */
  Value model(String name) {
    return numbered(name);
  }

  private Value numbered(String text) {
    return new Value.Atom(Terms.number(numbers.computeIfAbsent(text, each -> numbers.size() + 1)));
  }

  /** What is written for each number. */
  Map<Integer, String> texts() {
    Map<Integer, String> texts = new LinkedHashMap<>();
    numbers.forEach((text, number) -> texts.put(number, text));
    return texts;
  }
}
