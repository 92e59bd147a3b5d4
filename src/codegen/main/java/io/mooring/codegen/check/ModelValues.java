package io.mooring.codegen.check;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.SourceLine;
import io.mooring.codegen.model.Value;
import java.util.Locale;
import java.util.Optional;

/** Converts between values of the checker and values of a model. */
public final class ModelValues {

  private ModelValues() {}

  /** The value of the checker that a value of a model stands for. */
  public static TlaValue tla(Value value) {
    if (value instanceof Value.Bool bool) {
      return new TlaValue.Bool(bool.value());
    }
    if (value instanceof Value.Int number) {
      return new TlaValue.Int(number.value());
    }
    return new TlaValue.Str(((Value.Str) value).value());
  }

  /**
   * The value of a model for a value of the checker.
   *
   * @param what has the value, for the message
   * @throws ModelException if it is no boolean, integer or string
   */
  public static Value of(TlaValue value, SourceLine line, String what) throws ModelException {
    return find(value)
        .orElseThrow(
            () ->
                new ModelException(
                    line,
                    String.format(
                        Locale.ROOT,
                        "%s is %s; give it a boolean, an integer or a string, or a number or name for each of its values",
                        what,
                        value)));
  }

  /**
   * The value of a model for a value of the checker; empty if it is no boolean, integer or string.
   */
  public static Optional<Value> find(TlaValue value) {
    if (value instanceof TlaValue.Bool bool) {
      return Optional.of(new Value.Bool(bool.value()));
    }
    if (value instanceof TlaValue.Int number) {
      return Optional.of(new Value.Int(number.value()));
    }
    if (value instanceof TlaValue.Str text) {
      return Optional.of(new Value.Str(text.value()));
    }
    return Optional.empty();
  }
}
