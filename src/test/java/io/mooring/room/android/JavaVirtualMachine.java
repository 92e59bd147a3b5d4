package io.mooring.room.android;

import io.mooring.room.RoomConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A virtual machine that runs {@link OneCall}. */
final class JavaVirtualMachine {

  /** The program's output, its error stream, and the classes it has loaded. */
  record Run(String output, String errors, List<String> loaded) {}

  private JavaVirtualMachine() {}

  /** The folder that the classes of the library are in. */
  static Path library() {
    return where(RoomConnection.class);
  }

  /** The folder that the classes of the tests are in. */
  static Path tests() {
    return where(OneCall.class);
  }

  /** Runs the program with modules of the JDK, from these folders. */
  static Run run(Path scratch, String modules, Path... classPath) throws Exception {
    Path output = scratch.resolve("output.txt");
    Path errors = scratch.resolve("errors.txt");
    Path loaded = scratch.resolve("loaded.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--limit-modules", modules, "-Xlog:class+load:file=" + loaded));
    command.add("-cp");
    command.add(
        Arrays.stream(classPath)
            .map(Path::toString)
            .collect(Collectors.joining(System.getProperty("path.separator"))));
    command.add(OneCall.class.getName());
    int code =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new AssertionError("exit code " + code + ":\n" + Files.readString(errors));
    }
    return new Run(Files.readString(output).strip(), Files.readString(errors), classes(loaded));
  }

  private static List<String> classes(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .map(line -> line.replaceAll("\\[.*?] ?", "").replaceAll(" .*", ""))
        .filter(name -> name.startsWith("io.mooring.room."))
        .toList();
  }

  private static Path where(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
