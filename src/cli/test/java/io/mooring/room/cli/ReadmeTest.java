package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.Generator;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.MemorySink;
import io.mooring.room.harness.EdgeCoverage;
import io.mooring.room.harness.SpecGraph;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README says is what the project does. */
final class ReadmeTest {

  private final Path project = Called.project();

  /**
   * The table that {@code prove} prints when everything holds: from the manifest's pins and the
   * generated files, which other tests of the build hold against TLC.
   */
  private ProofFacts expected() throws Exception {
    JsonNode models = Called.models();
    Set<String> broken = new HashSet<>();
    int mutants = 0;
    for (JsonNode model : models) {
      if (model.has("violates") && model.path("config").asText().equals("RoomConnection.cfg")) {
        mutants++;
        broken.add(model.path("violates").asText());
      }
    }
    MemorySink generated = new MemorySink();
    Model model =
        new Generator(Tlc.bundled()).generate(Generator.Request.ownTree(project), generated);
    SpecGraph table = SpecGraph.ofTable();
    EdgeCoverage all = new EdgeCoverage();
    return new ProofFacts(
        states(models, "RoomConnection"),
        models.get(0).path("edges").asLong(),
        model.properties().size(),
        mutants,
        broken.size(),
        states(models, "RoomReconnect"),
        states(models, "RoomCall"),
        generated.files().size(),
        table.locations().size(),
        table.size(),
        all.rowsPossible(),
        all.edgesPossible());
  }

  private static long states(JsonNode models, String name) {
    for (JsonNode model : models) {
      if (model.path("name").asText().equals(name)) {
        return model.path("distinctStates").asLong();
      }
    }
    throw new AssertionError("the manifest has no model " + name);
  }

  @Test
  void everySectionThatAMachineWritesIsCurrent() throws Exception {
    assertThat(new ReadmeSections(project).differences(expected().table())).isEmpty();
  }

  @Test
  void theSampleHasTwelveLinesAndPrintsWhatTheReadmeSays() throws Exception {
    assertThat(readme().section("output")).isEqualTo(printedBy(Snippets::readme));
    assertThat(readme().section("sample").lines()).hasSize(12 + 2);
  }

  @Test
  void theCommandsPrintWhatTheReadmeSays() throws Exception {
    assertThat(readme().section("commands-output")).isEqualTo(printedBy(Snippets::commands));
  }

  @Test
  void theRestoredConnectionPrintsWhatTheReadmeSays() throws Exception {
    assertThat(readme().section("restore-output")).isEqualTo(printedBy(Snippets::restore));
  }

  @Test
  void whatAConnectionSaysOfItselfIsWhatTheReadmeSays() throws Exception {
    assertThat(readme().section("observed-output")).isEqualTo(printedBy(Snippets::observed));
  }

  @Test
  void theMonitorSaysWhatTheReadmeSays() throws Exception {
    assertThat(readme().section("monitor-output")).isEqualTo(printedBy(Snippets::monitor));
  }

  private MarkedText readme() throws Exception {
    return new MarkedText("README.md", Files.readString(project.resolve("README.md")));
  }

  private static String printedBy(Runnable sample) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (PrintStream captured = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      sample.run();
    } finally {
      System.setOut(before);
    }
    String lines = printed.toString(StandardCharsets.UTF_8).replace("\r", "").strip();
    return "```\n" + lines + "\n```";
  }

  @Test
  void everyLinkLeadsSomewhere() throws Exception {
    Matcher links =
        Pattern.compile("]\\((?!https?:)([^)#]+)\\)")
            .matcher(Files.readString(project.resolve("README.md")));

    int count = 0;
    while (links.find()) {
      assertThat(project.resolve(links.group(1))).exists();
      count++;
    }
    assertThat(count).isPositive();
  }

  @Test
  void aSectionThatDriftedIsNamedWithItsCure() throws Exception {
    ProofFacts real = expected();
    ProofFacts other = new ProofFacts(real.states() + 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

    assertThat(new ReadmeSections(project).differences(other.table()))
        .containsExactly("the README's section proof is out of date; run: ./mooring prove --write");
  }
}
