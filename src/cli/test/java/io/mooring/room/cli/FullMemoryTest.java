package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command in a process whose memory is full from beginning to end. */
final class FullMemoryTest {

  @Test
  void itIsPrintedWithoutAnyMemory(@TempDir Path folder) throws Exception {
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx40m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Hoarder.class.getName(),
                "check",
                "Missing.tla")
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    assertThat(Files.readString(err))
        .matches(
            """
            mooring: the \\d+ MB of memory that Java may use here are used up
            MOORING_OPTS=-Xmx1g gives it more\\.
            """);
    assertThat(process.exitValue()).isEqualTo(2);
  }

  /** Takes all memory as soon as the command runs, and keeps it. */
  static final class Hoarder {

    private static final List<Object> KEPT = new ArrayList<>(1 << 20);

    private Hoarder() {}

    /** Runs the command line in the main thread. */
    public static void main(String[] args) {
      Thread command = Thread.currentThread();
      Thread hoarder = new Thread(() -> hoard(command), "hoarder");
      hoarder.setDaemon(true);
      hoarder.start();
      Mooring.main(args);
    }

    private static void hoard(Thread command) {
      while (Arrays.stream(command.getStackTrace())
          .noneMatch(frame -> frame.getMethodName().equals("commandLine"))) {
        Thread.onSpinWait();
      }
      for (int size = 1 << 20; ; size = Math.max(16, size / 2)) {
        try {
          while (true) {
            KEPT.add(new byte[size]);
          }
        } catch (OutOfMemoryError full) {
          Thread.onSpinWait();
        }
      }
    }
  }
}
