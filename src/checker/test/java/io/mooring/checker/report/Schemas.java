package io.mooring.checker.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Validates JSON against the schema that describes it. */
final class Schemas {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Schemas REPORT =
      new Schemas(
          strict(read("/io/mooring/checker/report/mooring-report.schema.json")),
          SpecVersion.VersionFlag.V202012);
  private static final Schemas SARIF =
      new Schemas(read("/schema/sarif-schema-2.1.0.json"), SpecVersion.VersionFlag.V7);

  private final JsonSchema schema;

  private Schemas(JsonNode schema, SpecVersion.VersionFlag version) {
    this.schema = JsonSchemaFactory.getInstance(version).getSchema(schema);
  }

  /** The schema of our own JSON, which here forbids the fields that it does not describe. */
  static Schemas report() {
    return REPORT;
  }

  /** The schema of SARIF 2.1.0. */
  static Schemas sarif() {
    return SARIF;
  }

  static JsonNode read(String resource) {
    try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream(resource))) {
      return JSON.readTree(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static JsonNode strict(JsonNode schema) {
    for (JsonNode each : schema.findParents("properties")) {
      if (each.path("properties").isObject() && each instanceof ObjectNode node) {
        node.put("additionalProperties", false);
      }
    }
    return schema;
  }

  /** What is wrong with a text; nothing if it is as the schema says. */
  List<String> violations(String json) throws IOException {
    return schema.validate(JSON.readTree(json)).stream().map(ValidationMessage::toString).toList();
  }
}
