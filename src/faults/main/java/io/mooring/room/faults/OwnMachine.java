package io.mooring.room.faults;

import io.mooring.room.faults.TestRun.Ending;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs tests in a separate virtual machine. A tool that chooses the interleavings changes the
 * classes that it meets, and those must be the faulty ones from the beginning: they come first on
 * the class path.
 */
final class OwnMachine {

  /** The options that the tools require, as set by the build. */
  private static final String OPTIONS = "mooring.lincheck.options";

  private static final String DEEP = "mooring.deep";

  private OwnMachine() {}

  /** As {@link TestRun#of}; when the time is up, the machine and all that it started is ended. */
  static Map<NamedTest, Ending> run(
      Collection<NamedTest> tests, FaultyLibrary library, Duration limit)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("mooring-faults");
    Path endings = folder.resolve("endings");
    Path said = folder.resolve("said");
    Process machine =
        new ProcessBuilder(command(tests, library, endings))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    boolean over = machine.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
    machine.descendants().forEach(ProcessHandle::destroyForcibly);
    machine.destroyForcibly().waitFor();
    if (over && !Files.exists(endings)) {
      throw new IllegalStateException(
          "The tests could not be run: " + tests + "\n" + Files.readString(said));
    }
    Map<NamedTest, Ending> all = read(endings);
    tests.forEach(test -> all.putIfAbsent(test, Ending.HUNG));
    Files.deleteIfExists(endings);
    Files.delete(said);
    Files.delete(folder);
    return all;
  }

  private static List<String> command(
      Collection<NamedTest> tests, FaultyLibrary library, Path endings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    if (!Boolean.getBoolean(DEEP)) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.addAll(Arrays.asList(System.getProperty(OPTIONS, "").trim().split("\\s+", -1)));
    command.add("-D" + DEEP + "=" + System.getProperty(DEEP, "false"));
    command.add("-Dmooring.fault=true");
    command.add("-cp");
    command.add(library.classPath() + File.pathSeparator + System.getProperty("java.class.path"));
    command.add(OwnMachine.class.getName());
    command.add(endings.toString());
    tests.forEach(test -> command.add(test.toString()));
    command.removeIf(String::isEmpty);
    return command;
  }

  private static Map<NamedTest, Ending> read(Path endings) throws IOException {
    Map<NamedTest, Ending> all = new LinkedHashMap<>();
    if (Files.exists(endings)) {
      for (String line : Files.readAllLines(endings)) {
        String[] words = line.split(" ", 2);
        all.put(NamedTest.parse(words[1]), Ending.valueOf(words[0]));
      }
    }
    return all;
  }

  /**
   * Runs tests in this machine, and writes down how each ended.
   *
   * @param arguments the file to write, and the tests
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    List<NamedTest> tests = Arrays.stream(arguments).skip(1).map(NamedTest::parse).toList();
    List<String> lines = new ArrayList<>();
    // The caller of this process knows the limit.
    TestRun.run(tests, OwnMachine.class.getClassLoader(), Duration.ofDays(1))
        .forEach((test, ending) -> lines.add(ending + " " + test));
    Path written = Path.of(arguments[0] + ".part");
    Files.write(written, lines);
    Files.move(written, Path.of(arguments[0]));
    // Threads of a test that hangs do not keep the machine.
    System.exit(0);
  }
}
