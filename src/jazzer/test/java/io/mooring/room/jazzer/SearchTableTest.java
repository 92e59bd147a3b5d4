package io.mooring.room.jazzer;

import io.mooring.room.faults.Fault;
import io.mooring.room.faults.FaultyLibrary;
import io.mooring.room.testkit.Tours;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of {@code src/docs/fuzzing.md}: how many steps each way to search takes. With {@code
 * -Dmooring.write=true} it is measured and written; that takes a while.
 */
class SearchTableTest {
  private static final Path HOME = Path.of(System.getProperty("mooring.home", "../.."));
  private static final Path PAGE = HOME.resolve("src/docs/fuzzing.md");
  private static final String BEGIN = "<!-- table:begin -->\n";
  private static final String END = "<!-- table:end -->";
  private static final List<String> WAYS = List.of("tours", "blind", "guided", "jazzer");

  /** How many lists one search may walk, and how often it is begun, each time with its seed. */
  private static final long LISTS = Long.getLong("mooring.search.lists", 40_000);

  private static final int SEEDS = Integer.getInteger("mooring.search.seeds", 3);

  /** The same for Jazzer, which is much slower: how many steps it may take. */
  private static final long JAZZER_STEPS = Long.getLong("mooring.jazzer.steps", 300_000);

  private static final int JAZZER_SEEDS = Integer.getInteger("mooring.jazzer.seeds", 1);

  /** How a search ended. */
  private record Line(String way, String end, long steps, int percent) {}

  @Test
  @EnabledIfSystemProperty(named = "mooring.write", matches = "true")
  void theTableIsWritten(@TempDir Path folder) throws IOException, InterruptedException {
    StringBuilder table =
        new StringBuilder(
            "| what is searched | tours | blind | guided | Jazzer |\n|--|--|--|--|--|\n");
    table.append(row("the last edge pair and firing", searched(Optional.empty(), folder)));
    for (Fault fault : Fault.in(HOME.resolve("src/faults/patches"))) {
      Path classes = Files.createDirectory(folder.resolve(fault.name()));
      FaultyLibrary.with(fault, HOME, classes).close();
      table.append(
          row("`" + fault + "`", searched(Optional.of(classes.resolve("classes")), folder)));
      System.out.println(table);
    }
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(page.indexOf(END)));
  }

  private static List<Line> searched(Optional<Path> faulty, Path folder)
      throws IOException, InterruptedException {
    List<Line> lines =
        new ArrayList<>(
            run(faulty, folder, List.of(Search.class.getName(), "" + LISTS, "" + SEEDS)));
    Path seeds = Files.createTempDirectory(folder, "seeds");
    Files.write(seeds.resolve("earlier-life"), ByteLists.write(Tours.EARLIER_LIFE));
    for (int seed = 1; seed <= JAZZER_SEEDS; seed++) {
      lines.addAll(
          run(
              faulty,
              folder,
              List.of(
                  "-D" + JazzerSearch.STEPS + "=" + JAZZER_STEPS,
                  "com.code_intelligence.jazzer.Jazzer",
                  "--target_class=" + JazzerSearch.class.getName(),
                  "--instrumentation_includes=io.mooring.room.*",
                  "-seed=" + seed,
                  "-max_len=60",
                  "-len_control=0",
                  Files.createTempDirectory(folder, "corpus").toString(),
                  seeds.toString())));
    }
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
    process.waitFor();
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

  private static String row(String name, List<Line> lines) {
    Map<String, List<Line>> byWay = new LinkedHashMap<>();
    WAYS.forEach(way -> byWay.put(way, new ArrayList<>()));
    lines.forEach(line -> Objects.requireNonNull(byWay.get(line.way())).add(line));
    return "| "
        + name
        + " | "
        + byWay.values().stream().map(SearchTableTest::cell).collect(Collectors.joining(" | "))
        + " |\n";
  }

  /** The median of the steps, if the search came to its end with most seeds. */
  private static String cell(List<Line> lines) {
    if (lines.isEmpty()) {
      return "not measured";
    }
    long[] ended =
        lines.stream()
            .filter(line -> !line.end().equals(Search.NOTHING))
            .mapToLong(Line::steps)
            .sorted()
            .toArray();
    String seeds =
        ended.length == lines.size() ? "" : " (" + ended.length + " of " + lines.size() + " seeds)";
    if (ended.length > 0) {
      return String.format(Locale.ROOT, "%,d%s", ended[ended.length / 2], seeds);
    }
    int percent = lines.stream().mapToInt(Line::percent).max().orElse(0);
    return "not found; " + percent + " % of the pairs";
  }
}
