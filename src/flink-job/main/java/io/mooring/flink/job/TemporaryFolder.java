package io.mooring.flink.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.util.FileUtils;

/**
 * A folder for what lives no longer than a job in this process. It is deleted when it is closed,
 * and when the process is ended before, as by Ctrl-C or the signal TERM.
 */
final class TemporaryFolder implements AutoCloseable {

  /** Threads of the job may still write there. */
  private static final int ATTEMPTS = 100;

  private final Path path;
  private final Thread atTheEnd;

  /**
   * Makes one in the JVM's folder of temporary files.
   *
   * @param ended is run before it is deleted because the process ends: what uses it fails then
   */
  TemporaryFolder(Runnable ended) throws IOException {
    path = Files.createTempDirectory("mooring-fleet-");
    atTheEnd =
        new Thread(
            () -> {
              ended.run();
              delete();
            },
            "mooring-temporary-folder");
    Runtime.getRuntime().addShutdownHook(atTheEnd);
  }

  /** Where it is. */
  @Override
  public String toString() {
    return path.toString();
  }

  private boolean delete() {
    for (int i = 0; i < ATTEMPTS && Files.exists(path); i++) {
      FileUtils.deleteDirectoryQuietly(path.toFile());
    }
    return !Files.exists(path);
  }

  @Override
  public void close() {
    if (delete()) {
      try {
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
      } catch (IllegalStateException ending) {
        // Then it has nothing to delete.
      }
    }
  }
}
