package io.mooring.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that ran to its end: what it printed on both streams, and its exit code. */
record Started(int code, String text) {

  private static final long MINUTES = 5;

  /** Runs a program in a folder, with nothing else in its environment than this Java. */
  static Started in(Path folder, List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("mooring-release", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "HOME"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(command + " does not end");
    }
    String text = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    return new Started(process.exitValue(), text);
  }

  /** Runs the Maven of this build in this project. */
  static Started maven(String... words) throws IOException, InterruptedException {
    String maven = Path.of(System.getProperty("maven.home"), "bin/mvn").toString();
    return in(
        Deployed.PROJECT, Stream.concat(Stream.of(maven, "-B", "-ntp"), Stream.of(words)).toList());
  }
}
