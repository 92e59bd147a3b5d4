package io.mooring.checker.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs leave nothing in the temporary folder, however they end. */
class PrivateFolderTest {

  @TempDir Path temporary = Path.of("");

  /** A process that keeps writing into a folder of its own, from several threads. */
  static final class Writes {
    private Writes() {}

    /** Says when it has begun, and never ends. */
    public static void main(String[] args) throws Exception {
      Path folder = PrivateFolder.create().path();
      for (int i = 0; i < 4; i++) {
        int number = i;
        Thread writer =
            new Thread(
                () -> {
                  for (long file = 0; ; file++) {
                    try {
                      Files.writeString(folder.resolve(number + "-" + file % 500), "text");
                    } catch (IOException gone) {
                      // The folder is being removed.
                    }
                  }
                });
        writer.setDaemon(true);
        writer.start();
      }
      System.out.write('!');
      System.out.flush();
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  private Process start() throws IOException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Writes.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    InputStream said = process.getInputStream();
    assertEquals('!', said.read());
    return process;
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(file -> file.getFileName().toString().startsWith("mooring")).toList();
    }
  }

  @Test
  void aProcessThatIsToldToEndLeavesNothingThoughItsThreadsStillWrite() throws Exception {
    Process process = start();
    assertEquals(1, left().size());
    process.destroy();
    process.waitFor();
    assertEquals(List.of(), left());
  }

  @Test
  void whatAKilledProcessLeftIsRemovedByTheNext() throws Exception {
    Process process = start();
    process.destroyForcibly().waitFor();
    assertEquals(1, left().size());
    PrivateFolder.sweep(temporary);
    assertEquals(List.of(), left());
  }

  @Test
  void theFolderOfARunningProcessStays() throws Exception {
    Process process = start();
    PrivateFolder.sweep(temporary);
    assertEquals(1, left().size());
    process.destroy();
    process.waitFor();
  }

  @Test
  void aClosedFolderIsGone() throws TlcException {
    PrivateFolder folder = PrivateFolder.create();
    assertTrue(Files.isDirectory(folder.path()));
    folder.close();
    assertFalse(Files.exists(folder.path()));
  }
}
