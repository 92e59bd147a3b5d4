package io.mooring.codegen.model;

import java.util.List;

/** The type of a value: each kind names its form in Java. */
public sealed interface Type {

  /** {@code boolean}. */
  record Bool() implements Type {}

  /** {@code int}. */
  record Int() implements Type {}

  /**
   * {@code int} from {@code low} to {@code high}: the type of a variable or field, never of an
   * {@link Expression}, which has {@link Int} instead.
   */
  record IntRange(int low, int high) implements Type {}

  /** {@code String}. */
  record Str() implements Type {}

  /**
   * The Java enum of this name: an {@link Enumeration}, or {@code Event}.
   *
   * <p>{@code Event} is used in expressions only when no action has parameters; otherwise the field
   * {@code event} of the outputs has type {@link Str}, the name of the action.
   */
  record EnumType(String name) implements Type {}

  /** The Java record of this name. */
  record RecordOf(String name) implements Type {}

  /** The outputs of a state as a whole: a Java {@code Step}. */
  record Outputs() implements Type {}

  /** {@code Set} of the boxed element type. */
  record SetOf(Type element) implements Type {}

  /** {@code List} of the boxed element type. */
  record SeqOf(Type element) implements Type {}

  /** {@code Map} of the boxed types: a function whose domain is not {@code 1..n}. */
  record MapOf(Type key, Type value) implements Type {}

  /** A tuple with a type for each place; Java has no own type for it. */
  record TupleOf(List<Type> elements) implements Type {
    /** Copies the elements. */
    public TupleOf {
      elements = List.copyOf(elements);
    }
  }

  /** {@code BOOLEAN}. */
  Type BOOL = new Bool();

  /** Integers. */
  Type INT = new Int();

  /** Strings. */
  Type STRING = new Str();

  /** The outputs as a whole. */
  Type OUTPUTS = new Outputs();
}
