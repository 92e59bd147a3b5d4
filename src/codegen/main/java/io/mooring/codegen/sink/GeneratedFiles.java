package io.mooring.codegen.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of generated files that lies beside them: what of a folder belongs to the generator.
 *
 * <p>A file that is not listed is never overwritten with something else and never removed.
 */
final class GeneratedFiles {

  /** The list's own name. */
  static final String NAME = "generated-files.txt";

  private static final String HEADER =
      "# Written by mooring-codegen: the files of this folder that it may replace and remove.\n";

  private GeneratedFiles() {}

  /** The listed files; empty if the folder has no list. */
  static SortedSet<String> read(Path root) throws IOException {
    Path file = root.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return new TreeSet<>();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The list of these files as text. */
  static String text(Collection<String> files) {
    return HEADER
        + new TreeSet<>(files).stream().map(file -> file + "\n").collect(Collectors.joining());
  }
}
