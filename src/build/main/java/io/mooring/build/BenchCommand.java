package io.mooring.build;

import io.mooring.room.cli.Shell;
import io.mooring.room.cli.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The command {@code bench}: the engines beside other state machines.
 *
 * <p>The benchmarks run in a separate process with a separate class path: no other command has to
 * do with it. The start script builds it when this command is called.
 */
@Command(
    name = "bench",
    description = {
      "Measures Mooring beside other state machines: events per second and bytes per event, on one"
          + " workload, in one run. A few minutes; compare the ratios, not the numbers of two"
          + " machines."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ./mooring bench", "  ./mooring bench --full  # longer, with a million timers"})
final class BenchCommand implements Callable<Integer> {

  /** The system property by which the start script says what the class path is. */
  static final String CLASS_PATH = "mooring.benchmarks";

  private static final String MAIN = "io.mooring.room.benchmarks.Comparison";

  private static final long POLL_MILLIS = 100;

  /** How that class ends when a machine does something else than the others. */
  private static final int FAULT = 3;

  private final Shell shell;
  private final @Nullable String classPath;
  private final String main;

  @Option(
      names = "--full",
      description = "Measure for longer, and a million connections that lose the network at once.")
  private boolean full;

  /** The last that was said on the standard error. */
  private volatile String said = "";

  BenchCommand(Shell shell) {
    this(shell, System.getProperty(CLASS_PATH), MAIN);
  }

  BenchCommand(Shell shell, @Nullable String classPath, String main) {
    this.shell = shell;
    this.classPath = classPath;
    this.main = main;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (classPath == null) {
      throw new UsageException(
          "the benchmarks are not built",
          "Call it as './mooring bench', with any other option behind it: that builds them.");
    }
    Process process = new ProcessBuilder(command(classPath)).start();
    Thread out = reading(process.inputReader(StandardCharsets.UTF_8), shell::say);
    Thread err = reading(process.errorReader(StandardCharsets.UTF_8), this::parse);
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      if (shell.interrupts().requested()) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
      }
    }
    out.join();
    err.join();
    int code = process.exitValue();
    if (code == 0 || code == FAULT || shell.interrupts().requested()) {
      return code == 0 ? 0 : 1;
    }
    throw new UsageException("the benchmarks ended with code " + code + ": " + said, "");
  }

  private List<String> command(String path) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(path);
    command.add(main);
    if (full) {
      command.add("--full");
    }
    return command;
  }

  private void parse(String line) {
    said = line;
    shell.progress().update(line);
  }

  private static Thread reading(BufferedReader from, Consumer<String> to) {
    Thread thread =
        new Thread(
            () -> {
              try (from) {
                for (String line = from.readLine(); line != null; line = from.readLine()) {
                  to.accept(line);
                }
              } catch (IOException e) {
                throw new UncheckedIOException("the output of the benchmarks cannot be read", e);
              }
            },
            "mooring-bench");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
