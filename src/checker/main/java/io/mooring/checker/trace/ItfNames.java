package io.mooring.checker.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.ValueNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of values, as they stand in a trace: so that it is shown again as it was shown first.
 * Each stands there as a definition of TLA+: {@code ON == 1}.
 */
final class ItfNames {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern DEFINITION = Pattern.compile("(\\S+) == (.+)", Pattern.DOTALL);

  private ItfNames() {}

  static JsonNode write(ValueNames names) {
    ObjectNode node = NODES.objectNode();
    TreeMap<String, TlaValue> constants = new TreeMap<>();
    names
        .constants()
        .forEach(
            (value, name) -> {
              String text = name + " == " + value;
              if (read(text).isPresent()) {
                constants.put(text, value);
              }
            });
    if (!constants.isEmpty()) {
      ArrayNode all = node.putArray("constants");
      constants.keySet().forEach(all::add);
    }
    if (!names.fields().isEmpty()) {
      ObjectNode fields = node.putObject("fields");
      new TreeMap<>(names.fields()).forEach((field, each) -> fields.set(field, write(each)));
    }
    names.elements().ifPresent(each -> node.set("elements", write(each)));
    return node;
  }

  static ValueNames read(JsonNode node) {
    Map<TlaValue, String> constants = new HashMap<>();
    for (JsonNode definition : node.path("constants")) {
      read(definition.asText()).ifPresent(each -> constants.put(each.getValue(), each.getKey()));
    }
    Map<String, ValueNames> fields = new HashMap<>();
    node.path("fields")
        .properties()
        .forEach(each -> fields.put(each.getKey(), read(each.getValue())));
    JsonNode elements = node.path("elements");
    return new ValueNames(
        constants, fields, elements.isObject() ? Optional.of(read(elements)) : Optional.empty());
  }

  /** A name and its value; empty for a value that has parts. */
  private static Optional<Map.Entry<String, TlaValue>> read(String text) {
    Matcher definition = DEFINITION.matcher(text);
    if (!definition.matches()) {
      return Optional.empty();
    }
    String value = definition.group(2);
    TlaValue read;
    if (value.matches("-?\\d{1,9}")) {
      read = new TlaValue.Int(Integer.parseInt(value));
    } else if (value.equals("TRUE") || value.equals("FALSE")) {
      read = new TlaValue.Bool(value.equals("TRUE"));
    } else if (value.matches("(?s)\".*\"")) {
      String inner = value.substring(1, value.length() - 1);
      read = new TlaValue.Str(inner.replace("\\\"", "\"").replace("\\\\", "\\"));
    } else if (value.matches("\\w+")) {
      read = new TlaValue.Model(value);
    } else {
      return Optional.empty();
    }
    return Optional.of(Map.entry(definition.group(1), read));
  }
}
