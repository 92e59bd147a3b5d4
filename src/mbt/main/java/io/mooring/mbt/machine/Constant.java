package io.mooring.mbt.machine;

import io.mooring.codegen.model.Value;

/**
 * A value of the specification with the name that readers know it by. Two are equal when their
 * values are, whatever they are called: a model checker knows no names.
 *
 * @param name the Java constant; the value as a word where it has none
 * @param value the value in the specification
 */
public record Constant(String name, Value value) {

  /** A value that has no name of its own. */
  public static Constant of(Value value) {
    return new Constant(value.word(), value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Constant constant && value.equals(constant.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
