package io.mooring.prover.value;

import io.mooring.prover.smt.Sort;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How any value of a set is given to a solver: by which names of which sorts. A shape may have room
 * for more than the set; the set's own condition is asserted beside it.
 */
public sealed interface Shape {

  /** A value of this shape. */
  Value value(Names names);

  /** A shape that has room for the values of both. */
  default Shape or(Shape other) {
    if (equals(other) || other instanceof Nothing) {
      return this;
    }
    if (this instanceof Nothing) {
      return other;
    }
    if (this instanceof Scalar a && other instanceof Scalar b && a.kind().equals(b.kind())) {
      return a;
    }
    if (this instanceof Rec a
        && other instanceof Rec b
        && a.fields().keySet().equals(b.fields().keySet())) {
      SortedMap<String, Shape> fields = new TreeMap<>();
      a.fields()
          .forEach(
              (name, each) ->
                  fields.put(name, each.or(Objects.requireNonNull(b.fields().get(name)))));
      return new Rec(fields);
    }
    if (this instanceof OneOf a && other instanceof OneOf b) {
      List<Value> all = new ArrayList<>(a.values());
      all.addAll(b.values());
      return new OneOf(all);
    }
    if (this instanceof Seq a && other instanceof Seq b) {
      return new Seq(a.element().or(b.element()));
    }
    throw new MeaningException(
        "the elements of a set are "
            + describe()
            + " and "
            + other.describe()
            + ": all must be of one kind");
  }

  /** A word for messages. */
  String describe();

  /** Names for the parts of a value. */
  interface Names {

    /** A term for a part. */
    Term name(String part, Sort sort);

    /** Names for quantifiers to bind. */
    static Names bound(List<Term> bound) {
      Map<String, Term> known = new HashMap<>();
      return (part, sort) ->
          known.computeIfAbsent(
              part,
              each -> {
                Term name = Fresh.bound(sort);
                bound.add(name);
                return name;
              });
    }

    /** The length up to which sequences are considered; negative for all. */
    default int longest() {
      return -1;
    }

    /** The names of the parts of something that has this name. */
    static Names of(String name, int longest) {
      return new Names() {
        @Override
        public Term name(String part, Sort sort) {
          return Terms.symbol(part.isEmpty() ? name : name + "." + part, sort);
        }

        @Override
        public int longest() {
          return longest;
        }
      };
    }

    private Names like(BiFunction<String, Sort, Term> names) {
      int longest = longest();
      return new Names() {
        @Override
        public Term name(String part, Sort sort) {
          return names.apply(part, sort);
        }

        @Override
        public int longest() {
          return longest;
        }
      };
    }

    /** Names that begin with this one. */
    default Names within(String part) {
      return like((inner, sort) -> name(inner.isEmpty() ? part : part + "." + inner, sort));
    }

    /** Names of arrays, of which the values at an index are taken. */
    default Names at(Term index) {
      return like(
          (part, sort) -> Terms.select(name(part, new Sort.Array(index.sort(), sort)), index));
    }
  }

  /** The shape of the elements of the empty set. */
  record Nothing() implements Shape {
    @Override
    public Value value(Names names) {
      return new Value.Absent();
    }

    @Override
    public String describe() {
      return "nothing";
    }
  }

  /** One term. */
  record Scalar(Sort sort, Function<Term, Value> make) implements Shape {
    @Override
    public Value value(Names names) {
      return make.apply(names.name("", sort));
    }

    String kind() {
      return make.apply(Terms.symbol("any", sort)).kind();
    }

    @Override
    public String describe() {
      return kind();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Scalar that && kind().equals(that.kind());
    }

    @Override
    public int hashCode() {
      return kind().hashCode();
    }
  }

  /** A record. */
  record Rec(SortedMap<String, Shape> fields) implements Shape {
    @Override
    public Value value(Names names) {
      SortedMap<String, Value> values = new TreeMap<>();
      fields.forEach((name, each) -> values.put(name, each.value(names.within(name))));
      return new Value.Rec(values);
    }

    @Override
    public String describe() {
      return "records with the fields " + String.join(", ", fields.keySet());
    }
  }

