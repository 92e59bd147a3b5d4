package io.mooring.checker.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The page of the guide has every field of the schema, and the schema describes each. */
final class ReportPageTest {

  private static final Path PAGE = Path.of("../docs/guide/reports.md");
  private static final String BEGIN = "<!-- fields:begin -->\n";
  private static final String END = "<!-- fields:end -->";
  private static final String ITEMS = "items";
  private static final String DESCRIPTION = "description";

  private final JsonNode schema =
      Schemas.read("/io/mooring/checker/report/mooring-report.schema.json");

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
        .as("mvn -q -pl src/checker verify -Dmooring.write=true writes it")
        .isEqualTo(written);
  }

  @Test
  void theSchemaNamesEveryKindAndStatus() {
    assertThat(texts(schema.at("/$defs/case/properties/kind/enum")))
        .containsExactlyElementsOf(
            List.of(ReportCase.Kind.values()).stream().map(ReportCase.Kind::text).toList());
    assertThat(texts(schema.at("/$defs/case/properties/status/enum")))
        .containsExactlyElementsOf(
            List.of(ReportCase.Status.values()).stream().map(ReportCase.Status::text).toList());
  }

  private String table() {
    StringBuilder text = new StringBuilder();
    section(text, "The file", schema);
    section(text, "A group", schema.at("/$defs/group"));
    section(text, "A case", schema.at("/$defs/case"));
    section(text, "An action of the coverage", schema.at("/$defs/action"));
    section(text, "A step", schema.at("/$defs/step"));
    section(text, "A place", schema.at("/$defs/place"));
    section(text, "A warning, or a refusal", schema.at("/$defs/note"));
    return text.append('\n').toString();
  }

  private void section(StringBuilder text, String title, JsonNode object) {
    text.append("\n**").append(title).append("**\n\n| field | type | what it is |\n|--|--|--|\n");
    rows(text, "", object);
  }

  private void rows(StringBuilder text, String before, JsonNode object) {
    TreeSet<String> required = new TreeSet<>(texts(object.path("required")));
    for (Map.Entry<String, JsonNode> field : object.path("properties").properties()) {
      JsonNode value = field.getValue();
      assertThat(value.path(DESCRIPTION).asText()).as(field.getKey()).endsWith(".");
      String name = before + field.getKey();
      boolean always = required.contains(field.getKey()) || object.path("required").isMissingNode();
      text.append("| `").append(name).append("` | ").append(type(value));
      text.append(always ? "" : ", optional").append(" | ");
      text.append(value.path(DESCRIPTION).asText()).append(" |\n");
      if (value.has("properties")) {
        rows(text, name + ".", value);
      }
    }
  }

  private String type(JsonNode value) {
    if (value.has("const")) {
      return value.get("const").asText();
    }
    if (value.has("enum")) {
      return String.join(
          ", ", texts(value.get("enum")).stream().map(each -> "`" + each + "`").toList());
    }
    if (value.has("$ref")) {
      String name = value.get("$ref").asText().replace("#/$defs/", "");
      JsonNode target = schema.at("/$defs/" + name);
      return target.has("properties") ? name : type(target);
    }
    return value.has(ITEMS) ? "list of " + type(value.get(ITEMS)) : value.path("type").asText();
  }

  private static List<String> texts(JsonNode array) {
    List<String> all = new ArrayList<>();
    array.forEach(each -> all.add(each.asText()));
    return all;
  }
}
