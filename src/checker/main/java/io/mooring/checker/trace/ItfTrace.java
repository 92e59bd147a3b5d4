package io.mooring.checker.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A behaviour in the Informal Trace Format, which other tools for TLA+ read and write. */
public final class ItfTrace {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ItfTrace() {}

  /**
   * The states of a trace.
   *
   * @param input the whole file; is not closed
   * @throws IOException if it cannot be read, or is not JSON
   * @throws IllegalArgumentException if it has no states, or a value that the format does not know
   */
  public static List<TlaState> states(InputStream input) throws IOException {
    JsonNode states = JSON.readTree(input).path("states");
    if (!states.isArray()) {
      throw new IllegalArgumentException("has no states");
    }
    List<TlaState> all = new ArrayList<>();
    for (JsonNode state : states) {
      SortedMap<String, TlaValue> values = new TreeMap<>();
      for (Map.Entry<String, JsonNode> each : state.properties()) {
        if (!each.getKey().startsWith("#")) {
          values.put(each.getKey(), value(each.getValue()));
        }
      }
      all.add(new TlaState(values));
    }
    return all;
  }

  private static TlaValue value(JsonNode node) {
    if (node.isBoolean()) {
      return new TlaValue.Bool(node.booleanValue());
    }
    if (node.canConvertToInt() && node.isIntegralNumber()) {
      return new TlaValue.Int(node.intValue());
    }
    if (node.isValueNode()) {
      // A value that TLA+ does not have, for example a fraction, becomes its text.
      return new TlaValue.Str(node.asText());
    }
    if (node.isArray()) {
      return new TlaValue.Seq(values(node));
    }
    if (node.path("#bigint").asText().matches("-?\\d{1,9}")) {
      return new TlaValue.Int(Integer.parseInt(node.get("#bigint").asText()));
    }
    if (node.has("#tup")) {
      return new TlaValue.Seq(values(node.get("#tup")));
    }
    if (node.has("#set")) {
      return new TlaValue.SetOf(values(node.get("#set")));
    }
    if (node.has("#map")) {
      List<Map.Entry<TlaValue, TlaValue>> pairs = new ArrayList<>();
      node.get("#map")
          .forEach(pair -> pairs.add(Map.entry(value(pair.path(0)), value(pair.path(1)))));
      return new TlaValue.Fun(pairs);
    }
    if (node.isObject() && !node.isEmpty() && !node.fieldNames().next().startsWith("#")) {
      SortedMap<String, TlaValue> fields = new TreeMap<>();
      node.properties().forEach(each -> fields.put(each.getKey(), value(each.getValue())));
      return new TlaValue.Rec(fields);
    }
    throw new IllegalArgumentException("has a value that the format does not know: " + node);
  }

  private static List<TlaValue> values(JsonNode array) {
    List<TlaValue> all = new ArrayList<>();
    array.forEach(element -> all.add(value(element)));
    return all;
  }

  static String text(TraceOrigin origin, Path file, Trace trace) {
    ObjectNode root = NODES.objectNode();
    ObjectNode meta = root.putObject("#meta");
    meta.put("format", "ITF");
    meta.put("format-description", "https://apalache-mc.org/docs/adr/015adr-trace.html");
    meta.put("source", origin.module().getFileName().toString());
    meta.put("description", origin.description());
    ArrayNode variables = root.putArray("vars");
    trace.steps().get(0).state().values().keySet().forEach(variables::add);
    ArrayNode states = root.putArray("states");
    for (int i = 0; i < trace.steps().size(); i++) {
      Trace.Step step = trace.steps().get(i);
      ObjectNode state = states.addObject();
      state.putObject("#meta").put("index", i).put("action", step.action());
      step.state().values().forEach((name, value) -> state.set(name, node(value)));
    }
    trace.loopTo().ifPresent(loop -> root.put("loop", loop));
    try {
      return JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static JsonNode node(TlaValue value) {
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
      ObjectNode object = NODES.objectNode();
      rec.fields().forEach((field, each) -> object.set(field, node(each)));
      return object;
    }
    if (value instanceof TlaValue.Fun fun) {
      ArrayNode pairs = NODES.arrayNode();
      fun.pairs()
          .forEach(pair -> pairs.addArray().add(node(pair.getKey())).add(node(pair.getValue())));
      return NODES.objectNode().set("#map", pairs);
    }
    return NODES.textNode(value.toString());
  }

  private static ArrayNode array(Collection<TlaValue> values) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(value -> array.add(node(value)));
    return array;
  }
}
