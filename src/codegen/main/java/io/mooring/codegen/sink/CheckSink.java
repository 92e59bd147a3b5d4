package io.mooring.codegen.sink;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A sink that writes nothing and reports how a folder differs from the generated files. */
public final class CheckSink implements Sink {

  /** The checker that a model's own file names: where its content comes from, and not content. */
  private static final Pattern CHECKER = Pattern.compile("(?m)^ {4}\"checker\" : \"(.*)\",$");

  private final Path root;
  private final Optional<Set<String>> others;
  private final MemorySink files = new MemorySink();

  private CheckSink(Path root, Optional<Set<String>> others) {
    this.root = root;
    this.others = others;
  }

  /** A sink that compares with the files of a folder that the generator's list in it names. */
  public static CheckSink listedFiles(Path root) {
    return new CheckSink(root, Optional.empty());
  }

  /**
   * A sink that compares with all files of a folder: each one that is not generated is a
   * difference.
   *
   * @param others folders within it, with a slash at the end, that are left out
   */
  public static CheckSink wholeFolder(Path root, Set<String> others) {
    return new CheckSink(root, Optional.of(Set.copyOf(others)));
  }

  @Override
  public void put(String path, String text) {
    files.put(path, text);
  }

  /** The differences, by path; empty if the folder is current. */
  public List<Difference> differences() throws IOException {
    Map<String, String> expected = new TreeMap<>(files.files());
    expected.put(GeneratedFiles.NAME, GeneratedFiles.text(files.files().keySet()));
    List<Difference> differences = new ArrayList<>();
    for (Map.Entry<String, String> file : expected.entrySet()) {
      Path there = root.resolve(file.getKey());
      if (!Files.isRegularFile(there)) {
        differences.add(new Difference(file.getKey(), Difference.Kind.MISSING, ""));
      } else {
        String text = new String(Files.readAllBytes(there), StandardCharsets.UTF_8);
        if (!text.equals(file.getValue())) {
          differences.add(changed(file.getKey(), text, file.getValue()));
        }
      }
    }
    for (String path : owned()) {
      if (!expected.containsKey(path)) {
        differences.add(new Difference(path, Difference.Kind.ORPHAN, ""));
      }
    }
    differences.sort(Comparator.comparing(Difference::path));
    return differences;
  }

  /**
   * The differences as a message that ends with the cure; empty if there are none.
   *
   * @param cure the command that makes the folder current
   */
  public String report(String cure) throws IOException {
    List<Difference> differences = differences();
    if (differences.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    lines.add(root.getFileName() + "/ is not what the specification gives:");
    differences.forEach(difference -> lines.add("  " + difference));
    lines.add("Run: " + cure);
    return String.join("\n", lines);
  }

  private SortedSet<String> owned() throws IOException {
    if (others.isEmpty()) {
      SortedSet<String> listed = GeneratedFiles.read(root);
      listed.removeIf(path -> !Files.exists(root.resolve(path)));
      return listed;
    }
    if (!Files.isDirectory(root)) {
      return new TreeSet<>();
    }
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(path -> others.get().stream().noneMatch(path::startsWith))
          .collect(toCollection(TreeSet::new));
    }
  }

  private static Difference changed(String path, String found, String expected) {
    String have = withoutChecker(found);
    String want = withoutChecker(expected);
    return have.equals(want)
        ? new Difference(
            path, Difference.Kind.CHECKER, checker(found) + ", not " + checker(expected))
        : new Difference(path, Difference.Kind.CHANGED, firstDifference(have, want));
  }

  private static String checker(String text) {
    Matcher line = CHECKER.matcher(text);
    return line.find() ? line.group(1) : "";
  }

  private static String withoutChecker(String text) {
    return CHECKER.matcher(text).replaceFirst("");
  }

  private static String firstDifference(String found, String expected) {
    List<String> have = found.lines().toList();
    List<String> want = expected.lines().toList();
    int line = 0;
    while (line < have.size() && line < want.size() && have.get(line).equals(want.get(line))) {
      line++;
    }
    if (line == have.size() && line == want.size()) {
      return "the lines are the same, their ends are not";
    }
    return "line " + (line + 1) + " is " + quote(have, line) + " and must be " + quote(want, line);
  }

  private static String quote(List<String> lines, int line) {
    return line < lines.size() ? "\"" + lines.get(line).strip() + "\"" : "absent";
  }
}
