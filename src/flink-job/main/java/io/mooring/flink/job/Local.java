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

  /** Refuses a folder with results of an earlier run, which would be counted twice. */
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
  }
}
