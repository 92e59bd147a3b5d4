package io.mooring.prover.value;

import io.mooring.prover.smt.Sort;
import io.mooring.prover.smt.Term;
import io.mooring.prover.smt.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A set by its condition, and by its elements where they can be listed. */
public interface SetValue {

  /** That a value is in it. */
  Term contains(Value element);

  /** The shape of its elements, which says how any one of them is given to a solver. */
  Shape shape();

  /** A value that is in the set if a condition holds. */
  record Guarded(Term condition, Value element) {
    /** What is made of the value where it is in the set. */
    <T> T where(Function<Value, T> made) {
      return Context.knowing(condition, () -> made.apply(element));
    }
  }

  /** Its elements, if they can be listed; one may be there several times. */
  default Optional<List<Guarded>> listed() {
    return Optional.empty();
  }

  /** A condition on all elements. */
  default Term forAll(Function<Value, Term> condition) {
    Optional<List<Guarded>> listed = listed();
    if (listed.isPresent()) {
      return Terms.and(
          listed.get().stream()
              .map(each -> Terms.implies(each.condition(), each.where(condition)))
              .toList());
    }
    List<Term> names = new ArrayList<>();
    Value any = shape().value(Shape.Names.bound(names));
    Term body =
        Context.binding(
            names,
            () -> {
              // First, since it mentions all names that the value has.
              Term within = contains(any);
              return Terms.implies(within, Context.knowing(within, () -> condition.apply(any)));
            });
    return Terms.forAll(names, body);
  }

  /** A condition on some element. */
  default Term exists(Function<Value, Term> condition) {
    return Terms.not(forAll(each -> Terms.not(condition.apply(each))));
  }

  /** That it has the same elements. */
  default Term equalTo(SetValue other) {
    return this == other ? Terms.TRUE : Terms.and(subsetOf(other), other.subsetOf(this));
  }

  /** That all its elements are in another set. */
  default Term subsetOf(SetValue other) {
    return forAll(other::contains);
  }

  /** A set of these. */
  static SetValue of(List<Value> elements) {
    return guarded(elements.stream().map(each -> new Guarded(Terms.TRUE, each)).toList());
  }

  /** A set of those of which the condition holds. */
  static SetValue guarded(List<Guarded> elements) {
    List<Guarded> all = elements.stream().filter(each -> !each.condition().isFalse()).toList();
    return new SetValue() {
      @Override
      public Term contains(Value element) {
        return Terms.or(
            all.stream()
                .map(each -> Terms.and(each.condition(), Values.equal(each.element(), element)))
                .toList());
      }

      @Override
      public Shape shape() {
        return Shape.ofElements(all.stream().map(Guarded::element).toList());
      }

      @Override
      public Optional<List<Guarded>> listed() {
        return Optional.of(all);
      }
    };
  }

  /** A set that no list can hold. */
  static SetValue endless(Shape shape, Function<Value, Term> condition) {
    return new SetValue() {
      @Override
      public Term contains(Value element) {
        return condition.apply(element);
      }

      @Override
      public Shape shape() {
        return shape;
      }
    };
  }

  /** The integers from one to another, both inclusive. */
  static SetValue range(Term low, Term high) {
    List<Term> few = Values.few(low, high);
    if (few != null) {
      return guarded(
          few.stream()
              .map(each -> new Guarded(Terms.atMost(each, high), (Value) new Value.Int(each)))
              .toList());
    }
    return endless(
        new Shape.Scalar(Sort.INT, Value.Int::new),
        each -> Terms.and(Terms.atMost(low, integer(each)), Terms.atMost(integer(each), high)));
  }

  private static Term integer(Value value) {
    if (value instanceof Value.Int integer) {
      return integer.term();
    }
    throw new MeaningException(value.kind() + " stands where an integer must stand");
  }

  /** One of two sets. */
  static SetValue ite(Term condition, SetValue then, SetValue otherwise) {
    Optional<List<Guarded>> a = then.listed();
    Optional<List<Guarded>> b = otherwise.listed();
    if (a.isPresent() && b.isPresent()) {
      List<Guarded> all = new ArrayList<>();
      a.get().forEach(each -> all.add(guard(condition, each)));
      b.get().forEach(each -> all.add(guard(Terms.not(condition), each)));
      return guarded(all);
    }
    return endless(
        then.shape().or(otherwise.shape()),
        each -> Terms.ite(condition, then.contains(each), otherwise.contains(each)));
  }

  private static Guarded guard(Term condition, Guarded element) {
    return new Guarded(Terms.and(condition, element.condition()), element.element());
  }

  /** All elements of both. */
  default SetValue union(SetValue other) {
    if (listed().isPresent() && other.listed().isPresent()) {
      List<Guarded> all = new ArrayList<>(listed().get());
      all.addAll(other.listed().get());
      return guarded(all);
    }
    return endless(
        shape().or(other.shape()), each -> Terms.or(contains(each), other.contains(each)));
  }

  /** The elements that satisfy a condition. */
  default SetValue filter(Function<Value, Term> condition) {
    if (listed().isPresent()) {
      return guarded(
          listed().get().stream().map(each -> guard(each.where(condition), each)).toList());
    }
    return endless(
        shape(),
        each -> {
          Term within = contains(each);
          return Terms.and(within, Context.knowing(within, () -> condition.apply(each)));
        });
  }

  /** The values of a function for all elements. */
  default SetValue map(Function<Value, Value> function) {
    if (listed().isPresent()) {
      return guarded(
          listed().get().stream()
              .map(each -> new Guarded(each.condition(), each.where(function)))
              .toList());
    }
    Value one = function.apply(shape().value(Shape.Names.bound(new ArrayList<>())));
    return endless(
        Shape.ofElements(List.of(one)),
        each -> exists(argument -> Values.equal(function.apply(argument), each)));
  }
}
