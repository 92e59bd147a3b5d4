package io.mooring.codegen.check;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.SourceLine;
import io.mooring.codegen.model.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Converts between values of the checker and values of a model. */
public final class ModelValues {

  private ModelValues() {}

  /** {@return the checker's value for a value of a model} */
  public static TlaValue tla(Value value) {
    if (value instanceof Value.Bool bool) {
      return new TlaValue.Bool(bool.value());
    }
    if (value instanceof Value.Int number) {
      return new TlaValue.Int(number.value());
    }
    if (value instanceof Value.Str text) {
      return new TlaValue.Str(text.value());
    }
    if (value instanceof Value.ModelValue model) {
      return new TlaValue.Model(model.name());
    }
    if (value instanceof Value.SetOf set) {
      return new TlaValue.SetOf(set.elements().stream().map(ModelValues::tla).toList());
    }
    if (value instanceof Value.Seq sequence) {
      return new TlaValue.Seq(sequence.elements().stream().map(ModelValues::tla).toList());
    }
    if (value instanceof Value.Rec rec) {
      SortedMap<String, TlaValue> fields = new TreeMap<>();
      rec.fields().forEach((name, each) -> fields.put(name, tla(each)));
      return new TlaValue.Rec(fields);
    }
    return new TlaValue.Fun(
        ((Value.Fun) value)
            .pairs().stream()
                .map(each -> Map.entry(tla(each.getKey()), tla(each.getValue())))
                .toList());
  }

  /** {@return the value of a model for a value of the checker} */
  public static Value of(TlaValue value) {
    if (value instanceof TlaValue.Bool bool) {
      return new Value.Bool(bool.value());
    }
    if (value instanceof TlaValue.Int number) {
      return new Value.Int(number.value());
    }
    if (value instanceof TlaValue.Str text) {
      return new Value.Str(text.value());
    }
    if (value instanceof TlaValue.Model model) {
      return new Value.ModelValue(model.name());
    }
    if (value instanceof TlaValue.SetOf set) {
      return new Value.SetOf(all(set.elements()));
    }
    if (value instanceof TlaValue.Seq sequence) {
      return new Value.Seq(all(sequence.elements()));
    }
    if (value instanceof TlaValue.Rec rec) {
      SortedMap<String, Value> fields = new TreeMap<>();
      rec.fields().forEach((name, each) -> fields.put(name, of(each)));
      return new Value.Rec(fields);
    }
    return new Value.Fun(
        ((TlaValue.Fun) value)
            .pairs().stream()
                .map(each -> Map.entry(of(each.getKey()), of(each.getValue())))
                .toList());
  }

  private static List<Value> all(List<TlaValue> values) {
    return values.stream().map(ModelValues::of).toList();
  }

  /**
   * The value of a model for a value without parts.
   *
   * @param what has the value, for the message
   * @throws ModelException if it is no boolean, integer, string or model value
   */
  public static Value simple(TlaValue value, SourceLine line, String what) throws ModelException {
    if (value instanceof TlaValue.Bool
        || value instanceof TlaValue.Int
        || value instanceof TlaValue.Str
        || value instanceof TlaValue.Model) {
      return of(value);
    }
    throw new ModelException(
        line,
        String.format(
            Locale.ROOT,
            "%s is %s; give it a boolean, an integer, a string or a model value, or a number or name for each of its values",
            what,
            value));
  }
}
