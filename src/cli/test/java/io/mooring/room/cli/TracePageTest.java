package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that {@code trace --html} writes. */
final class TracePageTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final String file = "target/mooring/check/Queue-Short.itf.json";

  TracePageTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    QueueFiles.write(folder);
  }

  private void checked() {
    assertThat(Called.from(folder, "check", "Queue.tla").code()).isEqualTo(1);
  }

  private Called trace(String... options) {
    return Called.from(
        folder, Stream.concat(Stream.of("trace", file), Stream.of(options)).toArray(String[]::new));
  }

  private JsonNode page(String... options) throws IOException {
    trace(
            Stream.concat(Stream.of("--html", "page.html"), Stream.of(options))
                .toArray(String[]::new))
        .succeeds();
    String html = Files.readString(folder.resolve("page.html"));
    int begin = html.indexOf("id=\"data\">") + 10;
    return JSON.readTree(html.substring(begin, html.indexOf("</script>", begin)));
  }

  @Test
  void itIsAPageToWalkThroughToo() throws IOException {
    checked();

    Called written = trace("--html", "page.html");
    assertThat(written.succeeds().out()).contains("bytes  TLA+ text\n", "bytes  page.html\n");
    JsonNode all = page();
    assertThat(all.path("title").asText()).isEqualTo("Queue-Short.itf.json");
    assertThat(all.at("/cases/0/name").asText()).isEqualTo("violates Short");
    assertThat(all.at("/cases/0/steps")).hasSize(4);
    assertThat(all.at("/cases/0/steps/1/at").toString()).isEqualTo("[0,6,6]");
    assertThat(all.at("/files/0/text").asText()).isEqualTo(QueueFiles.MODULE);
    assertThat(all.path("partly").asBoolean(true)).isFalse();

    JsonNode some = page("--hide", "queue", "--eval", "Len(queue)", "--steps", "2");
    assertThat(some.at("/cases/0/steps/3/changes").toString())
        .isEqualTo("[\"round = 3\",\"Len(queue) = 3\"]");
    assertThat(some.at("/cases/0/steps/3/values").toString())
        .isEqualTo("[[\"Len(queue)\",\"3\"],[\"round\",\"3\"]]");
    assertThat(some.path("partly").asBoolean()).isTrue();

    trace("--html", "page.html", "--format", "text").isRefused("--html and --format exclude");
    trace("--html", "target").isRefused("--html names target, which is a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../../Queue.tla", "/etc/Queue.tla", "\u0000.tla", "none.tla"})
  void aPageHasNoTextOfASpecificationThatATraceNamesElsewhere(String hostile) throws IOException {
    checked();
    JsonNode root = JSON.readTree(folder.resolve(file).toFile());
    ((ObjectNode) root.path("#meta")).put("source", hostile);
    Files.writeString(folder.resolve(file), root.toString());

    Called called = trace("--html", "page.html");

    assertThat(called.succeeds().out())
        .contains("warning: the page has no text of the specification: ");
    assertThat(page().path("files")).isEmpty();
    assertThat(page("--spec", "Queue.tla").at("/files/0/text").asText())
        .isEqualTo(QueueFiles.MODULE);
  }

  @Test
  void aStepOfATraceThatNamesAPlaceAsItsModuleHasNone(@TempDir Path elsewhere) throws IOException {
    checked();
    Files.writeString(elsewhere.resolve("Other.tla"), "secret");
    JsonNode root = JSON.readTree(folder.resolve(file).toFile());
    for (String module : List.of(elsewhere.resolve("Other").toString(), "\u0000", "../x")) {
      ((ObjectNode) root.at("/states/1/#meta")).put("module", module);
      Files.writeString(folder.resolve(file), root.toString());

      assertThat(page().at("/cases/0/steps/1/at").toString()).isEqualTo("[-1,0,0]");
      assertThat(page().toString()).doesNotContain("secret");
    }
  }
}
