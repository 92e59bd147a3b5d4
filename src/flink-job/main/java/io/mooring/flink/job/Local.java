package io.mooring.flink.job;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Paths as a user gives them, and what is wrong with them on this machine. */
final class Local {
  private Local() {}

  /** Addresses for Flink: those with a scheme as they are, others as files of this machine. */
  static List<String> addresses(List<String> paths) {
    return paths.stream().map(Local::address).toList();
  }

  /** One address. */
  static String address(String path) {
    return hasScheme(path) ? path : Path.of(path).toAbsolutePath().normalize().toUri().toString();
  }

  private static boolean hasScheme(String path) {
    int colon = path.indexOf("://");
    return colon > 0 || path.startsWith("file:/");
  }

  /** Refuses files that are not there. */
  static void readable(List<String> paths) {
    for (String each : paths) {
      if (!hasScheme(each) && !Files.isReadable(Path.of(each))) {
        throw new WrongCallException(
            Files.exists(Path.of(each))
                ? each + " cannot be read: no permission"
                : "there is no file or folder " + each);
      }
    }
  }

  /** Refuses folders of this machine in which there is no file to read. */
  static void filled(List<String> paths) throws IOException {
    for (String each : paths) {
      if (!hasScheme(each) && !hasFile(Path.of(each))) {
        throw new WrongCallException(
            "there is no file in "
                + each
                + " that is not hidden: name another folder, or wait for files with --follow");
      }
    }
  }

  /** As Flink lists them: what is named, and all below it whose names are not those of hidden. */
  private static boolean hasFile(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return true;
    }
    List<Path> below;
    try (Stream<Path> listed = Files.list(path)) {
      below = listed.toList();
    }
    for (Path each : below) {
      String name = String.valueOf(each.getFileName());
      if (!name.startsWith(".") && !name.startsWith("_") && hasFile(each)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Makes the folders of results. Refuses one with results of an earlier run, which would be
   * counted twice.
   */
  static void fresh(String folder) throws IOException {
    Path path =
        hasScheme(folder) && folder.startsWith("file:") ? Path.of(URI.create(folder)) : null;
    if (path == null && !hasScheme(folder)) {
      path = Path.of(folder);
    }
    if (path == null) {
      return;
    }
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new WrongCallException(folder + " is a file, and must be a folder: name another one");
    }
    for (String stream : Outputs.STREAMS) {
      Path results = path.resolve(stream);
      if (Files.isDirectory(results)) {
        try (Stream<Path> files = Files.list(results)) {
          if (files.findAny().isPresent()) {
            throw new WrongCallException(
                folder
                    + " has results of another run: name another folder, remove it, or go on from"
                    + " its last checkpoint with --resume");
          }
        }
      }
    }
    // Of a stream of which nothing comes there is a folder too, which a reader of all finds empty.
    for (String stream : Outputs.STREAMS) {
      Files.createDirectories(path.resolve(stream));
    }
  }
}
