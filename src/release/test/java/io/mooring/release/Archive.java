package io.mooring.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The archive of the command line, unpacked with the permissions that it says. */
record Archive(Path home) {

  /** Unpacks it into a new folder of this build. */
  static Archive inTarget() {
    try {
      return unpacked(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "archive"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Unpacks it into an empty folder. */
  static Archive unpacked(Path folder) throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(
            Deployed.file("mooring-cli", "-bin.zip"), Map.of("enablePosixFileAttributes", true))) {
      Path root = zip.getPath("/");
      try (Stream<Path> all = Files.walk(root)) {
        for (Path each : all.filter(path -> !path.equals(root)).toList()) {
          Path target = folder.resolve(root.relativize(each).toString());
          Files.copy(each, target);
          Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(each));
        }
      }
    }
    return new Archive(folder.resolve("mooring-" + Deployed.VERSION));
  }

  /** Calls the start script from a folder. */
  Started call(Path work, String... words) throws IOException, InterruptedException {
    return Started.in(
        work,
        Stream.concat(Stream.of(home.resolve("mooring").toString()), Stream.of(words)).toList());
  }

  /** The jars that it runs. */
  List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("lib"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
