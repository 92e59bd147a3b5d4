package io.mooring.flink.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The results of a job, as a user reads them. */
final class Results {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Results() {}

  /** All objects of a stream in the finished files of a folder. */
  static List<JsonNode> of(Path folder, String stream) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    Path files = folder.resolve(stream);
    if (!Files.isDirectory(files)) {
      return all;
    }
    try (Stream<Path> found = Files.list(files)) {
      for (Path file :
          found.filter(each -> !each.getFileName().toString().startsWith(".")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          all.add(JSON.readTree(line));
        }
      }
    }
    return all;
  }

  /** The decision on each session. Fails if there are two on one. */
  static Map<String, String> decisions(List<JsonNode> verdicts) {
    Map<String, String> decisions = new TreeMap<>();
    for (JsonNode each : verdicts) {
      String before = decisions.put(each.path("session").asText(), each.path("decision").asText());
      if (before != null) {
        throw new AssertionError("two verdicts: " + each);
      }
    }
    return decisions;
  }
}
