package io.mooring.room.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The start script of the project, in a home of its own that is built already: with the classes of
 * this test. What it starts is a process of its own, as at a user's.
 */
final class StartScript {

  private final Path home;

  /** Writes the home into an empty folder. */
  StartScript(Path home) {
    this.home = home;
    try {
      Path app = Files.createDirectories(home.resolve("src/build/target/app"));
      Path jar = app.resolve("classes.jar");
      Manifest manifest = new Manifest();
      manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
      try (OutputStream file = Files.newOutputStream(jar)) {
        new JarOutputStream(file, manifest).close();
      }
      // Before the class path: what is newer than that is to be built.
      for (String script : List.of("mooring", "src/cli/main/archive/launch.sh")) {
        Files.createDirectories(home.resolve(script).getParent());
        Files.copy(Called.project().resolve(script), home.resolve(script));
      }
      Files.writeString(app.resolve("class-path"), jar.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(":", -1))
        .map(each -> Path.of(each).toUri().toString())
        .collect(Collectors.joining(" "));
  }

  /**
   * Starts a command.
   *
   * @param directory where the caller is; what is printed goes to its {@code out} and {@code err}
   * @param environment what differs from this process
   */
  Process start(Path directory, Map<String, String> environment, String... words)
      throws IOException {
    return started(directory, environment, Stream.concat(Stream.of(mooring()), Stream.of(words)));
  }

  /** Runs a command to its end. */
  Called run(Path directory, Map<String, String> environment, String... words) throws Exception {
    return ended(directory, start(directory, environment, words));
  }

  /** Runs a shell script of the caller's, whose first parameter is the start script. */
  Called call(Path directory, Map<String, String> environment, String file) throws Exception {
    return ended(directory, started(directory, environment, Stream.of("sh", file, mooring())));
  }

  private String mooring() {
    return home.resolve("mooring").toString();
  }

  private static Process started(
      Path directory, Map<String, String> environment, Stream<String> command) throws IOException {
    ProcessBuilder builder =
        // Tests that run in the background may ignore the signal of Ctrl-C.
        new ProcessBuilder(
                Stream.concat(Stream.of("env", "--default-signal=INT,TERM"), command).toList())
            .directory(directory.toFile())
            .redirectOutput(directory.resolve("out").toFile())
            .redirectError(directory.resolve("err").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Called ended(Path directory, Process process) throws Exception {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(process.info() + " does not end");
    }
    return new Called(
        process.exitValue(),
        Files.readString(directory.resolve("out")),
        Files.readString(directory.resolve("err")).replaceAll("(?m)^Picked up .*\n", ""));
  }

  /** Whether a checker whose temporary folders are here has begun to write states. */
  static boolean isChecking(Path temporary) {
    try (Stream<Path> all = Files.walk(temporary)) {
      return all.anyMatch(path -> path.toString().contains("/states/"));
    } catch (IOException | UncheckedIOException changing) {
      return false;
    }
  }

  /** Waits until something is so. */
  static void await(Process process, BooleanSupplier reached) throws InterruptedException {
    for (int i = 0; !reached.getAsBoolean(); i++) {
      if (i == 3000 || !process.isAlive()) {
        process.destroyForcibly();
        throw new IllegalStateException("not reached: " + process.info());
      }
      Thread.sleep(20);
    }
  }

  /** Sends a signal, {@code INT} for Ctrl-C, and waits for the end; its exit code. */
  static int signal(Process process, String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("does not end at " + name);
    }
    return process.exitValue();
  }
}
