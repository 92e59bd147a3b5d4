package io.mooring.room.cli;

import io.mooring.room.testkit.fleet.FleetFault;
import io.mooring.room.testkit.fleet.FleetPlan;
import io.mooring.room.testkit.fleet.FleetRecipe;
import io.mooring.room.testkit.fleet.FleetSimulation;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code simulate --fleet} plays, and where it writes the lines. */
final class FleetFiles {
  private static final long LINES_OF_A_PART = 1_000_000;
  private static final int BUFFER = 1 << 16;

  @Option(
      names = "--fleet",
      paramLabel = "N",
      description =
          "Write the lines of N clients instead, as they would log them: time, session, sequence,"
              + " version, region, and the callback or the event.")
  private @Nullable Long clients;

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description =
          "Where the lines of a fleet are written: a file, compressed by gzip if it ends with .gz,"
              + " or a folder, in parts. Default: target/mooring/simulate/fleet.ndjson.")
  private @Nullable Path out;

  @Option(
      names = "--marks",
      paramLabel = "FILE",
      description =
          "Where the sessions are written that are faulty on purpose, and those with a line that"
              + " comes too late. Default: target/mooring/simulate/fleet-marks.ndjson.")
  private @Nullable Path marks;

  @Option(
      names = "--faults",
      paramLabel = "RECIPE",
      description =
          "How many clients in a hundred get into what: loss, kick, redispatch, proxy, death, bugs,"
              + " or the name of one bug; or none. Default: "
              + FleetRecipe.DEFAULT
              + ".")
  private String faults = FleetRecipe.DEFAULT;

  @Option(
      names = "--lines",
      paramLabel = "APPROX",
      description = "How many lines the clients write together, about. Default: 8 for each.")
  private @Nullable Long lines;

  @Option(
      names = "--longest",
      paramLabel = "LINES",
      description = "One more client writes so many lines in one session.")
  private long longest;

  @Option(
      names = "--rate",
      paramLabel = "PER_SECOND",
      defaultValue = "200",
      description = "How many clients begin in a second. Default: ${DEFAULT-VALUE}.")
  private double rate = FleetPlan.CLIENTS_PER_SECOND;

  @Option(
      names = "--disorder",
      paramLabel = "P",
      description = "So many lines in a hundred arrive later than others, by up to 5 s.")
  private double disorder;

  @Option(
      names = "--duplicates",
      paramLabel = "P",
      description = "So many lines in a hundred arrive twice, within 30 s.")
  private double duplicates;

  @Option(
      names = "--late",
      paramLabel = "P",
      description = "So many lines in a hundred arrive a minute or two later.")
  private double late;

  boolean isWanted() {
    return clients != null;
  }

  /** Whether an option was given that only a fleet has. */
  boolean isMeant() {
    return out != null || marks != null || lines != null || longest != 0;
  }

  private FleetPlan plan(long seed) {
    long count = clients == null ? 0 : clients;
    try {
      return new FleetPlan(
          count,
          seed,
          lines == null ? count * FleetPlan.LINES_OF_A_CLIENT : lines,
          FleetRecipe.parse(faults),
          longest,
          rate,
          new FleetPlan.Delivery(disorder, duplicates, late));
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()), "");
    }
  }

  /** Plays the fleet, and reports what was written. */
  void write(Shell shell, long seed) {
    FleetPlan plan = plan(seed);
    Path lineFile =
        out == null ? shell.artefacts("simulate").resolve("fleet.ndjson") : shell.resolve(out);
    Path markFile =
        marks == null
            ? shell.artefacts("simulate").resolve("fleet-marks.ndjson")
            : shell.resolve(marks);
    try (Written written = new Written(shell, lineFile, markFile)) {
      FleetSimulation.play(plan, written);
      written.report();
    } catch (IOException unwritable) {
      throw new UsageException(
          "the fleet could not be written to "
              + shell.show(lineFile)
              + ": "
              + unwritable.getMessage(),
          "");
    }
  }

  /** The files that are being written. */
  private static final class Written implements FleetSimulation.Receiver, Closeable {
    private final Shell shell;
    private final Path file;
    private final Path markFile;
    private final boolean inParts;
    private final BufferedWriter marks;
    private final Map<FleetFault, Long> faulty = new EnumMap<>(FleetFault.class);
    private @Nullable BufferedWriter lines;
    private long count;
    private long lateSessions;
    private int parts;

    Written(Shell shell, Path file, Path markFile) throws IOException {
      this.shell = shell;
      this.file = file;
      this.markFile = markFile;
      this.inParts = Files.isDirectory(file);
      this.marks = writer(markFile);
    }

    private static BufferedWriter writer(Path file) throws IOException {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      OutputStream stream = Files.newOutputStream(file);
      if (String.valueOf(file.getFileName()).endsWith(".gz")) {
        stream = new GZIPOutputStream(stream, BUFFER);
      }
      return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
    }

    @Override
    public void line(String line) throws IOException {
      BufferedWriter now = lines;
      if (now == null || (inParts && count % LINES_OF_A_PART == 0)) {
        if (now != null) {
          now.close();
        }
        parts++;
        now =
            writer(
                inParts
                    ? file.resolve(String.format(Locale.ROOT, "fleet-%05d.ndjson", parts))
                    : file);
        lines = now;
      }
      now.write(line);
      now.write('\n');
      count++;
      if (count % BUFFER == 0) {
        shell.progress().update(count + " lines");
      }
    }

    @Override
    public void faulty(String session, FleetFault bug) throws IOException {
      faulty.merge(bug, 1L, Long::sum);
      marks.write(
          "{\"session\":\""
              + session
              + "\",\"fault\":\""
              + bug.text()
              + "\",\"version\":\""
              + bug.version()
              + "\"}\n");
    }

    @Override
    public void late(String session) throws IOException {
      lateSessions++;
      marks.write("{\"session\":\"" + session + "\",\"late\":true}\n");
    }

    void report() {
      shell.say(number(count) + "  lines in " + shell.show(file));
      shell.say(
          number(faulty.values().stream().mapToLong(Long::longValue).sum())
              + "  sessions are faulty on purpose, and named in "
              + shell.show(markFile));
      faulty.forEach(
          (bug, sessions) ->
              shell.say(number(sessions) + "    " + bug.text() + ", version " + bug.version()));
      if (lateSessions > 0) {
        shell.say(number(lateSessions) + "  sessions have a line that comes too late");
      }
    }

    private static String number(long number) {
      return String.format(Locale.ROOT, "%,11d", number);
    }

    @Override
    public void close() throws IOException {
      marks.close();
      if (lines != null) {
        lines.close();
      }
    }
  }
}
