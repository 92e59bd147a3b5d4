package io.mooring.checker.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.tlc.TlaValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Values in the Informal Trace Format.
 *
 * <p>The format has no model values: they are strings, unless a string of the same letters occurs
 * in the trace.
 *
 * @param modelValues the strings that are model values
 */
record ItfValues(Set<String> modelValues) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final BigInteger LEAST = BigInteger.valueOf(Integer.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final int DIGITS = 400;

  /** Of the model values in some values those that no string is like. */
  static ItfValues of(Collection<TlaValue> values) {
    Set<String> models = new TreeSet<>();
    Set<String> strings = new TreeSet<>();
    values.forEach(value -> collect(value, models, strings));
    models.removeAll(strings);
    return new ItfValues(models);
  }

  private static void collect(TlaValue value, Set<String> models, Set<String> strings) {
    if (value instanceof TlaValue.Model model) {
      models.add(model.name());
    } else if (value instanceof TlaValue.Str string) {
      strings.add(string.value());
    } else if (value instanceof TlaValue.Seq seq) {
      seq.elements().forEach(each -> collect(each, models, strings));
    } else if (value instanceof TlaValue.SetOf set) {
      set.elements().forEach(each -> collect(each, models, strings));
    } else if (value instanceof TlaValue.Rec rec) {
      if (isMap(rec)) {
        strings.addAll(rec.fields().keySet());
      }
      rec.fields().values().forEach(each -> collect(each, models, strings));
    } else if (value instanceof TlaValue.Fun fun) {
      for (Map.Entry<TlaValue, TlaValue> pair : fun.pairs()) {
        collect(pair.getKey(), models, strings);
        collect(pair.getValue(), models, strings);
      }
    }
  }

  JsonNode write(TlaValue value) {
    if (value instanceof TlaValue.Bool bool) {
      return NODES.booleanNode(bool.value());
    }
    if (value instanceof TlaValue.Int integer) {
      return NODES.objectNode().put("#bigint", Integer.toString(integer.value()));
    }
    if (value instanceof TlaValue.Str string) {
      return NODES.textNode(string.value());
    }
    if (value instanceof TlaValue.Seq seq) {
      return array(seq.elements());
    }
    if (value instanceof TlaValue.SetOf set) {
      return NODES.objectNode().set("#set", array(set.elements()));
    }
    if (value instanceof TlaValue.Rec rec) {
      return isMap(rec) ? map(pairs(rec)) : object(rec);
    }
    if (value instanceof TlaValue.Fun fun) {
      return map(fun.pairs());
    }
    String name = ((TlaValue.Model) value).name();
    return modelValues.contains(name)
        ? NODES.textNode(name)
        : NODES.objectNode().put("#unserializable", name);
  }

  /** A name that begins with a hash is not one of a field in this format. */
  private static boolean isMap(TlaValue.Rec rec) {
    return rec.fields().keySet().stream().anyMatch(field -> field.startsWith("#"));
  }

  private static List<Map.Entry<TlaValue, TlaValue>> pairs(TlaValue.Rec rec) {
    List<Map.Entry<TlaValue, TlaValue>> pairs = new ArrayList<>();
    rec.fields().forEach((field, each) -> pairs.add(Map.entry(new TlaValue.Str(field), each)));
    return pairs;
  }

  private ObjectNode object(TlaValue.Rec rec) {
    ObjectNode object = NODES.objectNode();
    rec.fields().forEach((field, each) -> object.set(field, write(each)));
    return object;
  }

  private JsonNode map(List<Map.Entry<TlaValue, TlaValue>> all) {
    ArrayNode pairs = NODES.arrayNode();
    all.forEach(pair -> pairs.addArray().add(write(pair.getKey())).add(write(pair.getValue())));
    return NODES.objectNode().set("#map", pairs);
  }

  private ArrayNode array(Collection<TlaValue> values) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(value -> array.add(write(value)));
    return array;
  }

  TlaValue read(JsonNode node) {
    if (node.isBoolean()) {
      return new TlaValue.Bool(node.booleanValue());
    }
    if (node.isIntegralNumber()) {
      return integer(node.bigIntegerValue());
    }
    if (node.isValueNode()) {
      // A value that TLA+ does not have, for example a fraction, becomes its text.
      String text = node.asText();
      return modelValues.contains(text) ? new TlaValue.Model(text) : new TlaValue.Str(text);
    }
    if (node.isArray()) {
      return new TlaValue.Seq(all(node));
    }
    String number = node.path("#bigint").asText();
    if (number.length() < DIGITS && number.matches("-?\\d+")) {
      return integer(new BigInteger(number));
    }
    if (node.has("#tup")) {
      return new TlaValue.Seq(all(node.get("#tup")));
    }
    if (node.has("#set")) {
      return new TlaValue.SetOf(all(node.get("#set")));
    }
    if (node.path("#map").isArray()) {
      Map<TlaValue, TlaValue> pairs = new LinkedHashMap<>();
      node.get("#map").forEach(pair -> pairs.put(read(pair.path(0)), read(pair.path(1))));
      return TlaValue.function(pairs);
    }
    if (node.path("#unserializable").isTextual()) {
      return new TlaValue.Model(node.get("#unserializable").asText());
    }
    if (node.isObject() && !node.isEmpty() && !node.fieldNames().next().startsWith("#")) {
      SortedMap<String, TlaValue> fields = new TreeMap<>();
      node.properties().forEach(each -> fields.put(each.getKey(), read(each.getValue())));
      return new TlaValue.Rec(fields);
    }
    String text = node.toString();
    throw new IllegalArgumentException(
        "has a value that the format does not know: "
            + (text.length() <= DIGITS ? text : text.substring(0, DIGITS) + "..."));
  }

  /** TLC has no larger integers: such a one is shown, and nothing is computed with it. */
  private static TlaValue integer(BigInteger number) {
    return number.compareTo(LEAST) < 0 || number.compareTo(MOST) > 0
        ? new TlaValue.Model(number.toString())
        : new TlaValue.Int(number.intValue());
  }

  private List<TlaValue> all(JsonNode array) {
    List<TlaValue> all = new ArrayList<>();
    array.forEach(element -> all.add(read(element)));
    return all;
  }
}
