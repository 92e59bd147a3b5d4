package io.mooring.mbt.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.checker.tlc.TlaValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A value that a line of a trace has, held against values of the specification. */
sealed interface Given {

  /** Whether it stands for this value. */
  boolean agrees(TlaValue value);

  /** The value that it is where nothing is known that it could be compared with. */
  TlaValue value();

  /** JSON, which is read by the type of what it is compared with. */
  record Plain(JsonNode node, Set<String> models) implements Given {
    @Override
    public boolean agrees(TlaValue value) {
      return agrees(node, value);
    }

    @Override
    public TlaValue value() {
      return read(node, models);
    }

    @Override
    public String toString() {
      return node.toString();
    }

    private static boolean agrees(JsonNode node, TlaValue value) {
      if (value instanceof TlaValue.Bool bool) {
        return node.isBoolean() && node.booleanValue() == bool.value();
      }
      if (value instanceof TlaValue.Int integer) {
        return node.isIntegralNumber()
            && node.canConvertToInt()
            && node.intValue() == integer.value();
      }
      if (value instanceof TlaValue.Str || value instanceof TlaValue.Model) {
        return node.isTextual() && node.textValue().equals(name(value));
      }
      if (value instanceof TlaValue.SetOf set) {
        return node.isArray() && sameElements(node, set.elements());
      }
      if (value instanceof TlaValue.Seq seq) {
        return node.isArray() ? sameOrder(node, seq.elements()) : samePairs(node, pairs(seq));
      }
      return samePairs(node, pairs(value));
    }

    private static boolean sameOrder(JsonNode node, List<TlaValue> elements) {
      boolean same = node.size() == elements.size();
      for (int i = 0; same && i < elements.size(); i++) {
        same = agrees(node.get(i), elements.get(i));
      }
      return same;
    }

    private static boolean sameElements(JsonNode node, List<TlaValue> elements) {
      for (JsonNode each : node) {
        if (elements.stream().noneMatch(element -> agrees(each, element))) {
          return false;
        }
      }
      for (TlaValue element : elements) {
        boolean found = false;
        for (JsonNode each : node) {
          found |= agrees(each, element);
        }
        if (!found) {
          return false;
        }
      }
      return true;
    }

    private static boolean samePairs(JsonNode node, Map<String, TlaValue> pairs) {
      if (!node.isObject() || node.size() != pairs.size()) {
        return false;
      }
      for (Map.Entry<String, TlaValue> pair : pairs.entrySet()) {
        JsonNode member = node.get(pair.getKey());
        if (member == null || !agrees(member, pair.getValue())) {
          return false;
        }
      }
      return true;
    }

    /** A record or function by the names of its keys. */
    private static Map<String, TlaValue> pairs(TlaValue value) {
      if (value instanceof TlaValue.Rec rec) {
        return rec.fields();
      }
      Map<String, TlaValue> pairs = new LinkedHashMap<>();
      if (value instanceof TlaValue.Seq seq) {
        for (TlaValue element : seq.elements()) {
          pairs.put(Integer.toString(pairs.size() + 1), element);
        }
      } else if (value instanceof TlaValue.Fun fun) {
        fun.pairs().forEach(pair -> pairs.put(name(pair.getKey()), pair.getValue()));
      }
      return pairs;
    }

    private static String name(TlaValue value) {
      return value instanceof TlaValue.Str text ? text.value() : value.toString();
    }

    private static TlaValue read(JsonNode node, Set<String> models) {
      if (node.isBoolean()) {
        return new TlaValue.Bool(node.booleanValue());
      }
      if (node.isIntegralNumber() && node.canConvertToInt()) {
        return new TlaValue.Int(node.intValue());
      }
      if (node.isTextual()) {
        String text = node.textValue();
        return models.contains(text) ? new TlaValue.Model(text) : new TlaValue.Str(text);
      }
      if (node.isArray()) {
        List<TlaValue> elements = new ArrayList<>();
        node.forEach(each -> elements.add(read(each, models)));
        return new TlaValue.Seq(elements);
      }
      if (node.isObject()) {
        SortedMap<String, TlaValue> fields = new TreeMap<>();
        node.properties().forEach(each -> fields.put(each.getKey(), read(each.getValue(), models)));
        return fields.isEmpty() ? new TlaValue.Seq(List.of()) : new TlaValue.Rec(fields);
      }
      throw new IllegalArgumentException("has a value that TLC does not have: " + node);
    }
  }

  /** A value of the specification. */
  record Exact(TlaValue value) implements Given {
    @Override
    public boolean agrees(TlaValue other) {
      return value.equals(other);
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }
}
