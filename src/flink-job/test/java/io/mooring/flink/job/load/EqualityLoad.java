package io.mooring.flink.job.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.flink.job.JobProcess;
import io.mooring.mbt.trace.RejectedEntry;
import io.mooring.mbt.trace.TraceValidator;
import io.mooring.mbt.trace.ValidationReport;
import io.mooring.room.harness.trace.ConnectionTraces;
import io.mooring.room.testkit.fleet.FleetPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The verdicts on ten million lines that come out of order, twice and late, from a job that is
 * killed three times, are those of validate on the same lines in their order.
 */
final class EqualityLoad {
  private static final long CLIENTS = Long.getLong("mooring.load.clients", 1_450_000);
  private static final int KILLS = 3;
  private static final long POLL_MILLIS = 50;
  private static final Path FOLDER = Path.of("target", "load", "equality");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How many sessions have which decision, and what is wrong with them. */
  private static final class Comparison {
    private final Map<String, String> rejected;
    private final Set<String> late;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    Comparison(Map<String, String> rejected, Set<String> late) {
      this.rejected = rejected;
      this.late = late;
    }

    void take(JsonNode verdict) {
      String session = verdict.path("session").textValue();
      String decision = verdict.path("decision").textValue();
      counts.merge(decision, 1L, Long::sum);
      if (!seen.add(session)) {
        wrong.add("a second verdict: " + verdict);
      }
      String expected = rejected.get(session);
      boolean isRight =
          switch (decision) {
            case "undecided" -> late.contains(session);
            case "rejected" -> verdict.path("message").textValue().equals(expected);
            default -> expected == null;
          };
      if (!isRight) {
        wrong.add("expected " + expected + ": " + verdict);
      }
    }
  }

  private static Process start(Path delivered, boolean resumed) throws IOException {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--files",
                delivered.toString(),
                "--out",
                FOLDER.resolve("out").toString(),
                "--checkpoints",
                FOLDER.resolve("state").toString()));
    options.addAll(List.of("--every", "2s", "--disorder", "5s", "--silence", "10m"));
    options.addAll(List.of("--duplicates", "sequence", "--parallelism", "2"));
    if (resumed) {
      options.add("--resume");
    }
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    return JobProcess.start(FOLDER.resolve("log"), List.of("-Xmx2g"), temporary, options);
  }

  /** The checkpoints that are whole. */
  private static Set<Path> checkpoints() throws IOException {
    Path state = FOLDER.resolve("state");
    if (!Files.isDirectory(state)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.walk(state)) {
      return new HashSet<>(
          all.filter(each -> String.valueOf(each.getFileName()).equals("_metadata")).toList());
    } catch (UncheckedIOException removedMeanwhile) {
      return Set.of();
    }
  }

  /** Waits for two checkpoints that were not there, and kills the process. */
  private static void killAfterNewState(Process job) throws Exception {
    Set<Path> known = new HashSet<>(checkpoints());
    int fresh = 0;
    while (fresh < 2) {
      assertThat(job.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS))
          .as("the job ended before it was killed: " + Files.readString(FOLDER.resolve("log")))
          .isFalse();
      for (Path each : checkpoints()) {
        fresh += known.add(each) ? 1 : 0;
      }
    }
    job.destroyForcibly().waitFor();
  }

  private static void runAndKill(Path delivered) throws Exception {
    Process job = start(delivered, /* resumed= */ false);
    try {
      for (int i = 0; i < KILLS; i++) {
        killAfterNewState(job);
        job = start(delivered, /* resumed= */ true);
      }
      // Faulty and late sessions are there: 1 says that some are rejected.
      assertThat(job.waitFor()).as(Files.readString(FOLDER.resolve("log"))).isEqualTo(1);
    } finally {
      job.destroyForcibly().waitFor();
    }
  }

  @Test
  void theVerdictsAreThoseOfTheFileWhateverIsKilled() throws Exception {
    LoadFiles.fresh(FOLDER);
    LoadFiles.Written ordered =
        LoadFiles.write(FOLDER.resolve("ordered.ndjson"), CLIENTS, FleetPlan.Delivery.IN_ORDER);
    Path in = Files.createDirectories(FOLDER.resolve("in"));
    LoadFiles.Written delivered =
        LoadFiles.write(
            in.resolve("delivered.ndjson"), CLIENTS, new FleetPlan.Delivery(2, 1, 0.02));
    ValidationReport report =
        ConnectionTraces.validate(List.of(ordered.file()), TraceValidator.Options.DEFAULT);
    Map<String, String> rejected = new TreeMap<>();
    for (RejectedEntry each : report.rejections()) {
      rejected.put(each.session(), each.message());
    }
    assertThat((long) rejected.size()).isEqualTo(report.rejected()).isGreaterThan(0);

    long began = System.nanoTime();
    runAndKill(in);
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);

    Comparison comparison = new Comparison(rejected, delivered.late());
    try (Stream<Path> files = Files.walk(FOLDER.resolve("out").resolve("verdicts"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!String.valueOf(file.getFileName()).startsWith(".")) {
          try (Stream<String> lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
              comparison.take(JSON.readTree(line));
            }
          }
        }
      }
    }
    System.out.println(
        ordered.lines()
            + " lines, "
            + delivered.lines()
            + " as delivered, "
            + delivered.late().size()
            + " sessions with a late line, "
            + comparison.counts
            + ", killed "
            + KILLS
            + " times, "
            + seconds
            + " s");

    assertThat(comparison.wrong.stream().limit(5)).isEmpty();
    assertThat((long) comparison.seen.size()).isEqualTo(report.sessions()).isEqualTo(CLIENTS);
    assertThat(comparison.counts).containsOnlyKeys("accepted", "rejected", "undecided");
  }
}
