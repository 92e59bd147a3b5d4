package io.mooring.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.checker.tlc.ConfigFile;
import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.Generator;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.MemorySink;
import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.machine.Machine;
import io.mooring.room.harness.model.RoomCoverage;
import io.mooring.room.harness.model.RoomMachine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The samples and figures of the README and the guide are current. */
final class PagesTest {

  private static final Pattern MARK = Pattern.compile("<!-- (\\S+):begin -->");

  /** The output of the code on a page, by page and section. */
  private static final Map<String, Map<String, Runnable>> OUTPUTS =
      Map.of(
          PageSections.README,
          Map.of("output", Snippets::readme),
          PageSections.GUIDE + "transport.md",
          Map.of("facts-output", Snippets::facts),
          PageSections.GUIDE + "commands-and-listeners.md",
          Map.of("commands-output", Snippets::commands),
          PageSections.GUIDE + "restore.md",
          Map.of("restore-output", Snippets::restore),
          PageSections.GUIDE + "observability.md",
          Map.of("observed-output", Snippets::observed),
          PageSections.GUIDE + "check.md",
          Map.of("counterexample", CommandSamples::counterexample),
          PageSections.GUIDE + "traces.md",
          Map.of("rejected", CommandSamples::rejectedTrace),
          PageSections.GUIDE + "testing.md",
          Map.of("network-output", Snippets::network),
          PageSections.GUIDE + "monitor.md",
          Map.of("monitor-output", Snippets::monitor));

  /** Sections that tests of other modules compare, by page. */
  private static final Map<String, Set<String>> ELSEWHERE =
      Map.of(
          PageSections.GUIDE + "fuzzing.md", Set.of("counts"),
          PageSections.GUIDE + "reports.md", Set.of("fields", "count-fields"));

  private final Path project = Project.root();

  /**
   * The table that {@code prove} prints when everything holds: from the manifest's pins and the
   * generated files, which other tests of the build compare with TLC.
   */
  private ProofFacts expected() throws Exception {
    JsonNode models = Project.models();
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
        new Generator(Tlc.bundled()).generate(Repository.tree(project).request(), generated);
    Machine table = RoomMachine.table();
    Coverage all = RoomCoverage.empty();
    return new ProofFacts(
        states(models, "RoomConnection"),
        models.get(0).path("edges").asLong(),
        model.properties().size(),
        mutants,
        broken.size(),
        states(models, "RoomReconnect"),
        states(models, "RoomCall"),
        obligations(project, WithoutBounds.Subject.CLIENT),
        ConfigFile.read(project.resolve(WithoutBounds.Subject.CLIENT.config())).checked().size()
            - 1,
        obligations(project, WithoutBounds.Subject.LIVES),
        generated.files().size(),
        table.locations().size(),
        table.steps().size(),
        (int) all.rows().possible(),
        (int) all.edges().possible());
  }

  private static int obligations(Path project, WithoutBounds.Subject subject) throws IOException {
    return Files.readAllLines(project.resolve(subject.index())).size() - 1;
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
    assertThat(new PageSections(project).differences(expected().table())).isEmpty();
  }

  @Test
  void theCodeOnEachPagePrintsWhatThePageSays() {
    OUTPUTS.forEach(
        (page, outputs) ->
            outputs.forEach(
                (name, sample) ->
                    assertThat(new MarkedSections(page, read(page)).section(name))
                        .as(page + ", section " + name)
                        .isEqualTo(printedBy(sample))));
  }

  @Test
  void theSampleOfTheReadmeHasTwelveLines() {
    assertThat(new MarkedSections(PageSections.README, read(PageSections.README)).section("sample"))
        .satisfies(sample -> assertThat(sample.lines()).hasSize(12 + 2));
  }

  @Test
  void everySectionWithMarksIsComparedWithSomething() throws Exception {
    Map<String, Map<String, String>> written = new PageSections(project).expected("");
    for (String page : pages()) {
      Set<String> compared = new TreeSet<>(written.getOrDefault(page, Map.of()).keySet());
      compared.addAll(OUTPUTS.getOrDefault(page, Map.of()).keySet());
      compared.addAll(ELSEWHERE.getOrDefault(page, Set.of()));
      assertThat(MARK.matcher(read(page)).results().map(each -> each.group(1)))
          .as(page)
          .containsExactlyInAnyOrderElementsOf(compared);
    }
  }

  @Test
  void allJavaOnThePagesIsCompiled() throws Exception {
    Pattern java = Pattern.compile("(<!-- \\S+:begin -->\n)?```java\n");
    for (String page : pages()) {
      assertThat(java.matcher(read(page)).results())
          .as("Java on " + page + " without marks, so that nothing compiles it")
          .allMatch(each -> each.group(1) != null);
    }
  }

  /** The README, and the pages of the guide. */
  private List<String> pages() throws IOException {
    try (Stream<Path> guide = Files.list(project.resolve(PageSections.GUIDE))) {
      List<String> names = guide.map(each -> PageSections.GUIDE + each.getFileName()).toList();
      return Stream.concat(Stream.of(PageSections.README), names.stream()).sorted().toList();
    }
  }

  private String read(String page) {
    try {
      return Files.readString(project.resolve(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
  void aSectionThatDriftedIsNamedWithItsCure() throws Exception {
    ProofFacts real = expected();
    ProofFacts other = new ProofFacts(real.states() + 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

    assertThat(new PageSections(project).differences(other.table()))
        .containsExactly("README.md: section proof is out of date; run: ./mooring prove --write");
  }
}
