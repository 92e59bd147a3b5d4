package io.mooring.checker.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.Trace;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes behaviours in the Informal Trace Format. What the format has no place for stands in {@code
 * #meta}, which other tools do not read.
 */
public final class ItfWriter {

  /** The part of {@code #meta} that only this project knows. */
  static final String OURS = "mooring";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ItfWriter() {}

  /** The whole file. */
  public static String text(StoredTrace stored) {
    Trace trace = stored.trace();
    ItfValues values = values(trace);
    ObjectNode root = NODES.objectNode();
    ObjectNode meta = root.putObject("#meta");
    meta.put("format", "ITF");
    meta.put("format-description", "https://apalache-mc.org/docs/adr/015adr-trace.html");
    put(meta, "source", stored.source());
    put(meta, "description", stored.description());
    ObjectNode ours = NODES.objectNode();
    put(ours, "title", stored.title());
    put(ours, "config", stored.config());
    if (!values.modelValues().isEmpty()) {
      values.modelValues().forEach(ours.putArray("modelValues")::add);
    }
    if (!trace.names().isEmpty()) {
      ObjectNode names = ours.putObject("names");
      new TreeMap<>(trace.names()).forEach((name, each) -> names.set(name, ItfNames.write(each)));
    }
    if (!ours.isEmpty()) {
      meta.set(OURS, ours);
    }
    ArrayNode variables = root.putArray("vars");
    // Those of all states: the last one of a failed evaluation may lack some.
    stored.variables().forEach(variables::add);
    ArrayNode states = root.putArray("states");
    for (int i = 0; i < trace.steps().size(); i++) {
      states.add(state(i, trace.steps().get(i), values));
    }
    trace.loopTo().ifPresent(loop -> root.put("loop", loop));
    try {
      return JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ItfValues values(Trace trace) {
    return ItfValues.of(
        trace.steps().stream()
            .flatMap(step -> Stream.of(step.state().values(), step.alias()))
            .flatMap(values -> values.values().stream())
            .toList());
  }

  private static ObjectNode state(int index, Trace.Step step, ItfValues values) {
    ObjectNode state = NODES.objectNode();
    ObjectNode meta = state.putObject("#meta").put("index", index);
    put(meta, "action", step.action());
    SourceSpan span = step.span();
    if (span != null) {
      meta.put("module", span.module());
      meta.putArray("begin").add(span.beginLine()).add(span.beginColumn());
      meta.putArray("end").add(span.endLine()).add(span.endColumn());
    }
    if (!step.alias().isEmpty()) {
      ObjectNode alias = meta.putObject("alias");
      step.alias().forEach((name, value) -> alias.set(name, values.write(value)));
    }
    step.state().values().forEach((name, value) -> state.set(name, values.write(value)));
    return state;
  }

  private static void put(ObjectNode node, String field, String text) {
    if (!text.isEmpty()) {
      node.put(field, text);
    }
  }
}
