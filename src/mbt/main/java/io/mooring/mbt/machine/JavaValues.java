package io.mooring.mbt.machine;

import io.mooring.checker.tlc.TlaValue;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values of generated Java as those of the specification that they stand for. */
final class JavaValues {

  private JavaValues() {}

  /**
   * The value of the specification.
   *
   * @throws IllegalArgumentException if it is no value of generated Java
   */
  static TlaValue tla(Object value) {
    if (value instanceof Boolean bool) {
      return new TlaValue.Bool(bool);
    }
    if (value instanceof Integer number) {
      return new TlaValue.Int(number);
    }
    if (value instanceof String text) {
      return new TlaValue.Str(text);
    }
    if (value instanceof Enum<?> constant) {
      return constant(constant);
    }
    if (value instanceof Set<?> set) {
      return new TlaValue.SetOf(set.stream().map(JavaValues::tla).toList());
    }
    if (value instanceof List<?> list) {
      return new TlaValue.Seq(list.stream().map(JavaValues::tla).toList());
    }
    if (value instanceof Map<?, ?> map) {
      return function(map);
    }
    if (value instanceof Record rec) {
      SortedMap<String, TlaValue> fields = new TreeMap<>();
      for (RecordComponent component : rec.getClass().getRecordComponents()) {
        fields.put(component.getName(), tla(JavaMachine.get(rec, component.getName())));
      }
      return new TlaValue.Rec(fields);
    }
    throw new IllegalArgumentException(value + " is no value of generated Java");
  }

  private static TlaValue constant(Enum<?> constant) {
    Class<?> type = constant.getDeclaringClass();
    if (JavaMachine.has(type, "code")) {
      return new TlaValue.Int((Integer) JavaMachine.get(constant, "code"));
    }
    return JavaMachine.has(type, "modelValue")
        ? new TlaValue.Model((String) JavaMachine.get(constant, "modelValue"))
        : new TlaValue.Str((String) JavaMachine.get(constant, "value"));
  }

  private static TlaValue function(Map<?, ?> map) {
    Map<TlaValue, TlaValue> pairs = new LinkedHashMap<>();
    map.forEach((key, value) -> pairs.put(tla(key), tla(value)));
    return TlaValue.function(pairs);
  }
}
