package io.mooring.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Trace;
import io.mooring.checker.trace.ItfWriter;
import io.mooring.checker.trace.StoredTrace;
import io.mooring.codegen.atlas.Enclosed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What happened to the contract, for its page: the counterexamples of the mutants of the fast
 * manifest, and the sample traces.
 *
 * <p>The counterexamples stand in a file, a trace in the Informal Trace Format a line, so that no
 * checker runs when the page is made or compared. A test of this module finds them again.
 */
final class Counterexamples {

  /** The file with the counterexamples. */
  static final String FILE = "generated/docs/measured/counterexamples.ndjson";

  private static final String TRACES = "src/harness/test/traces";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Counterexamples() {}

  /** What the page of the contract has. */
  static List<Enclosed.Listed> walks(Path project) {
    try {
      List<Enclosed.Listed> walks = new ArrayList<>();
      for (String line : Files.readAllLines(project.resolve(FILE))) {
        JsonNode trace = JSON.readTree(line);
        walks.add(
            listed(
                trace.path("name").asText(), line, "violates " + trace.path("violates").asText()));
      }
      try (Stream<Path> traces = Files.list(project.resolve(TRACES))) {
        for (Path file : traces.sorted().toList()) {
          walks.add(listed(String.valueOf(file.getFileName()), Files.readString(file), ""));
        }
      }
      return walks;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Enclosed.Listed listed(String name, String text, String about) {
    return new Enclosed.Listed(new Enclosed.Walk(name, text), about);
  }

  /** Finds them, a line each: of every fast mutant that is checked as the contract is. */
  static List<String> find(Path project, Tlc tlc) throws TlcException, IOException {
    Path spec = project.resolve("spec");
    List<String> lines = new ArrayList<>();
    for (JsonNode model : JSON.readTree(spec.resolve("manifest.json").toFile()).path("models")) {
      Path config = spec.resolve(model.path("config").asText());
      if (model.path("fast").asBoolean()
          && model.has("violates")
          && config.equals(project.resolve(Repository.CONFIG))) {
        Path module = spec.resolve(model.path("module").asText());
        Map<String, String> substitute = new TreeMap<>();
        model
            .path("substitute")
            .properties()
            .forEach(each -> substitute.put(each.getKey(), each.getValue().asText()));
        CheckRequest request = CheckRequest.of(module, config).substituting(substitute);
        Trace trace = tlc.check(request, CheckProgress.NONE).trace().orElseThrow();
        lines.add(line(model.path("name").asText(), model.path("violates").asText(), trace));
      }
    }
    return lines;
  }

  private static String line(String name, String violates, Trace trace) throws IOException {
    JsonNode itf = JSON.readTree(ItfWriter.text(new StoredTrace(trace, "", "", "", "")));
    ObjectNode line = JSON.createObjectNode().put("name", name).put("violates", violates);
    ArrayNode states = line.putArray("states");
    for (JsonNode state : itf.path("states")) {
      ObjectNode small = (ObjectNode) plain(state);
      small.putObject("#meta").put("action", state.path("#meta").path("action").asText());
      states.add(small);
    }
    if (itf.has("loop")) {
      line.set("loop", itf.get("loop"));
    }
    return JSON.writeValueAsString(line);
  }

  /** Numbers as JSON has them, which the format allows for those that are small. */
  private static JsonNode plain(JsonNode value) {
    if (value.has("#bigint")) {
      return JSON.getNodeFactory().numberNode(Integer.parseInt(value.get("#bigint").asText()));
    }
    if (value instanceof ObjectNode object) {
      ObjectNode plain = JSON.createObjectNode();
      object.properties().forEach(each -> plain.set(each.getKey(), plain(each.getValue())));
      return plain;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode plain = JSON.createArrayNode();
      array.forEach(each -> plain.add(plain(each)));
      return plain;
    }
    return value;
  }
}
