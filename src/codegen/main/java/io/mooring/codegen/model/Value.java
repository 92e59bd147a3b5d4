package io.mooring.codegen.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A value of the specification in a model.
 *
 * <p>Two values are equal when TLA+ says that they are: a function over {@code 1..n} is a {@link
 * Seq}, one over strings a {@link Rec}, and the elements of a set stand in one order. {@code
 * toString} is the value as TLA+ text.
 */
public sealed interface Value {

  /** {@code TRUE} or {@code FALSE}. */
  record Bool(boolean value) implements Value {
    @Override
    public String toString() {
      return value ? "TRUE" : "FALSE";
    }
  }

  /** An integer of 32 bits. */
  record Int(int value) implements Value {
    @Override
    public String toString() {
      return Integer.toString(value);
    }
  }

  /** A string, without its quotation marks. */
  record Str(String value) implements Value {
    @Override
    public String toString() {
      return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
  }

  /** A model value: a constant that a configuration sets to itself. */
  record ModelValue(String name) implements Value {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A finite set, its elements in the order of the checker's values. */
  record SetOf(List<Value> elements) implements Value {
    /** Copies the elements. */
    public SetOf {
      elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
      return join(elements, "{", "}");
    }
  }

  /** A sequence or tuple; the empty one is also the function with an empty domain. */
  record Seq(List<Value> elements) implements Value {
    /** Copies the elements. */
    public Seq {
      elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
      return join(elements, "<<", ">>");
    }
  }

  /** A record: a function whose domain is a non-empty set of strings. */
  record Rec(SortedMap<String, Value> fields) implements Value {
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

  /** A function that is neither a sequence nor a record, as its pairs in the order of the keys. */
  record Fun(List<Map.Entry<Value, Value>> pairs) implements Value {
    /** Copies the pairs. */
    public Fun {
      pairs = List.copyOf(pairs);
    }

    @Override
    public String toString() {
      return pairs.stream()
          .map(pair -> pair.getKey() + " :> " + pair.getValue())
          .collect(Collectors.joining(" @@ ", "(", ")"));
    }
  }

  /** The value as a word: a string without quotation marks, anything else as TLA+ text. */
  default String word() {
    return this instanceof Str text ? text.value() : toString();
  }

  /** The pairs of a function, a sequence or a record; of anything else none. */
  static List<Map.Entry<Value, Value>> pairs(Value function) {
    if (function instanceof Fun fun) {
      return fun.pairs();
    }
    if (function instanceof Rec rec) {
      return rec.fields().entrySet().stream()
          .map(each -> Map.<Value, Value>entry(new Str(each.getKey()), each.getValue()))
          .toList();
    }
    List<Map.Entry<Value, Value>> pairs = new ArrayList<>();
    if (function instanceof Seq seq) {
      seq.elements().forEach(each -> pairs.add(Map.entry(new Int(pairs.size() + 1), each)));
    }
    return pairs;
  }

  private static String join(List<Value> values, String open, String close) {
    return values.stream().map(Value::toString).collect(Collectors.joining(", ", open, close));
  }
}
