package io.mooring.codegen.atlas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.checker.report.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The lines of a recorded trace up to one of them, as steps: each JSON object with its members, of
 * which those that differ from the line before are what changes.
 */
final class TraceLines {

  /** Lines that are shown at most, the last ones. */
  static final int MOST = 200;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NAMES = List.of("action", "event", "state", "reason");
  private static final List<String> PARTS = List.of("args", "state");

  private TraceLines() {}

  /**
   * A line as a step.
   *
   * @param name what it is called, with its number
   * @param changed the members that differ from the line before, as JSON; empty for one that is
   *     there no more
   */
  record Step(String name, SortedMap<String, String> changed) {}

  /** A line with its number. */
  private record Line(int number, JsonNode object) {

    Optional<String> session() {
      return Optional.ofNullable(object.get("session")).map(JsonNode::toString);
    }

    /** What it is called: its action, or the words of a callback. */
    String name() {
      if (object.path("action").isTextual()) {
        return object.path("action").asText();
      }
      return String.join(
          ", ",
          NAMES.stream()
              .map(object::path)
              .filter(JsonNode::isTextual)
              .map(JsonNode::asText)
              .toList());
    }

    /** Its members by their names; those of the arguments and of the state one by one. */
    Map<String, String> members() {
      Map<String, String> members = new TreeMap<>();
      object
          .properties()
          .forEach(
              each -> {
                if (PARTS.contains(each.getKey()) && each.getValue().isObject()) {
                  each.getValue()
                      .properties()
                      .forEach(
                          part ->
                              members.put(
                                  each.getKey() + "." + part.getKey(), part.getValue().toString()));
                } else {
                  members.put(each.getKey(), each.getValue().toString());
                }
              });
      return members;
    }
  }

  /**
   * The steps of the lines up to one, of its session alone if it names one; none if the file is not
   * there, is compressed or has no such line.
   */
  static List<Step> upTo(Path root, Place place) {
    Deque<Line> lines = new ArrayDeque<>();
    try {
      Path file = root.resolve(place.file());
      if (place.line() == 0 || !Files.isRegularFile(file)) {
        return List.of();
      }
      Optional<String> session = session(file, place.line());
      read(
          file,
          place.line(),
          line -> {
            if (session.isEmpty() || line.session().equals(session)) {
              lines.add(line);
            }
            if (lines.size() > MOST) {
              lines.removeFirst();
            }
          });
    } catch (IOException | UncheckedIOException unreadable) {
      return List.of();
    }
    boolean whole = !lines.isEmpty() && lines.getLast().number() == place.line();
    return whole ? steps(lines) : List.of();
  }

  private static Optional<String> session(Path file, int number) throws IOException {
    List<Line> found = new ArrayList<>();
    read(
        file,
        number,
        line -> {
          if (line.number() == number) {
            found.add(line);
          }
        });
    return found.stream().findFirst().flatMap(Line::session);
  }

  private interface Reader {
    void line(Line line);
  }

  private static void read(Path file, int last, Reader reader) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (int number = 1; number <= last; number++) {
        String text = in.readLine();
        if (text == null) {
          return;
        }
        try {
          JsonNode object = JSON.readTree(text);
          if (object != null && object.isObject()) {
            reader.line(new Line(number, object));
          }
        } catch (JsonProcessingException notJson) {
          // It was reported as a line that cannot be read.
        }
      }
    }
  }

  private static List<Step> steps(Iterable<Line> lines) {
    List<Step> steps = new ArrayList<>();
    Map<String, String> before = Map.of();
    for (Line line : lines) {
      Map<String, String> members = line.members();
      SortedMap<String, String> changed = new TreeMap<>();
      before.keySet().forEach(name -> changed.put(name, ""));
      changed.putAll(members);
      changed.entrySet().removeAll(before.entrySet());
      steps.add(new Step("line " + line.number() + ": " + line.name(), changed));
      before = members;
    }
    return steps;
  }
}
