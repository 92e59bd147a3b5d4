package io.mooring.room.codegen.modelcheck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.room.codegen.tlc.TlaValue;
import io.mooring.room.codegen.tlc.Trace;
import java.util.Collection;

/** A behaviour in the Informal Trace Format, which other tools for TLA+ read. */
final class ItfTrace {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ItfTrace() {}

  static String text(String source, String description, Trace trace) {
    ObjectNode root = NODES.objectNode();
    ObjectNode meta = root.putObject("#meta");
    meta.put("format", "ITF");
    meta.put("format-description", "https://apalache-mc.org/docs/adr/015adr-trace.html");
    meta.put("source", source + ".tla");
    meta.put("description", description);
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
