package io.mooring.maven;

import io.mooring.checker.tlc.Digest;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Remembers what succeeded, so that the same is not done again: a marker holds the digest of all
 * settings, of every file that was read, and of every file that was written.
 *
 * <p>A marker is removed before its work begins and written only after success. A file that is new
 * in a folder that was searched counts as a change, since it may be read in place of another one.
 */
final class DigestCache {

  private static final String HEADER = "# Written after success by mooring-maven-plugin.\n";
  private static final String SETTINGS = "settings ";
  private static final String READ = "read ";
  private static final String WRITTEN = "written ";

  private final Path base;
  private final Path folder;

  /**
   * A cache.
   *
   * @param base the folder of the project, which names of files are relative to
   * @param folder where the markers are
   */
  DigestCache(Path base, Path folder) {
    this.base = base.toAbsolutePath().normalize();
    this.folder = folder;
  }

  /**
   * Everything that a result depends on.
   *
   * @param settings parameters and versions, as text
   * @param trees files, and folders with all that is in them
   * @param shallow folders of which the files count, and not what is below
   * @param searched folders of which the modules and the classes count that are not below
   */
  record Inputs(String settings, List<Path> trees, List<Path> shallow, List<Path> searched) {

    Inputs {
      trees = List.copyOf(trees);
      shallow = List.copyOf(shallow);
      searched = List.copyOf(searched);
    }

    SortedSet<Path> files() throws IOException {
      SortedSet<Path> files = new TreeSet<>();
      for (Path tree : trees) {
        collect(tree, Integer.MAX_VALUE, file -> true, files);
      }
      for (Path each : shallow) {
        collect(each, 1, file -> true, files);
      }
      for (Path each : searched) {
        collect(each, 1, Inputs::isCode, files);
      }
      return files;
    }

    private static boolean isCode(Path file) {
      return file.toString().endsWith(".tla") || file.toString().endsWith(".class");
    }

    private static void collect(Path from, int depth, Predicate<Path> kind, SortedSet<Path> files)
        throws IOException {
      if (Files.exists(from)) {
        try (Stream<Path> all = Files.walk(from, depth)) {
          all.filter(Files::isRegularFile)
              .filter(kind)
              .forEach(file -> files.add(file.toAbsolutePath().normalize()));
        }
      }
    }
  }

  /** The marker of some work. */
  Path marker(String name) {
    return folder.resolve(name + ".digest");
  }

  /** Whether some work has succeeded, and nothing that it read or wrote has changed. */
  boolean isCurrent(String name, Inputs inputs) throws IOException {
    Path marker = marker(name);
    if (!Files.isRegularFile(marker)) {
      return false;
    }
    String text = Files.readString(marker);
    try {
      return text.equals(text(inputs, named(text, READ), named(text, WRITTEN)));
    } catch (TlcException gone) {
      return false;
    }
  }

  /** Removes the marker of work that begins. */
  void begin(String name) throws IOException {
    Files.deleteIfExists(marker(name));
  }

  /**
   * Writes the marker of work that has succeeded.
   *
   * @param read files that were read, beside those of the inputs
   * @param written files that were written
   */
  void succeeded(String name, Inputs inputs, Collection<Path> read, Collection<Path> written)
      throws IOException, TlcException {
    Files.createDirectories(folder);
    Files.writeString(marker(name), text(inputs, read, written));
  }

  private String text(Inputs inputs, Collection<Path> read, Collection<Path> written)
      throws IOException, TlcException {
    StringBuilder text = new StringBuilder(HEADER);
    text.append(SETTINGS).append(Digest.sha256(inputs.settings())).append('\n');
    SortedSet<Path> files = inputs.files();
    read.stream()
        .filter(file -> !isTemporary(file))
        .forEach(file -> files.add(file.toAbsolutePath().normalize()));
    lines(READ, files, text);
    SortedSet<Path> results = new TreeSet<>();
    written.forEach(file -> results.add(file.toAbsolutePath().normalize()));
    lines(WRITTEN, results, text);
    return text.toString();
  }

  /** Modules that were unpacked for one run: the library that has them counts. */
  private static boolean isTemporary(Path file) {
    for (Path name : file) {
      if (name.toString().startsWith("mooring-tlc-")) {
        return true;
      }
    }
    return false;
  }

  private void lines(String kind, SortedSet<Path> files, StringBuilder text) throws TlcException {
    for (Path file : files) {
      text.append(kind).append(Digest.sha256(List.of(file), "")).append(' ');
      text.append(name(file)).append('\n');
    }
  }

  /** Relative to the project, so that a cache of {@code target} is good in another checkout. */
  private String name(Path file) {
    return file.startsWith(base)
        ? base.relativize(file).toString().replace('\\', '/')
        : file.toString();
  }

  private List<Path> named(String text, String kind) {
    List<Path> files = new ArrayList<>();
    for (String line : text.lines().filter(each -> each.startsWith(kind)).toList()) {
      int name = line.indexOf(' ', kind.length());
      if (name > 0) {
        files.add(base.resolve(line.substring(name + 1)));
      }
    }
    return files;
  }
}
