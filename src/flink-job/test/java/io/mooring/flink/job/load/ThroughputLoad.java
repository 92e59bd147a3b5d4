package io.mooring.flink.job.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.sun.management.OperatingSystemMXBean;
import io.mooring.flink.job.FleetJob;
import io.mooring.mbt.trace.TraceLines;
import io.mooring.mbt.trace.TraceValidator;
import io.mooring.room.harness.trace.ConnectionTraces;
import io.mooring.room.testkit.fleet.FleetPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How fast the job is beside plain parsing and {@code validate}, all in one run and in turn, from a
 * file that was made before. Prints a table; it fails if something is not read whole.
 *
 * <p>The time of the job is that from its first line to its last result, which is committed; its
 * processor time is that of the whole process, the start of its cluster and the compiler included.
 */
final class ThroughputLoad {
  private static final long CLIENTS = Long.getLong("mooring.load.clients", 600_000);
  private static final int ROUNDS = Integer.getInteger("mooring.load.rounds", 3);
  private static final String STATES = System.getProperty("mooring.load.states", "heap,rocksdb");
  private static final String SLOTS = System.getProperty("mooring.load.slots", "1,2");
  private static final Path FOLDER = Path.of("target", "load", "throughput");

  private int runs;

  /** Something that reads the file. Returns for how many milliseconds it did. */
  private interface Reading {
    long run() throws Exception;
  }

  /** How long one took, in seconds. */
  private record Times(double reading, double whole, double processor) {}

  private static long parse(Path file, long expected) throws IOException {
    final long began = System.currentTimeMillis();
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
    return System.currentTimeMillis() - began;
  }

  private static long validate(Path file, long expected) throws IOException {
    long began = System.currentTimeMillis();
    assertThat(ConnectionTraces.validate(List.of(file), TraceValidator.Options.DEFAULT).entries())
        .isEqualTo(expected);
    return System.currentTimeMillis() - began;
  }

  private long judge(Path in, int slots, String state) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    runs++;
    Path run = FOLDER.resolve("run-" + runs);
    List<String> options =
        new ArrayList<>(List.of("--files", in.toString(), "--out", run.resolve("out").toString()));
    options.addAll(List.of("--checkpoints", run.resolve("state").toString(), "--every", "10s"));
    options.addAll(List.of("--disorder", "5s", "--silence", "10m", "--duplicates", "sequence"));
    options.addAll(List.of("--state", state, "--parallelism", Integer.toString(slots)));
    options.addAll(Pace.SETTINGS);
    int code =
        FleetJob.run(new PrintWriter(out), new PrintWriter(err), options.toArray(String[]::new));
    assertThat(code).as(out + " " + err).isEqualTo(1);
    System.out.println(
        String.format(
            Locale.ROOT,
            "%d slots, %s: %.2f s to the last verdict; largest checkpoint %,d bytes, in %,d ms",
            slots,
            state,
            (Pace.last() - Pace.first()) / 1e3,
            Pace.gauge("lastCheckpointSize"),
            Pace.gauge("lastCheckpointDuration")));
    return committed(run.resolve("out")) - Pace.first();
  }

  /** When the last file was finished, in milliseconds since 1970: it got its name then. */
  private static long committed(Path out) throws IOException {
    long latest = 0;
    try (Stream<Path> all = Files.walk(out)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        FileTime renamed = (FileTime) Files.getAttribute(each, "unix:ctime");
        latest = Math.max(latest, renamed.toMillis());
      }
    }
    return latest;
  }

  private static Times time(Reading reading) throws Exception {
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long processor = process.getProcessCpuTime();
    long began = System.nanoTime();
    long millis = reading.run();
    return new Times(
        millis / 1e3,
        (System.nanoTime() - began) / 1e9,
        (process.getProcessCpuTime() - processor) / 1e9);
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
    for (String state : STATES.split(",", -1)) {
      for (String slots : SLOTS.split(",", -1)) {
        readings.put(
            "the job, slots: " + slots + ", " + state,
            () -> judge(in, Integer.parseInt(slots), state));
      }
    }
    Map<String, List<Times>> times = new LinkedHashMap<>();
    // The first round warms up.
    for (int round = 0; round <= ROUNDS; round++) {
      for (Map.Entry<String, Reading> each : readings.entrySet()) {
        Times took = time(each.getValue());
        System.out.println((round == 0 ? "warms up: " : "") + each.getKey() + " " + took);
        if (round > 0) {
          times.computeIfAbsent(each.getKey(), name -> new ArrayList<>()).add(took);
        }
      }
    }
    print(written.lines(), times);
  }

  private static void print(long lines, Map<String, List<Times>> times) {
    List<Times> validate = Objects.requireNonNull(times.get("validate"));
    System.out.println(
        lines + " lines of " + CLIENTS + " sessions, medians of " + ROUNDS + " rounds");
    System.out.println("| | lines/s | to validate | whole | processor | to validate |");
    times.forEach(
        (name, all) ->
            System.out.println(
                String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %.2f | %.1f s | %.2f us | %.2f |",
                    name,
                    lines / median(all, Times::reading),
                    median(validate, Times::reading) / median(all, Times::reading),
                    median(all, Times::whole),
                    1e6 * median(all, Times::processor) / lines,
                    median(validate, Times::processor) / median(all, Times::processor))));
  }

  private static double median(List<Times> all, ToDoubleFunction<Times> of) {
    double[] sorted = all.stream().mapToDouble(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
