package io.mooring.room.cli;

import io.mooring.room.testkit.call.CallPicture;
import io.mooring.room.testkit.call.CallSimulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sections of the README that are not written by hand, and what each must be. */
final class ReadmeSections {

  /** The command that brings the sections up to date. */
  static final String CURE = "./mooring prove --write";

  private static final String SAMPLES = "src/cli/test/java/io/mooring/room/cli/Snippets.java";
  private static final String CONFORMANCE =
      "src/harness/test/java/io/mooring/room/harness/conformance/HandWrittenTest.java";
  private static final String LIBRARY = "src/examples/library";
  private static final String SPRING = "src/examples/spring";
  private static final String LOBBY = "/src/main/java/com/example/lobby/";
  private static final String OUTPUT = "/expected-output.txt";
  private static final String DIAGRAM = "generated/diagrams/room-connection.mmd";

  private static final String PICTURE = "src/docs/images/call.svg";

  private final Path project;
  private final Path file;

  ReadmeSections(Path project) {
    this.project = project;
    this.file = project.resolve("README.md");
  }

  /** What each section must be, by name. */
  Map<String, String> expected(String table) {
    Map<String, String> sections = new LinkedHashMap<>();
    sections.put("diagram", fenced("mermaid", withoutComments(read(project.resolve(DIAGRAM)))));
    sections.put("sample", sample(SAMPLES, "readme"));
    sections.put("transport", sample(LIBRARY + LOBBY + "LocalTransport.java", "transport"));
    sections.put("listener", sample(LIBRARY + LOBBY + "Notices.java", "listener"));
    sections.put("connection", sample(LIBRARY + LOBBY + "Lobby.java", "connection"));
    sections.put("connection-output", fenced("", read(project.resolve(LIBRARY + OUTPUT))));
    sections.put(
        "test", sample(LIBRARY + "/src/test/java/com/example/lobby/NoticesTest.java", "test"));
    sections.put("commands", sample(SAMPLES, "commands"));
    sections.put("restore", sample(SAMPLES, "restore"));
    sections.put("observed", sample(SAMPLES, "observed"));
    sections.put("spring", sample(SPRING + LOBBY + "LobbyApplication.java", "spring"));
    sections.put("spring-output", fenced("", read(project.resolve(SPRING + OUTPUT))));
    sections.put("monitor", sample(SAMPLES, "monitor"));
    sections.put("conformance", sample(CONFORMANCE, "conformance"));
    sections.put("adapter", sample(CONFORMANCE, "adapter"));
    sections.put("proof", table);
    return sections;
  }

  private Path picture() {
    return project.resolve(PICTURE);
  }

  /** The picture of the call that the README shows. */
  private static String call() {
    return CallPicture.svg(
        CallSimulation.classics().stream()
            .map(each -> CallSimulation.play(each, EngineChoice.COMPILED.supplier()))
            .toList());
  }

  /** What is not as it must be, in words with the cure. */
  List<String> differences(String table) {
    MarkedText readme = new MarkedText("README.md", read(file));
    List<String> differences = new ArrayList<>();
    expected(table)
        .forEach(
            (name, text) -> {
              if (!readme.section(name).equals(text)) {
                differences.add("the README's section " + name + " is out of date; run: " + CURE);
              }
            });
    if (!Files.exists(picture()) || !read(picture()).equals(call())) {
      differences.add(PICTURE + " is out of date; run: " + CURE);
    }
    return differences;
  }

  /** Writes what differs; false if nothing does. */
  boolean write(String table) {
    if (differences(table).isEmpty()) {
      return false;
    }
    MarkedText readme = new MarkedText("README.md", read(file));
    for (Map.Entry<String, String> section : expected(table).entrySet()) {
      readme = readme.with(section.getKey(), section.getValue());
    }
    Shell.write(file, readme.text());
    Shell.write(picture(), call());
    return true;
  }

  private static String fenced(String language, String text) {
    return "```" + language + "\n" + text.strip() + "\n```";
  }

  private static String withoutComments(String mermaid) {
    return String.join(
        "\n", mermaid.lines().filter(line -> !line.strip().startsWith("%%")).toList());
  }

  /** The lines between {@code // region name} and {@code // endregion}, moved to the left. */
  private String sample(String source, String name) {
    String text = read(project.resolve(source));
    String begin = "// region " + name + "\n";
    int from = text.indexOf(begin);
    int to = text.indexOf("// endregion", Math.max(from, 0));
    if (from < 0 || to < 0) {
      throw new Refusal(source + " has no complete region " + name, "");
    }
    String body = text.substring(from + begin.length(), to);
    return fenced("java", body.stripTrailing().stripIndent());
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }
}
