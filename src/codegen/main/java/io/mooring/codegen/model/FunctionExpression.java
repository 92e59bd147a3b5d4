package io.mooring.codegen.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Expressions about functions that are maps in Java, and choices. */
public sealed interface FunctionExpression extends Expression {

  /** {@code [x \in domain |-> body]} where the domain is not {@code 1..n}. */
  record MapFunction(Expression.Binding binding, Expression domain, Expression body)
      implements FunctionExpression {
    @Override
    public Type type() {
      return new Type.MapOf(binding.type(), body.type());
    }
  }

  /** {@code function.get(argument)}. */
  record ValueAt(Expression function, Expression argument) implements FunctionExpression {
    @Override
    public Type type() {
      return ((Type.MapOf) function.type()).value();
    }
  }

  /** {@code function.keySet()}. */
  record DomainOf(Expression function) implements FunctionExpression {
    @Override
    public Type type() {
      return new Type.SetOf(((Type.MapOf) function.type()).key());
    }
  }

  /**
   * A function or sequence with another value in one place, {@code [f EXCEPT ![argument] = value]};
   * the same if the place is not there.
   */
  record With(Expression function, Expression argument, Expression value)
      implements FunctionExpression {
    @Override
    public Type type() {
      return function.type();
    }
  }

  /**
   * The first element of a set that satisfies a condition, in the order in which TLC tries them.
   *
   * @param order for each enumeration and record type within the elements, the order of its
   *     constants or fields
   * @param line cited if there is none
   */
  record Choose(
      Expression.Binding binding,
      Expression domain,
      Expression body,
      SortedMap<String, List<String>> order,
      SourceLine line)
      implements FunctionExpression {
    /** Copies the order. */
    public Choose {
      order = Collections.unmodifiableSortedMap(new TreeMap<>(order));
    }

    @Override
    public Type type() {
      return binding.type();
    }
  }

  /** The elements of all sets of a set. */
  record UnionOf(Expression sets) implements FunctionExpression {
    @Override
    public Type type() {
      return ((Type.SetOf) sets.type()).element();
    }
  }

  /** All subsets of a set. */
  record SubsetsOf(Expression set) implements FunctionExpression {
    @Override
    public Type type() {
      return new Type.SetOf(set.type());
    }
  }

  /** The operands of a node, in the order in which Java evaluates them. */
  static List<Expression> operands(FunctionExpression node) {
    if (node instanceof MapFunction map) {
      return List.of(map.domain(), map.body());
    }
    if (node instanceof ValueAt at) {
      return List.of(at.function(), at.argument());
    }
    if (node instanceof DomainOf domain) {
      return List.of(domain.function());
    }
    if (node instanceof With with) {
      return List.of(with.function(), with.argument(), with.value());
    }
    if (node instanceof SubsetsOf subsets) {
      return List.of(subsets.set());
    }
    return node instanceof Choose choose
        ? List.of(choose.domain(), choose.body())
        : List.of(((UnionOf) node).sets());
  }

  /** The same node with other operands. */
  static Expression with(FunctionExpression node, List<Expression> o) {
    if (node instanceof MapFunction map) {
      return new MapFunction(map.binding(), o.get(0), o.get(1));
    }
    if (node instanceof ValueAt) {
      return new ValueAt(o.get(0), o.get(1));
    }
    if (node instanceof DomainOf) {
      return new DomainOf(o.get(0));
    }
    if (node instanceof With) {
      return new With(o.get(0), o.get(1), o.get(2));
    }
    if (node instanceof SubsetsOf) {
      return new SubsetsOf(o.get(0));
    }
    return node instanceof Choose choose
        ? new Choose(choose.binding(), o.get(0), o.get(1), choose.order(), choose.line())
        : new UnionOf(o.get(0));
  }
}
