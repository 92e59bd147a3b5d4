package io.mooring.flink.job.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.mooring.flink.job.FleetJob;
import io.mooring.mbt.trace.TraceLines;
import io.mooring.mbt.trace.TraceValidator;
import io.mooring.room.harness.trace.ConnectionTraces;
import io.mooring.room.testkit.fleet.FleetPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * How fast the job is beside plain parsing and {@code validate}, all in one run and in turn, from a
 * file that was made before. Prints a table; it fails if something is not read whole.
 */
final class ThroughputLoad {
  private static final long CLIENTS = Long.getLong("mooring.load.clients", 600_000);
  private static final int ROUNDS = Integer.getInteger("mooring.load.rounds", 3);
  private static final Path FOLDER = Path.of("target", "load", "throughput");

  private int runs;

  /** Something that reads the file. */
  private interface Reading {
    void run() throws Exception;
  }

  private static void parse(Path file, long expected) throws IOException {
    JsonFactory json = new JsonFactory();
    long count = 0;
    try (TraceLines lines = new TraceLines(Files.newInputStream(file))) {
      while (lines.next()) {
        try (JsonParser parser =
            json.createParser(lines.buffer(), lines.offset(), lines.length())) {
          while (parser.nextToken() != null) {
            count += parser.getParsingContext().inRoot() ? 1 : 0;
          }
        }
      }
    }
    // The beginning and the end of each object.
    assertThat(count).isBetween(expected, 2 * expected);
  }

  private static void validate(Path file, long expected) throws IOException {
    assertThat(ConnectionTraces.validate(List.of(file), TraceValidator.Options.DEFAULT).entries())
        .isEqualTo(expected);
  }

  private void judge(Path in, int slots, String state) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    runs++;
    Path run = FOLDER.resolve("run-" + runs);
    int code =
        FleetJob.run(
            new PrintWriter(out),
            new PrintWriter(err),
            "--files",
            in.toString(),
            "--out",
            run.resolve("out").toString(),
            "--checkpoints",
            run.resolve("state").toString(),
            "--every",
            "10s",
            "--disorder",
            "5s",
            "--silence",
            "10m",
            "--duplicates",
            "sequence",
            "--state",
            state,
            "--parallelism",
            Integer.toString(slots));
    assertThat(code).as(out + " " + err).isEqualTo(1);
  }

  @Test
  void theJobBesideParsingAndValidate() throws Exception {
    LoadFiles.fresh(FOLDER);
    Path in = Files.createDirectories(FOLDER.resolve("in"));
    LoadFiles.Written written =
        LoadFiles.write(in.resolve("fleet.ndjson"), CLIENTS, FleetPlan.Delivery.IN_ORDER);
    Path file = written.file();
    Map<String, Reading> readings = new LinkedHashMap<>();
    readings.put("plain parsing with Jackson", () -> parse(file, written.lines()));
    readings.put("validate", () -> validate(file, written.lines()));
    readings.put("the job, one slot, heap", () -> judge(in, 1, "heap"));
    readings.put("the job, two slots, heap", () -> judge(in, 2, "heap"));
    readings.put("the job, one slot, RocksDB", () -> judge(in, 1, "rocksdb"));
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    // The first round warms up.
    for (int round = 0; round <= ROUNDS; round++) {
      for (Map.Entry<String, Reading> each : readings.entrySet()) {
        long began = System.nanoTime();
        each.getValue().run();
        double took = (System.nanoTime() - began) / 1e9;
        if (round > 0) {
          seconds.computeIfAbsent(each.getKey(), name -> new ArrayList<>()).add(took);
        }
      }
    }
    double validate = median(Objects.requireNonNull(seconds.get("validate")));
    System.out.println(written.lines() + " lines of " + CLIENTS + " sessions");
    seconds.forEach(
        (name, all) ->
            System.out.println(
                String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %,.0f | %.2f | %s |",
                    name,
                    median(all),
                    written.lines() / median(all),
                    validate / median(all),
                    Arrays.toString(all.toArray()))));
  }

  private static double median(List<Double> all) {
    List<Double> sorted = new ArrayList<>(all);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
