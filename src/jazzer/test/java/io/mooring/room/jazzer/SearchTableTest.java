package io.mooring.room.jazzer;

import io.mooring.codegen.sink.WrittenText;
import io.mooring.room.faults.Fault;
import io.mooring.room.faults.FaultyLibrary;
import io.mooring.room.harness.model.RoomTours;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of {@code src/docs/measured/fuzzing.md}: how many steps each way to search takes. With
 * {@code -Dmooring.write=true} it is measured and written; that takes a while.
 */
class SearchTableTest {
  private static final Path HOME = Path.of(System.getProperty("mooring.home", "../.."));
  private static final Path PAGE = HOME.resolve("src/docs/measured/fuzzing.md");
  private static final List<String> WAYS = List.of("tours", "blind", "guided", "jazzer");

  /** How often a search is begun, each time with its seed. */
  private static final int SEEDS = 3;

  /** How long a list of Jazzer's may be, as those of the others. */
  private static final int LONGEST = 60;

  /** A process that takes longer hangs. */
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /**
   * What one search may cost.
   *
   * @param lists how many lists it may walk
   * @param jazzerSteps how many steps Jazzer may take, which is much slower and has one seed
   */
  private record Budget(long lists, long jazzerSteps) {}

  private static final Budget OF_COVERAGE = new Budget(40_000, 500_000);
  private static final Budget OF_FAULT = new Budget(10_000, 100_000);

  /** How a search ended. */
  private record Line(String way, String end, long steps, int percent) {}

  @Test
  @EnabledIfSystemProperty(named = "mooring.write", matches = "true")
  void theTableIsWritten(@TempDir Path folder) throws IOException, InterruptedException {
    StringBuilder table =
        new StringBuilder(
            "| what is searched | tours | blind | guided | Jazzer |\n|--|--|--|--|--|\n");
    table.append(
        row(
            "the last edge pair and firing",
            searched(Optional.empty(), OF_COVERAGE, folder),
            true));
    for (Fault fault : Fault.in(HOME.resolve("src/faults/patches"))) {
      Path classes = Files.createDirectory(folder.resolve(fault.name()));
      FaultyLibrary.with(fault, HOME, classes).close();
      Optional<Path> faulty = Optional.of(classes.resolve("classes"));
      table.append(row("`" + fault + "`", searched(faulty, OF_FAULT, folder), false));
    }
    WrittenText.part(PAGE, "table").require(table.toString(), "-Dmooring.write=true");
  }

  private static List<Line> searched(Optional<Path> faulty, Budget budget, Path folder)
      throws IOException, InterruptedException {
    List<Line> lines =
        new ArrayList<>(
            run(faulty, folder, List.of(Search.class.getName(), "" + budget.lists(), "" + SEEDS)));
    Path seeds = Files.createTempDirectory(folder, "seeds");
    Files.write(seeds.resolve("earlier-life"), ByteLists.write(RoomTours.WARM_UP));
    // Without it no list would ever be longer than the longest seed.
    Files.write(seeds.resolve("long"), new byte[LONGEST]);
    lines.addAll(
        run(
            faulty,
            folder,
            List.of(
                "-D" + JazzerSearch.STEPS + "=" + budget.jazzerSteps(),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + JazzerSearch.class.getName(),
                "--instrumentation_includes=io.mooring.room.*",
                "-seed=1",
                "-max_len=" + LONGEST,
                "-len_control=0",
                Files.createTempDirectory(folder, "corpus").toString(),
                seeds.toString())));
    return lines;
  }

  /** Runs a Java process with the class path of this one, a faulty library before it. */
  private static List<Line> run(Optional<Path> faulty, Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    String path = System.getProperty("java.class.path");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(faulty.map(first -> first + File.pathSeparator + path).orElse(path));
    command.addAll(arguments);
    Path output = Files.createTempFile(folder, "search", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(String.join(" ", command) + " took more than " + LIMIT);
    }
    String text = Files.readString(output, StandardCharsets.UTF_8);
    List<Line> lines =
        text.lines()
            .filter(line -> line.startsWith("search "))
            .map(line -> line.split(" ", -1))
            .map(w -> new Line(w[1], w[2], Long.parseLong(w[3]), Integer.parseInt(w[4])))
            .toList();
    if (lines.isEmpty()) {
      throw new IllegalStateException(String.join(" ", command) + " printed\n" + text);
    }
    return lines;
  }

  private static String row(String name, List<Line> lines, boolean ofCoverage) {
    Map<String, List<Line>> byWay = new LinkedHashMap<>();
    WAYS.forEach(way -> byWay.put(way, new ArrayList<>()));
    lines.forEach(line -> Objects.requireNonNull(byWay.get(line.way())).add(line));
    return "| "
        + name
        + " | "
        + byWay.values().stream()
            .map(way -> cell(way, ofCoverage))
            .collect(Collectors.joining(" | "))
        + " |\n";
  }

  /** The median of the steps, if the search ended with most seeds. */
  private static String cell(List<Line> lines, boolean ofCoverage) {
    String end = ofCoverage ? Search.COVERED : Search.FOUND;
    long[] ended = steps(lines.stream().filter(line -> line.end().equals(end)));
    if (2 * ended.length > lines.size()) {
      return rounded(ended[ended.length / 2]);
    }
    long[] all = steps(lines.stream());
    String seeds =
        ended.length == 0 ? "" : ", with " + ended.length + " of " + lines.size() + " seeds";
    int percent = lines.stream().mapToInt(Line::percent).max().orElse(0);
    return "not in "
        + rounded(all[all.length / 2])
        + seeds
        + (ofCoverage ? ": " + percent + " % of the pairs" : "");
  }

  private static long[] steps(Stream<Line> lines) {
    return lines.mapToLong(Line::steps).sorted().toArray();
  }

  /** Two digits: the others say nothing. */
  private static String rounded(long steps) {
    long unit = 1;
    while (steps / unit >= 100) {
      unit *= 10;
    }
    return String.format(Locale.ROOT, "%,d", Math.round((double) steps / unit) * unit);
  }
}
