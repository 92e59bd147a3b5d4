package io.mooring.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs for Node.js. */
final class Node {

  /** What to do if it or a package is missing. */
  static final String INSTALL =
      "run npm ci --prefix src/examples/typescript (on Debian: apt-get install -y nodejs npm)";

  private Node() {}

  /** Runs a program in a folder, until it ends with this code; what it prints is returned. */
  static String run(Path folder, Path temporary, int exitCode, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("node"));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(temporary, "output", ".txt");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
    } catch (IOException missing) {
      throw new AssertionError("node is missing: " + INSTALL, missing);
    }
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("%s ends", command).isTrue();
    String text = Files.readString(output);
    assertThat(process.exitValue()).as(text).isEqualTo(exitCode);
    return text;
  }
}
