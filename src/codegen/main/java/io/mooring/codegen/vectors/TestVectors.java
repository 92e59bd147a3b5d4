package io.mooring.codegen.vectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.codegen.emit.Emitter;
import io.mooring.codegen.emit.LargeTable;
import io.mooring.codegen.emit.ModelLookup;
import io.mooring.codegen.emit.TableEmitter;
import io.mooring.codegen.emit.Target;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Step;
import io.mooring.codegen.model.Timer;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.sink.Sink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes the test vectors of a machine, and the schema of their form: every row of the table with
 * its outputs, and lists of events with the rows that they take.
 */
public final class TestVectors implements Emitter {

  /** The name of the file with the vectors. */
  public static final String FILE = "vectors.json";

  /** The name of the file with their schema. */
  public static final String SCHEMA = "vectors.schema.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** An emitter of vectors. */
  public TestVectors() {}

  @Override
  public void emit(Model model, Target target, Sink sink) {
    sink.put(FILE, text(model, target.header()));
    sink.put(SCHEMA, schema(target.header()));
  }

  private static String schema(String header) {
    try (InputStream in = Objects.requireNonNull(TestVectors.class.getResourceAsStream(SCHEMA))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("${header}", header);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Model model, String header) {
    Walks walks = new Walks(model);
    List<String> lines = new ArrayList<>();
    lines.add("{");
    lines.add("  \"$schema\": " + json(SCHEMA) + ",");
    lines.add("  \"$comment\": " + json(header) + ",");
    lines.add("  \"machine\": " + json(model.module()) + ",");
    lines.add("  \"fingerprint\": " + json(TableEmitter.fingerprint(model)) + ",");
    lines.add("  \"initial\": " + json(model.locations().get(model.initial().to()).name()) + ",");
    lines.add("  \"rows\": [");
    addAll(lines, "    ", model.steps().stream().map(step -> json(row(model, step))).toList());
    lines.add("  ],");
    lines.add("  \"suites\": [");
    List<String> suites = new ArrayList<>();
    suites.add(suite(walks, model, "tours", "Lists that together take every row.", walks.tours()));
    if (!LargeTable.isNeeded(model)) {
      suites.add(
          suite(
              walks,
              model,
              "wp",
              "The suite of the Wp-method: an implementation that answers all of these as the"
                  + " machine does, and has no more states than can be distinguished in the machine,"
                  + " is equal to it.",
              new WpMethod(model).lists()));
    }
    suites.add(suite(walks, model, "random", "Lists of events drawn by chance.", walks.random()));
    lines.add(String.join(",\n", suites));
    lines.add("  ]");
    lines.add("}");
    return String.join("\n", lines) + "\n";
  }

  private static void addAll(List<String> lines, String indent, List<String> elements) {
    for (int i = 0; i < elements.size(); i++) {
      lines.add(indent + elements.get(i) + (i + 1 < elements.size() ? "," : ""));
    }
  }

  private static String suite(
      Walks walks, Model model, String name, String purpose, List<List<Integer>> lists) {
    List<String> lines = new ArrayList<>();
    lines.add("    {");
    lines.add("      \"name\": " + json(name) + ",");
    lines.add("      \"purpose\": " + json(purpose) + ",");
    lines.add("      \"walks\": [");
    List<String> elements = new ArrayList<>();
    for (List<Integer> list : lists) {
      ObjectNode walk = JsonNodeFactory.instance.objectNode();
      ArrayNode events = walk.putArray("events");
      list.forEach(event -> events.add(model.events().get(event).name()));
      ArrayNode rows = walk.putArray("rows");
      walks.rows(list).forEach(rows::add);
      elements.add(json(walk));
    }
    addAll(lines, "        ", elements);
    lines.add("      ]");
    lines.add("    }");
    return String.join("\n", lines);
  }

  private static ObjectNode row(Model model, Step step) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("from", model.locations().get(step.from()).name());
    row.put("event", model.events().get(step.event()).name());
    row.put("outcome", new ModelLookup(model).outcome(step.outcome()));
    row.put("to", model.locations().get(step.to()).name());
    if (step.code() != null) {
      row.put("code", step.code());
    }
    new ModelLookup(model)
        .notifications()
        .ifPresent(
            type -> {
              ArrayNode notifications = row.putArray("notifications");
              step.notifications()
                  .forEach(each -> notification(type, each, notifications.addObject()));
            });
    step.effects().forEach(row.putArray("effects")::add);
    if (!model.timers().isEmpty()) {
      ArrayNode armed = row.putArray("armed");
      ArrayNode cancelled = row.putArray("cancelled");
      for (String effect : step.effects()) {
        for (Timer timer : model.timers()) {
          if (timer.arm().equals(effect)) {
            armed.add(timer.constant());
          }
          if (timer.cancel().equals(effect)) {
            cancelled.add(timer.constant());
          }
        }
      }
    }
    return row;
  }

  private static void notification(RecordType type, Map<String, String> values, ObjectNode into) {
    for (RecordType.Field field : type.fields()) {
      String value = Objects.requireNonNull(values.get(field.name()));
      if (field.type() instanceof Type.EnumType) {
        into.put(field.name(), value);
      } else if (field.type() instanceof Type.Bool) {
        into.put(field.name(), Boolean.parseBoolean(value));
      } else {
        into.put(field.name(), Integer.parseInt(value));
      }
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
