package io.mooring.build;

import io.mooring.room.cli.Mooring;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The calls of the command line that pages of the guide show, run in a folder of their own. */
final class CommandSamples {

  private CommandSamples() {}

  /** A contract in which leaving does not stop the reconnecting; the first steps are left out. */
  static void counterexample() {
    String module = "RoomConnection.tla";
    String contract = read(Project.root().resolve("spec").resolve(module));
    String leave = "CANCEL_WINDOW, STOP_RECONNECTING, ANNOUNCE_LEAVE, CLOSE_TRANSPORT>>";
    if (!contract.contains(leave)) {
      throw new IllegalStateException("the contract does not stop the reconnecting any more");
    }
    String broken = contract.replace(leave, leave.replace("STOP_RECONNECTING, ", ""));
    String config = read(Project.root().resolve(Repository.CONFIG));
    List<String> lines =
        run(
            List.of(file(module, broken), file("RoomConnection.cfg", config)),
            "check",
            module,
            "--color",
            "never");
    int fifth =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).startsWith("  5  "))
            .findFirst()
            .orElseThrow();
    System.out.println("$ ./mooring check " + module);
    System.out.println(lines.get(0).replaceFirst(", [0-9.]+ s$", ""));
    System.out.println(lines.get(1));
    System.out.println("  ...");
    lines.subList(fifth, lines.size()).forEach(System.out::println);
  }

  /** A client that gives up too early, as a trace of its callbacks shows. */
  static void rejectedTrace() {
    String trace =
        """
        {"time":0,"session":"a17","state":"CONNECTING","reason":"JOIN_CHANNEL"}
        {"time":400,"session":"a17","state":"CONNECTED","reason":"JOIN_SUCCEED"}
        {"time":9000,"session":"a17","state":"RECONNECTING","reason":"SIGNAL_DISCONNECTED"}
        {"time":30000,"session":"a17","state":"FAILED","reason":"TIME_OUT"}
        """;
    List<String> lines =
        run(List.of(file("callbacks.ndjson", trace)), "validate", "callbacks.ndjson");
    lines.subList(0, lines.indexOf("")).stream()
        .map(line -> line.replaceFirst("((?:\\([^)]*\\), ){3})\\(.*", "$1..."))
        .forEach(System.out::println);
  }

  /** A file of a call. */
  private record Input(String name, String text) {}

  private static Input file(String name, String text) {
    return new Input(name, text);
  }

  private static List<String> run(List<Input> files, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    try {
      Path folder = Files.createTempDirectory("mooring-sample");
      try {
        for (Input file : files) {
          Files.writeString(folder.resolve(file.name()), file.text());
        }
        int code = Mooring.run(folder, new PrintWriter(out), new PrintWriter(err), args);
        if (code != 1) {
          throw new IllegalStateException("ended with " + code + ": " + out + err);
        }
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().lines().toList();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
