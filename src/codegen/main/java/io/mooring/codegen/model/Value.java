package io.mooring.codegen.model;

/**
 * A value of the specification in a model: a boolean, an integer or a string.
 *
 * <p>{@code toString} is the value as TLA+ text.
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

  /** The value as a word: a string without quotation marks, anything else as TLA+ text. */
  default String word() {
    return this instanceof Str text ? text.value() : toString();
  }
}