  /** A tuple. */
  record Tuple(List<Shape> places) implements Shape {
    @Override
    public Value value(Names names) {
      List<Value> values = new ArrayList<>();
      for (int i = 0; i < places.size(); i++) {
        values.add(places.get(i).value(names.within(String.valueOf(i + 1))));
      }
      return Value.Seq.of(values);
    }

    @Override
    public String describe() {
      return "tuples of " + places.size();
    }
  }

  /** A sequence of any length. */
  record Seq(Shape element) implements Shape {
    @Override
    public Value value(Names names) {
      return new Value.Seq(
          length(names, names.longest()), place -> element.value(names.within("at").at(place)));
    }

    /** A length; where only short ones are considered, one of these, as can be seen. */
    static Term length(Names names, int longest) {
      Term length = names.name("length", Sort.INT);
      Term seen = longest < 0 ? length : Terms.number(longest);
      for (int i = longest - 1; i >= 0; i--) {
        seen = Terms.ite(Terms.equal(length, Terms.number(i)), Terms.number(i), seen);
      }
      return seen;
    }

    @Override
    public String describe() {
      return "sequences";
    }
  }

  /** One of some values, by its number. */
  record OneOf(List<Value> values) implements Shape {
    @Override
    public Value value(Names names) {
      Term number = names.name("choice", Sort.INT);
      Value value = values.get(values.size() - 1);
      for (int i = values.size() - 2; i >= 0; i--) {
        value = Values.ite(Terms.equal(number, Terms.number(i)), values.get(i), value);
      }
      return value;
    }

    @Override
    public String describe() {
      return values.get(0).kind();
    }
  }

  /** A function with these keys, each with a part of its own. */
  record Table(Map<Term, Value> keys, SetValue domain, Shape element) implements Shape {
    @Override
    public Value value(Names names) {
      Map<Term, Value> values = new LinkedHashMap<>();
      keys.forEach((key, each) -> values.put(key, element.value(names.within(key.name()))));
      return new Value.Fun(domain, argument -> Functions.choose(values, argument.scalar()));
    }

    @Override
    public String describe() {
      return "functions";
    }
  }

  /** A function of any argument that terms make up. */
  record Fun(SetValue domain, Shape element) implements Shape {
    @Override
    public Value value(Names names) {
      return new Value.Fun(
          domain,
          argument -> {
            Names at = names;
            for (Term part : Functions.parts(argument)) {
              at = at.at(part);
            }
            return element.value(at);
          });
    }

    @Override
    public String describe() {
      return "functions";
    }
  }

  /** A set of elements that terms make up. */
  record Subset(SetValue of) implements Shape {
    @Override
    public Value value(Names names) {
      Function<Value, Term> member =
          each -> {
            Names at = names;
            for (Term part : Functions.parts(each)) {
              at = at.at(part);
            }
            return at.name("has", Sort.BOOL);
          };
      return new Value.SetOf(
          of.listed().isPresent()
              ? of.filter(member)
              : SetValue.endless(
                  of.shape(), each -> Terms.and(of.contains(each), member.apply(each))));
    }

    @Override
    public String describe() {
      return "sets";
    }
  }

  /** The shape of these values. */
  static Shape ofElements(List<Value> values) {
    Shape shape = new Nothing();
    for (Value each : values) {
      shape = shape.or(of(each));
    }
    return shape;
  }

  private static Shape of(Value value) {
    if (value instanceof Value.Truth) {
      return new Scalar(Sort.BOOL, Value.Truth::new);
    }
    if (value instanceof Value.Int) {
      return new Scalar(Sort.INT, Value.Int::new);
    }
    if (value instanceof Value.Atom) {
      return new Scalar(Sort.INT, Value.Atom::new);
    }
    if (value instanceof Value.Rec rec) {
      SortedMap<String, Shape> fields = new TreeMap<>();
      rec.fields().forEach((name, each) -> fields.put(name, of(each)));
      return new Rec(fields);
    }
    return value instanceof Value.Unknown || value instanceof Value.Absent
        ? new Nothing()
        : new OneOf(List.of(value));
  }
}
