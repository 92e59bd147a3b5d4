package io.mooring.flink.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.flink.job.FleetLines.Line;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on files, in one process, beside {@code validate}. */
final class FleetJobTest {
  private static final long HOUR = 3_600_000;

  private final Path folder;

  FleetJobTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... args) {
    return FleetJob.run(
        new PrintWriter(out),
        new PrintWriter(err),
        Arrays.stream(args).map(Object::toString).toArray(String[]::new));
  }

  private Path write(String name, List<String> lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream bytes = Files.newOutputStream(file);
        OutputStream text = name.contains("gz") ? new GZIPOutputStream(bytes) : bytes) {
      text.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }

  /** Three servers, each with a file an hour, some compressed; a session is on all servers. */
  private Path logs(List<Line> lines, String name) throws IOException {
    Map<String, List<String>> files = new LinkedHashMap<>();
    for (Line line : lines) {
      int server = (line.sequence() + line.session().hashCode()) % 3;
      String suffix = server == 0 ? ".ndjson" : server == 1 ? ".gz" : "-gz-without-suffix";
      String file = name + "/server-" + server + "/hour-" + line.time() / HOUR % 24 + suffix;
      files.computeIfAbsent(file, any -> new ArrayList<>()).add(line.text());
    }
    for (Map.Entry<String, List<String>> each : files.entrySet()) {
      write(each.getKey(), each.getValue());
    }
    write(name + "/.hidden", List.of("no line of a trace"));
    return folder.resolve(name);
  }

  @Test
  void logsOfSeveralServersAreOneStreamWithTheVerdictsOfValidate() throws IOException {
    FleetLines fleet = FleetLines.of(200, "loss=50,bugs=50", 40.0 / 3600);
    Path logs = logs(fleet.shuffled(4_000), "logs");
    Path results = folder.resolve("results");

    int code = run("--files", logs, "--out", results, "--parallelism", 2, "--keep", 3);

    Map<String, String> expected = fleet.decisions();
    assertThat(err.toString()).isEmpty();
    assertThat(Results.decisions(Results.of(results, "verdicts"))).isEqualTo(expected);
    assertThat(Results.of(results, "unjudged")).isEmpty();
    assertThat(code).isEqualTo(1);
    long rejected = expected.values().stream().filter("rejected"::equals).count();
    long accepted = expected.size() - rejected;
    assertThat(rejected).isGreaterThan(50);
    assertThat(accepted).isGreaterThan(50);
    assertThat(out.toString())
        .isEqualTo(
            accepted
                + " accepted, "
                + rejected
                + " rejected, 0 undecided; lines that were not judged: 0; results: "
                + results
                + "\n");
    assertThat(Results.of(results, "alerts"))
        .extracting(each -> each.path("session").asText())
        .doesNotHaveDuplicates()
        .isSubsetOf(expected.keySet());
    assertThat(sum(Results.of(results, "tallies"), "rejected")).isEqualTo(rejected);
    assertThat(sum(Results.of(results, "tallies"), "accepted")).isEqualTo(accepted);
    for (JsonNode each : Results.of(results, "verdicts")) {
      assertThat(each.path("lines").size())
          .isBetween(
              each.path("decision").asText().equals("rejected") ? 1 : 0,
              each.path("decision").asText().equals("rejected") ? 3 : 0);
    }
  }

  private static long sum(List<JsonNode> tallies, String member) {
    return tallies.stream().mapToLong(each -> each.path(member).asLong()).sum();
  }

  @Test
  void aSessionThatMissesALineIsUndecidedAndTheJobIsNotGreen() throws IOException {
    List<Line> lines = new ArrayList<>(FleetLines.of(3, "none", 1).lines());
    lines.remove(lines.stream().filter(line -> line.sequence() == 2).findFirst().orElseThrow());
    Path file = write("lines.ndjson", texts(lines));

    int code = run("--files", file, "--out", folder.resolve("o"), "--duplicates", "sequence");

    assertThat(out.toString()).startsWith("2 accepted, 0 rejected, 1 undecided; ");
    assertThat(code).isEqualTo(3);
  }

  @Test
  void allAcceptedIsZero() throws IOException {
    Path file = write("lines.ndjson", texts(FleetLines.of(3, "none", 1).lines()));

    assertThat(run("--files", file, "--out", folder.resolve("o"))).isZero();
    assertThat(out.toString()).startsWith("3 accepted, 0 rejected, 0 undecided; ");
  }

  @Test
  void whatIsNoLineOfATraceIsReportedAndHidden() throws IOException {
    Path poison = write("poison.ndjson", List.of("poisoned", "{\"time\":1}", "[]"));
    Path cut = folder.resolve("cut.gz");
    byte[] zipped =
        Files.readAllBytes(write("whole.gz", texts(FleetLines.of(9, "none", 1).lines())));
    Files.delete(folder.resolve("whole.gz"));
    Files.write(cut, Arrays.copyOf(zipped, zipped.length / 2));
    Path key = Files.writeString(folder.resolve("key"), "a key that nobody guesses\n");
    Path shown = folder.resolve("shown");
    Path hidden = folder.resolve("hidden");

    assertThat(run("--files", poison, cut, "--out", shown)).isNotZero();
    assertThat(run("--files", poison, cut, "--out", hidden, "--hide-with", key)).isNotZero();

    List<String> lines =
        Results.of(shown, "unjudged").stream().map(each -> each.path("line").asText()).toList();
    assertThat(lines).contains("poisoned", "{\"time\":1}", "[]");
    assertThat(lines).anyMatch(line -> line.contains("cut.gz cannot be read after line"));
    assertThat(Results.of(hidden, "unjudged")).hasSameSizeAs(lines);
    assertThat(Results.of(hidden, "unjudged").toString()).doesNotContain("poisoned", "cut.gz");
    List<String> names = new ArrayList<>(Results.decisions(Results.of(shown, "verdicts")).keySet());
    assertThat(names).isNotEmpty();
    assertThat(Results.of(hidden, "verdicts").toString()).doesNotContain(names);
  }

  @Test
  void nothingToJudgeIsNotGreen() throws IOException {
    Path empty = write("empty.ndjson", List.of());

    assertThat(run("--files", empty, "--out", folder.resolve("o"))).isEqualTo(3);
    assertThat(out.toString()).startsWith("no session was decided; ");
    assertThat(folder.resolve("o"))
        .isDirectoryContaining("glob:**/verdicts")
        .isDirectoryContaining("glob:**/unjudged");
  }

  @Test
  void aWrongCallIsRefusedInOneSentence() throws IOException {
    Path file = write("lines.ndjson", List.of());
    Path key = write("key", List.of("short"));
    Path used = folder.resolve("used");
    Path unused = folder.resolve("unused");
    write("used/verdicts/verdicts-1.ndjson", List.of());

    refused("there is no input");
    refused("are two inputs", "--files", file, "--kafka", "x:1", "--out", "o");
    refused("needs the topic", "--kafka", "x:1", "--to", "o");
    refused("there is no output", "--files", file);
    refused("are two outputs", "--files", file, "--out", "o", "--to", "p");
    refused("needs the brokers", "--files", file, "--to", "p");
    refused("give --checkpoints", "--files", file, "--out", "o", "--follow");
    refused("give --checkpoints", "--kafka", "x:1", "--topic", "t", "--out", "o");
    refused("give --checkpoints", "--files", file, "--out", "o", "--resume");
    refused("there is no file or folder", "--files", folder.resolve("none"), "--out", "o");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    write("empty/_hidden/lines.ndjson", List.of());
    refused("there is no file in", "--files", empty, "--out", "o");
    refused("give it a longer silence", "--files", file, "--out", unused, "--silence", "10s");
    refused("is no time at all", "--files", file, "--out", unused, "--window", "0s");
    refused("has results of another run", "--files", file, "--out", used);
    refused("has 5 characters", "--files", file, "--out", "o", "--hide-with", key);
    refused("is not a duration", "--files", file, "--out", "o", "--silence", "soon");
    refused("Unknown option", "--files", file, "--out", "o", "--quick");
    refused(
        "add --from-the-middle",
        "--kafka",
        "x:1",
        "--topic",
        "t",
        "--from",
        "latest",
        "--out",
        "o",
        "--checkpoints",
        folder);
  }

  private void refused(String why, Object... args) {
    err.getBuffer().setLength(0);
    assertThat(run(args)).isEqualTo(2);
    assertThat(err.toString()).startsWith("fleet: ").contains(why);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(out.toString()).isEmpty();
  }
}
