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

/** An archive for those who have no checkout, unpacked with the permissions that it says. */
record Archive(Path home) {

  /** Unpacks the command line into a new folder of this build. */
  static Archive inTarget() {
    try {
      return commandLine(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "archive"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Unpacks the command line into an empty folder. */
  static Archive commandLine(Path folder) throws IOException {
    return unpacked("mooring-cli", "mooring", folder);
  }

  /** Unpacks the job of a fleet into an empty folder. */
  static Archive fleet(Path folder) throws IOException {
    return unpacked("mooring-flink-job", "mooring-fleet", folder);
  }

  private static Archive unpacked(String artifact, String name, Path folder) throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(
            Deployed.file(artifact, "-bin.zip"), Map.of("enablePosixFileAttributes", true))) {
      Path root = zip.getPath("/");
      try (Stream<Path> all = Files.walk(root)) {
        for (Path each : all.filter(path -> !path.equals(root)).toList()) {
          Path target = folder.resolve(root.relativize(each).toString());
          Files.copy(each, target);
          Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(each));
        }
      }
    }
    return new Archive(folder.resolve(name + "-" + Deployed.VERSION));
  }

  /** Calls the start script from a folder. */
  Started call(Path work, String... words) throws IOException, InterruptedException {
    return Started.in(
        work,
        Stream.concat(Stream.of(home.resolve("mooring").toString()), Stream.of(words)).toList());
  }

  /** The jars in its folder lib. */
  List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("lib"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
