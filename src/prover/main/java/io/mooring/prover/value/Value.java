package io.mooring.prover.value;

import io.mooring.prover.smt.Sort;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A value of TLA+ of which a solver knows the parts: truths and integers are terms, and everything
 * else is made of values. So records are flat, a function is what it gives for an argument, and a
 * set is a condition on its elements.
 */
public sealed interface Value {

  /** A word for messages: {@code a set}. */
  String kind();

  /** {@code TRUE} or {@code FALSE}. */
  record Truth(Term term) implements Value {
    @Override
    public String kind() {
      return "a truth value";
    }
  }

  /** An integer. */
  record Int(Term term) implements Value {
    @Override
    public String kind() {
      return "an integer";
    }
  }

  /**
   * A string, a model value, or an element of a set of which nothing is known: one of infinitely
   * many values that differ, by its number.
   */
  record Atom(Term term) implements Value {
    @Override
    public String kind() {
      return "a string";
    }
  }

  /** A record. */
  record Rec(SortedMap<String, Value> fields) implements Value {
    /** Copies the fields. */
    public Rec {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    @Override
    public String kind() {
      return "a record";
    }
  }

  /** A sequence or tuple, whose places count from 1. */
  record Seq(Term length, Places places) implements Value {

    /** What stands at a place; between 1 and the length. */
    @FunctionalInterface
    public interface Places {
      /** The value at a place. */
      Value at(Term place);
    }

    /** A sequence of these. */
    public static Seq of(List<Value> elements) {
      List<Value> all = List.copyOf(elements);
      return new Seq(Terms.number(all.size()), place -> pick(all, place));
    }

    private static Value pick(List<Value> all, Term place) {
      if (all.isEmpty()) {
        return new Absent();
      }
      if (place.isNumber()) {
        int at = place.number().intValue();
        return at >= 1 && at <= all.size() ? all.get(at - 1) : new Absent();
      }
      Value value = all.get(all.size() - 1);
      for (int i = all.size() - 1; i >= 1; i--) {
        value = Values.ite(Terms.equal(place, Terms.number(i)), all.get(i - 1), value);
      }
      return value;
    }

    @Override
    public String kind() {
      return "a sequence";
    }
  }

  /** A function that is no sequence. */
  record Fun(SetValue domain, Rule rule) implements Value {

    /** What a function gives. */
    @FunctionalInterface
    public interface Rule {
      /** The value for an argument within the domain. */
      Value of(Value argument);
    }

    @Override
    public String kind() {
      return "a function";
    }
  }

  /** A set. */
  record SetOf(SetValue set) implements Value {
    @Override
    public String kind() {
      return "a set";
    }
  }

  /** What stands where a sequence has no place: nothing asks for it. */
  record Absent() implements Value {
    @Override
    public String kind() {
      return "no value";
    }
  }

  /**
   * What TLA+ says nothing of, and of which not even the kind is known. It may be chosen between,
   * and nothing may be asked of it.
   *
   * @param place where it is written, for messages
   */
  record Unknown(String place) implements Value {
    @Override
    public String kind() {
      return "a value that the language leaves open";
    }
  }

  /** A truth value. */
  static Truth truth(boolean value) {
    return new Truth(Terms.bool(value));
  }

  /** An integer. */
  static Int integer(long value) {
    return new Int(Terms.number(value));
  }

  /** The sort of a value that one term is; null if it has parts. */
  default @Nullable Sort sort() {
    return this instanceof Truth
        ? Sort.BOOL
        : this instanceof Int || this instanceof Atom ? Sort.INT : null;
  }

  /** The term of a value without parts. */
  default Term scalar() {
    if (this instanceof Truth truth) {
      return truth.term();
    }
    return this instanceof Int integer ? integer.term() : ((Atom) this).term();
  }
}
