package io.mooring.checker.trace;

import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A file that a trace names. A trace is data, and may come from anywhere: what it names is taken
 * only from its own folder and from the caller's working folder, and only if no Java class stands
 * there that the checker would load.
 *
 * @param trace the trace
 * @param working the caller's working folder
 */
public record NamedFile(Path trace, Path working) {

  /**
   * Finds a file.
   *
   * @param name the file as the trace names it
   * @param ending how its name ends
   * @param option the option that names it instead
   * @throws TlcException if the trace names none, one elsewhere, or one that is not there
   */
  public Path find(String name, String ending, String option) throws TlcException {
    if (name.isEmpty()) {
      throw refusal("names no file that ends in " + ending, option);
    }
    String quoted = "names \"" + Change.visible(name) + "\", ";
    if (!name.endsWith(ending)) {
      throw refusal(quoted + "which does not end in " + ending, option);
    }
    Path folder = trace.toAbsolutePath().normalize().resolveSibling("");
    try {
      Path relative = Path.of(name);
      if (relative.getRoot() != null || name.startsWith("/") || name.contains(":")) {
        throw refusal(quoted + "which is not relative to its folder", option);
      }
      Path file = folder.resolve(relative).normalize();
      requireInside(file, folder, quoted, option);
      if (!Files.isRegularFile(file)) {
        throw refusal(quoted + "which is not there", option);
      }
      requireInside(file.toRealPath(), folder.toRealPath(), quoted, option);
      requireNoClasses(file, option);
      return file;
    } catch (InvalidPathException | IOException unusable) {
      throw refusal(quoted + "which cannot be read", option);
    }
  }

  private void requireInside(Path file, Path folder, String quoted, String option)
      throws TlcException, IOException {
    List<Path> allowed =
        List.of(folder, working.toAbsolutePath().normalize(), working.toRealPath());
    if (allowed.stream().noneMatch(file::startsWith)) {
      throw refusal(
          quoted + "which is neither in its own folder nor in the working folder", option);
    }
  }

  private void requireNoClasses(Path file, String option) throws TlcException, IOException {
    Path home = file.resolveSibling("");
    for (Path folder : List.of(home, home.resolve("..").normalize(), working)) {
      try (DirectoryStream<Path> classes = Files.newDirectoryStream(folder, "{*.class,tlc2}")) {
        for (Path each : classes) {
          throw refusal(
              "names a specification that would run Java classes (" + each.getFileName() + ")",
              option);
        }
      }
    }
  }

  private TlcException refusal(String what, String option) {
    return new TlcException(
        String.format(Locale.ROOT, "%s: %s; name one with %s", trace, what, option));
  }
}
