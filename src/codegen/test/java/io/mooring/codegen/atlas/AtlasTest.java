package io.mooring.codegen.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.codegen.emit.typescript.ScriptModule;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelJson;
import io.mooring.codegen.model.Step;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The file: its parts, its policy, its data. What it does is tested in a browser. */
final class AtlasTest {

  private static final Path ROOT = root();

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("spec/RoomConnection.tla"))) {
      folder = java.util.Objects.requireNonNull(folder.getParent());
    }
    return folder;
  }

  private static Model room() throws Exception {
    return ModelJson.read(Files.readString(ROOT.resolve("generated/model/room-connection.json")));
  }

  private static SortedMap<String, String> texts() throws Exception {
    SortedMap<String, String> texts = new TreeMap<>();
    for (String name : List.of("RoomConnection.tla", "RoomTiming.tla")) {
      texts.put(name, Files.readString(ROOT.resolve("spec").resolve(name)));
    }
    return texts;
  }

  private static String element(String html, String begin, String end) {
    int from = html.indexOf(begin) + begin.length();
    return html.substring(from, html.indexOf(end, from));
  }

  private static JsonNode data(String html) throws Exception {
    return new ObjectMapper().readTree(element(html, "id=\"data\">", "</script>"));
  }

  @Test
  void theSameModelGivesTheSamePageOfTheSizeOfItsParts() throws Exception {
    Atlas.Page page = Atlas.of(room(), texts(), "A header.");

    assertThat(Atlas.of(room(), texts(), "A header.").html()).isEqualTo(page.html());
    assertThat(page.parts().stream().mapToInt(Atlas.Part::bytes).sum()).isEqualTo(page.size());
    assertThat(page.parts()).allMatch(part -> part.bytes() > 0);
    assertThat(page.size()).isLessThan(500_000);
    assertThat(page.html()).contains("<!-- A header. -->", "<title>RoomConnection: atlas</title>");
  }

  @Test
  void thePolicyNamesTheScriptAndTheStyleAndNothingElse() throws Exception {
    String html = Atlas.of(room(), texts(), "x").html();

    assertThat(element(html, "content=\"", "\""))
        .startsWith("default-src 'none'; connect-src 'none';")
        .contains("script-src '" + hash(element(html, "type=\"module\">", "</script>")) + "'")
        .contains("style-src '" + hash(element(html, "<style>", "</style>")) + "'")
        .doesNotContain("unsafe");
    assertThat(html).doesNotContain("innerHTML", "insertAdjacentHTML", "eval(", " style=\"");
  }

  private static String hash(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void whatDecidesIsTheTableThatIsEmittedForPrograms() throws Exception {
    Model model = room();
    String html = Atlas.of(model, texts(), "x").html();

    String table = ScriptModule.table(model).replaceAll("(?m)^export ", "");
    assertThat(element(html, "type=\"module\">", "</script>")).contains(table);
    for (Step step : model.steps()) {
      assertThat(table)
          .contains(
              "row(\""
                  + model.locations().get(step.from()).name()
                  + "\", \""
                  + model.events().get(step.event()).name()
                  + "\", \""
                  + step.outcome()
                  + "\", \""
                  + model.locations().get(step.to()).name()
                  + "\", ");
    }
    assertThat(data(html).has("rows")).isFalse();
  }

  @Test
  void noCommentOfASpecificationCanEndTheScript() throws Exception {
    String json =
        Files.readString(ROOT.resolve("generated/model/room-connection.json"))
            .replace(
                "than this after the loss. [D]", "than this </script><!-- --> after the loss.");
    String html = Atlas.of(ModelJson.read(json), texts(), "x").html();

    assertThat(html.split("</script>", -1)).hasSize(3);
    assertThat(element(html, "type=\"module\">", "</script>"))
        .contains("<\\/script")
        .doesNotContain("<!--");
  }

  @Test
  void noTextCanEndTheElementOfTheDataOrTheComment() throws Exception {
    SortedMap<String, String> texts = texts();
    texts.put("Hostile.tla", "</script><!--<script>\u2028${script}");

    String html = Atlas.of(room(), texts, "-->${data}<script>").html();

    assertThat(html.split("</script>", -1)).hasSize(3);
    assertThat(element(html, "<!-- ", "\n")).startsWith("--&gt;");
    assertThat(data(html).get("files").get(0).get("text").asText())
        .isEqualTo("</script><!--<script>\u2028${script}");
  }

  @Test
  void everyModuleOfAScriptIsInItAfterThoseThatItImportsAndEachIsInOne() throws Exception {
    Set<String> used = new HashSet<>();
    for (String main : List.of("main.js", "findings.js")) {
      String script = ScriptBundle.of(main, ContractModule.of(room()));
      List<String> order =
          Pattern.compile("(?m)^// ([\\w-]+\\.js)$")
              .matcher(script)
              .results()
              .map((MatchResult each) -> each.group(1))
              .toList();

      assertThat(order).endsWith(main).doesNotHaveDuplicates();
      assertThat(script).doesNotContainPattern("(?m)^(import|export) ");
      Set<String> before = new HashSet<>();
      for (String name : order) {
        Pattern.compile("from \"\\./([\\w-]+\\.js)\"")
            .matcher(name.equals(ContractModule.NAME) ? "" : Resources.text(name))
            .results()
            .forEach(each -> assertThat(before).as(name).contains(each.group(1)));
        before.add(name);
      }
      used.addAll(order);
      used.remove(ContractModule.NAME);
    }
    Path folder = ROOT.resolve("src/codegen/main/resources/io/mooring/codegen/atlas");
    try (var files = Files.list(folder)) {
      assertThat(files.map(each -> each.getFileName().toString()).filter(n -> n.endsWith(".js")))
          .containsExactlyInAnyOrderElementsOf(used);
    }
  }

  @Test
  void noFileOfThePageIsLong() throws Exception {
    Path folder = ROOT.resolve("src/codegen/main/resources/io/mooring/codegen/atlas");
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.size()).as(file.toString()).isLessThanOrEqualTo(400);
        assertThat(lines.stream().filter(line -> line.length() > 100 && !line.contains("content=")))
            .as(file.toString())
            .isEmpty();
      }
    }
  }
}
