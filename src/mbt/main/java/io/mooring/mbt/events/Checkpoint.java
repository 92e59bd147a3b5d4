package io.mooring.mbt.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.trace.StateJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How far a validation has come.
 *
 * @param inputs what its result depends on besides the traces: a digest or text of each, by what it
 *     is
 * @param sources what was read of the sources, of which the last one may have more
 * @param used whether that one has a line that was judged
 * @param report what was found
 * @param states the sets of states that some traces may be in
 * @param traces for each trace that has not ended the number of its set; none if it is over
 */
record Checkpoint(
    Map<String, String> inputs,
    List<Source> sources,
    boolean used,
    EventReport report,
    List<List<TlaState>> states,
    Map<String, OptionalInt> traces) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int OVER = -1;

  /**
   * What was read of a source.
   *
   * @param bytes how many bytes of its content
   * @param lines how many lines
   * @param checksum of these bytes
   */
  record Source(long bytes, long lines, long checksum) {}

  /** What an input of another validation is that has another value there; empty if none has. */
  String difference(Map<String, String> others) {
    return others.entrySet().stream()
        .filter(each -> !each.getValue().equals(inputs.get(each.getKey())))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  String text() {
    ObjectNode root = JSON.createObjectNode();
    root.set("inputs", JSON.valueToTree(inputs));
    root.set("sources", JSON.valueToTree(sources));
    root.put("used", used);
    root.set("report", JSON.valueToTree(report));
    ArrayNode sets = root.putArray("states");
    for (List<TlaState> set : states) {
      ArrayNode array = sets.addArray();
      set.forEach(state -> array.add(StateJson.write(state)));
    }
    ObjectNode numbers = root.putObject("traces");
    traces.forEach((session, number) -> numbers.put(session, number.orElse(OVER)));
    return root + "\n";
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException if it is no checkpoint
   */
  static Checkpoint of(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      Map<String, String> inputs = new LinkedHashMap<>();
      root.required("inputs")
          .properties()
          .forEach(each -> inputs.put(each.getKey(), each.getValue().asText()));
      List<List<TlaState>> states = new ArrayList<>();
      for (JsonNode set : root.required("states")) {
        List<TlaState> all = new ArrayList<>();
        set.forEach(state -> all.add(StateJson.read(state)));
        states.add(all);
      }
      Map<String, OptionalInt> traces = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> each : root.required("traces").properties()) {
        int number = each.getValue().asInt(states.size());
        if (number >= states.size()) {
          throw new IllegalArgumentException(each.toString());
        }
        traces.put(each.getKey(), number == OVER ? OptionalInt.empty() : OptionalInt.of(number));
      }
      Source[] sources = JSON.treeToValue(root.required("sources"), Source[].class);
      EventReport report = JSON.treeToValue(root.required("report"), EventReport.class);
      return new Checkpoint(
          inputs, List.of(sources), root.path("used").asBoolean(), report, states, traces);
    } catch (JsonProcessingException | RuntimeException wrong) {
      throw new IllegalArgumentException("is no checkpoint", wrong);
    }
  }
}
