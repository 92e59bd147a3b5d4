package io.mooring.codegen.atlas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelJson;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The checksums of the formulas of a model: the page has no formulas, but it compares them with
 * those of a model file. It computes the same checksums of the file's JSON.
 */
final class FormulaChecksums {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, String> properties;
  private final Map<String, String> helpers;

  FormulaChecksums(Model model) {
    try {
      JsonNode json = MAPPER.readTree(ModelJson.write(model));
      properties = checksums(json.path("properties"));
      helpers = checksums(json.path("helpers"));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The checksum of a property: its formula, if it has one. */
  String ofProperty(String name) {
    return Objects.requireNonNull(properties.get(name));
  }

  /** The checksum of a definition: its parameters and its formula. */
  String ofHelper(String name) {
    return Objects.requireNonNull(helpers.get(name));
  }

  private static Map<String, String> checksums(JsonNode list) throws JsonProcessingException {
    Map<String, String> checksums = new HashMap<>();
    for (JsonNode each : list) {
      String formula = text(each.get("parameters")) + text(each.get("body"));
      CRC32 sum = new CRC32();
      sum.update(formula.getBytes(StandardCharsets.UTF_8));
      checksums.put(each.path("name").asText(), String.format(Locale.ROOT, "%08x", sum.getValue()));
    }
    return checksums;
  }

  private static String text(@Nullable JsonNode node) throws JsonProcessingException {
    return node == null ? "null" : MAPPER.writeValueAsString(node);
  }
}
