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

  private static final String SAMPLE = "src/cli/test/java/io/mooring/room/cli/Snippets.java";
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
    String samples = read(project.resolve(SAMPLE));
    sections.put("sample", fenced("java", region(samples, "readme")));
    sections.put("commands", fenced("java", region(samples, "commands")));
    sections.put("restore", fenced("java", region(samples, "restore")));
    sections.put("observed", fenced("java", region(samples, "observed")));
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
  static String region(String source, String name) {
    String begin = "// region " + name;
    int from = source.indexOf(begin);
    int to = source.indexOf("// endregion", Math.max(from, 0));
    if (from < 0 || to < 0) {
      throw new Refusal(SAMPLE + " has no complete region " + name, "");
    }
    String body = source.substring(from + begin.length() + 1, to);
    return body.stripTrailing().stripIndent();
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }
}
