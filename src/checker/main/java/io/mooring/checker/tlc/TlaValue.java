package io.mooring.checker.tlc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A TLA+ value as plain data, independent of the checker that computed it.
 *
 * <p>Values are immutable and equal when TLA+ says that they are equal: sequences and tuples are
 * one kind, a function over {@code 1..n} is a {@link Seq}, a function over strings is a {@link
 * Rec}. {@code toString} is the value as TLA+ text.
 */
public sealed interface TlaValue {

  /** {@code TRUE} or {@code FALSE}. */
  record Bool(boolean value) implements TlaValue {
    @Override
    public String toString() {
      return value ? "TRUE" : "FALSE";
    }
  }

  /** An integer; TLC's integers have 32 bits. */
  record Int(int value) implements TlaValue {
    @Override
    public String toString() {
      return Integer.toString(value);
    }
  }

  /** A string, without its quotation marks. */
  record Str(String value) implements TlaValue {
    @Override
    public String toString() {
      return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
  }

  /** A sequence or tuple; the empty one is also the function with an empty domain. */
  record Seq(List<TlaValue> elements) implements TlaValue {
    /** Copies the elements. */
    public Seq {
      elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
      return join(elements, "<<", ">>");
    }
  }

  /** A finite set; its elements are distinct and sorted by {@link TlaOrder}. */
  record SetOf(List<TlaValue> elements) implements TlaValue {
    /** Copies and sorts the elements, and drops repeated ones. */
    public SetOf {
      elements = elements.stream().distinct().sorted(TlaOrder.INSTANCE).toList();
    }

    @Override
    public String toString() {
      return join(elements, "{", "}");
    }
  }

  /** A record: a function whose domain is a non-empty set of strings. */
  record Rec(SortedMap<String, TlaValue> fields) implements TlaValue {
    /** Copies the fields. */
    public Rec {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    @Override
    public String toString() {
      return fields.entrySet().stream()
          .map(field -> field.getKey() + " |-> " + field.getValue())
          .collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /** A function that is neither a sequence nor a record, as its pairs, sorted by their keys. */
  record Fun(List<Map.Entry<TlaValue, TlaValue>> pairs) implements TlaValue {
    /** Copies and sorts the pairs. */
    public Fun {
      pairs = pairs.stream().sorted(Map.Entry.comparingByKey(TlaOrder.INSTANCE)).toList();
    }

    @Override
    public String toString() {
      return pairs.stream()
          .map(pair -> pair.getKey() + " :> " + pair.getValue())
          .collect(Collectors.joining(" @@ ", "(", ")"));
    }
  }

  /** A model value: a constant that a configuration sets to itself. */
  record Model(String name) implements TlaValue {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A function; over strings it is a record, over 1 to n or nothing a sequence. */
  static TlaValue function(Map<TlaValue, TlaValue> pairs) {
    List<TlaValue> elements = new ArrayList<>();
    for (int i = 1; pairs.containsKey(new Int(i)); i++) {
      elements.add(pairs.get(new Int(i)));
    }
    if (elements.size() == pairs.size()) {
      return new Seq(elements);
    }
    SortedMap<String, TlaValue> fields = new TreeMap<>();
    pairs.forEach(
        (key, value) -> {
          if (key instanceof Str field) {
            fields.put(field.value(), value);
          }
        });
    return fields.size() == pairs.size() ? new Rec(fields) : new Fun(List.copyOf(pairs.entrySet()));
  }

  private static String join(List<TlaValue> values, String open, String close) {
    return values.stream().map(TlaValue::toString).collect(Collectors.joining(", ", open, close));
  }
}
