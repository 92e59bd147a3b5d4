package io.mooring.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Java process of a test, which is ended by its handle, and ends with the test in any case. */
final class Child implements AutoCloseable {
  private static final int SHOWN = 3_000;

  private final String name;
  private final Process process;
  private final Path log;

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /** What a process is started with. */
  record Start(
      String name,
      String classPath,
      List<String> options,
      Map<String, String> environment,
      List<String> command) {}

  /** Starts a process whose output goes to a file in a folder. */
  static Child start(Path folder, Start start) throws IOException {
    Path log = folder.resolve(start.name() + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED"));
    command.addAll(start.options());
    command.add("-cp");
    command.add(testClasses() + ":" + start.classPath());
    command.add(Leash.class.getName());
    command.addAll(start.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
    builder.environment().putAll(start.environment());
    return new Child(start.name(), builder.start(), log);
  }

  /** The folder of the classes of this module, in which {@link Leash} is. */
  private static Path testClasses() {
    return Path.of(Leash.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /** Waits for its end. Returns its exit code. */
  int end(Duration most) throws InterruptedException {
    if (!process.waitFor(most.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError(name + " does not end; " + said());
    }
    return process.exitValue();
  }

  /** Kills it, as a machine that fails does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Asks it to end, and waits until it has. */
  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  /** Fails if it has ended by itself. */
  void mustRun() {
    if (!process.isAlive()) {
      throw new AssertionError(
          name + " ended by itself with code " + process.exitValue() + "; " + said());
    }
  }

  /** The last of its output. */
  String said() {
    try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
      String all = String.join("\n", lines.toList());
      return "it printed:\n" + all.substring(Math.max(0, all.length() - SHOWN));
    } catch (IOException unreadable) {
      return "its output cannot be read";
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
