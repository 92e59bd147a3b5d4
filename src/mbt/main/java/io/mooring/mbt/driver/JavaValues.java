package io.mooring.mbt.driver;

import io.mooring.checker.tlc.TlaValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Translates between values of a specification and of Java.
 *
 * <table>
 * <caption>Which values are the same</caption>
 * <tr><th>TLA+</th><th>Java</th></tr>
 * <tr><td>{@code TRUE}</td><td>{@link Boolean}</td></tr>
 * <tr><td>integers</td><td>{@link Integer}, and what fits of {@link Long}, {@link Short} and
 * {@link Byte}</td></tr>
 * <tr><td>strings, model values</td><td>{@link String}, or a constant of an enum of that
 * name</td></tr>
 * <tr><td>sequences, tuples</td><td>{@link List}, arrays of objects</td></tr>
 * <tr><td>sets</td><td>{@link Set}</td></tr>
 * <tr><td>records</td><td>{@link Map} with strings as keys, Java records</td></tr>
 * <tr><td>other functions</td><td>{@link Map}</td></tr>
 * </table>
 *
 * <p>Java does not tell a model value from the string of its name, so here they are equal.
 */
public final class JavaValues {

  private JavaValues() {}

  /**
   * The value of a specification that a Java object stands for; a {@link TlaValue} for itself.
   *
   * @throws IllegalArgumentException if it is of no type in the table
   */
  public static TlaValue tla(@Nullable Object value) {
    if (value instanceof TlaValue already) {
      return plain(already);
    } else if (value instanceof Boolean bool) {
      return new TlaValue.Bool(bool);
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return new TlaValue.Int(((Number) value).intValue());
    } else if (value instanceof Long number && number.intValue() == number) {
      return new TlaValue.Int(number.intValue());
    } else if (value instanceof CharSequence text) {
      return new TlaValue.Str(text.toString());
    } else if (value instanceof Enum<?> constant) {
      return new TlaValue.Str(constant.name());
    } else if (value instanceof Object[] array) {
      return new TlaValue.Seq(Arrays.stream(array).map(JavaValues::tla).toList());
    } else if (value instanceof Set<?> set) {
      return new TlaValue.SetOf(set.stream().map(JavaValues::tla).toList());
    } else if (value instanceof Collection<?> list) {
      return new TlaValue.Seq(list.stream().map(JavaValues::tla).toList());
    } else if (value instanceof Map<?, ?> map) {
      Map<TlaValue, TlaValue> pairs = new LinkedHashMap<>();
      map.forEach((key, each) -> pairs.put(tla(key), tla(each)));
      return TlaValue.function(pairs);
    } else if (value instanceof Record record) {
      return TlaValue.function(fields(record));
    }
    throw new IllegalArgumentException(
        value == null
            ? "null is no value of TLA+; show the value that the specification has in its place"
            : value.getClass().getName()
                + " is no value of TLA+ ("
                + value
                + "); use a boolean, an integer of 32 bits, a string, an enum, a list, a set, a map"
                + " or a record");
  }

