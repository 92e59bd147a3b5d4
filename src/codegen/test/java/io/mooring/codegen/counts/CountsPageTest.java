package io.mooring.codegen.counts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The page of the guide has every field of the schema. */
final class CountsPageTest {

  private static final Path PAGE = Path.of("../docs/guide/reports.md");
  private static final String BEGIN = "<!-- count-fields:begin -->\n";
  private static final String END = "<!-- count-fields:end -->";

  @Test
  void thePageShowsTheSchema() throws Exception {
    String page = Files.readString(PAGE);
    String written =
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + table()
            + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("mooring.write")) {
      Files.writeString(PAGE, written);
    }

    assertThat(Files.readString(PAGE))
        .as("mvn -q -pl src/codegen -am verify -Dmooring.write=true writes it")
        .isEqualTo(written);
  }

  private static String table() throws Exception {
    JsonNode schema;
    try (InputStream in =
        Objects.requireNonNull(
            CountsJson.class.getResourceAsStream("mooring-counts.schema.json"))) {
      schema = new ObjectMapper().readTree(in);
    }
    List<String> required = new ArrayList<>();
    schema.get("required").forEach(each -> required.add(each.textValue()));
    StringBuilder text = new StringBuilder("\n| field | type | what it is |\n|--|--|--|\n");
    for (Map.Entry<String, JsonNode> field : schema.get("properties").properties()) {
      JsonNode value = field.getValue();
      String description = value.path("description").asText();
      assertThat(description).as(field.getKey()).endsWith(".");
      text.append("| `").append(field.getKey()).append("` | ");
      text.append(value.has("const") ? value.get("const").asText() : type(value));
      text.append(required.contains(field.getKey()) ? "" : ", optional");
      text.append(" | ").append(description).append(" |\n");
    }
    return text.append('\n').toString();
  }

  private static String type(JsonNode value) {
    JsonNode items = value.path("items");
    if (items.isMissingNode()) {
      return value.path("type").asText();
    }
    return "list of " + (items.has("prefixItems") ? "lists of integers" : type(items) + "s");
  }
}