  private static Map<TlaValue, TlaValue> fields(Record record) {
    Map<TlaValue, TlaValue> fields = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      fields.put(
          new TlaValue.Str(component.getName()),
          tla(Members.call(component.getAccessor(), record)));
    }
    return fields;
  }

  /** The value with a string in place of each model value. */
  static TlaValue plain(TlaValue value) {
    if (value instanceof TlaValue.Model model) {
      return new TlaValue.Str(model.name());
    } else if (value instanceof TlaValue.Seq seq) {
      return new TlaValue.Seq(seq.elements().stream().map(JavaValues::plain).toList());
    } else if (value instanceof TlaValue.SetOf set) {
      return new TlaValue.SetOf(set.elements().stream().map(JavaValues::plain).toList());
    } else if (value instanceof TlaValue.Rec rec) {
      SortedMap<String, TlaValue> fields = new TreeMap<>();
      rec.fields().forEach((name, each) -> fields.put(name, plain(each)));
      return new TlaValue.Rec(fields);
    } else if (value instanceof TlaValue.Fun fun) {
      Map<TlaValue, TlaValue> pairs = new LinkedHashMap<>();
      fun.pairs().forEach(pair -> pairs.put(plain(pair.getKey()), plain(pair.getValue())));
      return TlaValue.function(pairs);
    }
    return value;
  }

  /** A value as the natural Java object: Boolean, Integer, String, List, Set or Map. */
  static Object java(TlaValue value) {
    if (value instanceof TlaValue.Bool bool) {
      return bool.value();
    } else if (value instanceof TlaValue.Int number) {
      return number.value();
    } else if (value instanceof TlaValue.Str text) {
      return text.value();
    } else if (value instanceof TlaValue.Model model) {
      return model.name();
    } else if (value instanceof TlaValue.Seq seq) {
      return seq.elements().stream().map(JavaValues::java).toList();
    } else if (value instanceof TlaValue.SetOf set) {
      Set<Object> all = new LinkedHashSet<>();
      set.elements().forEach(each -> all.add(java(each)));
      return all;
    }
    Map<Object, Object> map = new LinkedHashMap<>();
    pairs(value).forEach(pair -> map.put(java(pair.getKey()), java(pair.getValue())));
    return map;
  }

  private static List<Map.Entry<TlaValue, TlaValue>> pairs(TlaValue value) {
    if (value instanceof TlaValue.Fun fun) {
      return fun.pairs();
    }
    List<Map.Entry<TlaValue, TlaValue>> pairs = new ArrayList<>();
    if (value instanceof TlaValue.Rec rec) {
      rec.fields().forEach((name, each) -> pairs.add(Map.entry(new TlaValue.Str(name), each)));
    } else if (value instanceof TlaValue.Seq seq) {
      for (TlaValue each : seq.elements()) {
        pairs.add(Map.entry(new TlaValue.Int(pairs.size() + 1), each));
      }
    }
    return pairs;
  }

  /**
   * A value as an object of a Java type.
   *
   * @throws IllegalArgumentException if the type has no such value
   */
  static Object java(TlaValue value, Type type) {
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    Type[] arguments =
        type instanceof ParameterizedType generic ? generic.getActualTypeArguments() : new Type[0];
    if (!(raw instanceof Class<?> wanted) || wanted == Object.class) {
      return java(value);
    }
    if (wanted.isInstance(value)) {
      return value;
    } else if (value instanceof TlaValue.Seq seq && wanted.isAssignableFrom(List.class)) {
      return seq.elements().stream().map(each -> java(each, argument(arguments, 0))).toList();
    } else if (value instanceof TlaValue.SetOf set && wanted.isAssignableFrom(Set.class)) {
      Set<Object> all = new LinkedHashSet<>();
      set.elements().forEach(each -> all.add(java(each, argument(arguments, 0))));
      return all;
    } else if (wanted == Map.class
        && (value instanceof TlaValue.Rec
            || value instanceof TlaValue.Fun
            || value instanceof TlaValue.Seq)) {
      Map<Object, Object> map = new LinkedHashMap<>();
      for (Map.Entry<TlaValue, TlaValue> pair : pairs(value)) {
        map.put(
            java(pair.getKey(), argument(arguments, 0)),
            java(pair.getValue(), argument(arguments, 1)));
      }
      return map;
    } else if (wanted.isRecord() && value instanceof TlaValue.Rec rec) {
      return Members.newRecord(wanted, rec);
    }
    Object natural = java(value);
    if (wanted.isEnum() && natural instanceof String name) {
      for (Object constant : wanted.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(name)) {
          return constant;
        }
      }
    } else if (natural instanceof Integer number
        && (wanted == long.class || wanted == Long.class)) {
      return number.longValue();
    } else if (wanted.isInstance(natural)
        || (wanted == int.class && natural instanceof Integer)
        || (wanted == boolean.class && natural instanceof Boolean)) {
      return natural;
    }
    throw new IllegalArgumentException(value + " is no " + type.getTypeName());
  }

  private static Type argument(Type[] arguments, int index) {
    return index < arguments.length ? arguments[index] : Object.class;
  }
}
