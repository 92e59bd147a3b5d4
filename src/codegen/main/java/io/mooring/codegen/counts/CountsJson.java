package io.mooring.codegen.counts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.codegen.model.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts as JSON; {@code mooring-counts.schema.json} describes each field. The same counts give the
 * same text, and what is written is read as it was.
 */
public final class CountsJson {

  /** The version of the form. */
  static final int VERSION = 1;

  /** The names of the lists, by the number of events in what they count. */
  private static final List<String> LISTS = List.of("rows", "edges", "pairs");

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CountsJson() {}

  /** The text of a file: each entry is a line of its own. */
  public static String write(CoverageCounts counts) {
    ObjectNode tree = tree(counts);
    StringJoiner text = new StringJoiner(",\n", "{\n", "\n}\n");
    tree.properties()
        .forEach(each -> text.add(json(each.getKey()) + ": " + lines(each.getValue(), "")));
    return text.toString();
  }

  private static String lines(JsonNode node, String indent) {
    if (node.isObject()) {
      StringJoiner members = new StringJoiner(",\n", "{\n", "\n}");
      node.properties()
          .forEach(
              each ->
                  members.add("  " + json(each.getKey()) + ": " + lines(each.getValue(), "  ")));
      return members.toString();
    }
    if (!node.isArray() || node.isEmpty()) {
      return json(node);
    }
    StringJoiner elements = new StringJoiner(",\n", "[\n", "\n" + indent + "]");
    node.forEach(each -> elements.add(indent + "  " + json(each)));
    return elements.toString();
  }

  /** The same as a tree. */
  public static ObjectNode tree(CoverageCounts counts) {
    ObjectNode node =
        JSON.objectNode()
            .put("formatVersion", VERSION)
            .put("machine", counts.machine())
            .put("fingerprint", counts.fingerprint())
            .put("source", counts.source());
    node.set("locations", MAPPER.valueToTree(counts.locations()));
    node.set("events", MAPPER.valueToTree(counts.events()));
    ObjectNode impossible = JSON.objectNode();
    for (int i = 0; i < LISTS.size(); i++) {
      ArrayNode entries = node.putArray(LISTS.get(i));
      counts
          .taken(i + 1)
          .forEach(each -> numbers(entries.addArray(), each.getKey()).add(each.getValue()));
      ArrayNode never = impossible.putArray(LISTS.get(i));
      counts.impossible(i + 1).forEach(each -> numbers(never.addArray(), each));
    }
    node.set("impossible", impossible);
    return node;
  }

  private static ArrayNode numbers(ArrayNode array, Passage passage) {
    passage.numbers().forEach(array::add);
    return array;
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException unlikely) {
      throw new IllegalStateException(unlikely);
    }
  }

  /**
   * Reads counts.
   *
   * @throws ModelException if the text does not have the form, with what is wrong
   */
  public static CoverageCounts read(String text) throws ModelException {
    JsonNode root;
    try {
      root = MAPPER.readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new ModelException("it is no JSON: " + malformed.getOriginalMessage(), malformed);
    }
    JsonNode version = root.path("formatVersion");
    if (!root.isObject() || !root.has("fingerprint") || version.isMissingNode()) {
      throw new ModelException(
          "it has no counts: these have a \"formatVersion\" and a \"fingerprint\"");
    }
    if (!version.isInt() || version.intValue() != VERSION) {
      throw new ModelException(
          "its \"formatVersion\" is " + version + ", and " + VERSION + " can be read");
    }
    List<String> locations = names(root, "locations");
    List<String> events = names(root, "events");
    SortedMap<Passage, Long> taken = new TreeMap<>();
    SortedSet<Passage> impossible = new TreeSet<>();
    for (int i = 0; i < LISTS.size(); i++) {
      String name = LISTS.get(i);
      for (JsonNode entry : list(root, name)) {
        JsonNode count = entry.path(entry.size() - 1);
        if (!count.isIntegralNumber()
            || !count.canConvertToLong()
            || count.longValue() < 0
            || count.longValue() > CoverageCounts.MOST) {
          throw wrong(name, entry, "its last number is no count");
        }
        Passage passage = passage(name, entry, i + 1, entry.size() - 1, locations, events);
        if (count.longValue() > 0) {
          taken.merge(passage, count.longValue(), CoverageCounts::sum);
        }
      }
      for (JsonNode entry : list(root.path("impossible"), name)) {
        impossible.add(
            passage("impossible." + name, entry, i + 1, entry.size(), locations, events));
      }
    }
    return new CoverageCounts(
        text(root, "machine"),
        text(root, "fingerprint"),
        root.has("source") ? text(root, "source") : "",
        locations,
        events,
        taken,
        impossible);
  }

  private static Passage passage(
      String list,
      JsonNode entry,
      int length,
      int numbers,
      List<String> locations,
      List<String> events)
      throws ModelException {
    if (!entry.isArray() || numbers != length + 1) {
      throw wrong(list, entry, "it needs a location and " + length + " of the events");
    }
    List<Integer> passed = new ArrayList<>();
    for (int i = 0; i < numbers; i++) {
      if (!entry.path(i).isInt()) {
        throw wrong(list, entry, "it has " + entry.path(i) + " in the place of an index");
      }
      passed.add(entry.path(i).intValue());
    }
    Passage passage = new Passage(passed.get(0), passed.subList(1, passed.size()));
    List<String> problems = CoverageCounts.problems(passage, locations, events);
    if (!problems.isEmpty()) {
      throw wrong(list, entry, problems.get(0));
    }
    return passage;
  }

  private static ModelException wrong(String list, JsonNode entry, String problem) {
    String text = entry.toString();
    return new ModelException(
        "its \""
            + list
            + "\" have "
            + (text.length() > 60 ? text.substring(0, 60) + "..." : text)
            + ": "
            + problem);
  }

  private static JsonNode list(JsonNode parent, String name) throws ModelException {
    JsonNode list = parent.path(name);
    if (!list.isArray() && !list.isMissingNode()) {
      throw new ModelException("its \"" + name + "\" are no list");
    }
    return list;
  }

  private static List<String> names(JsonNode root, String name) throws ModelException {
    List<String> names = new ArrayList<>();
    for (JsonNode each : list(root, name)) {
      if (!each.isTextual()) {
        throw new ModelException("its \"" + name + "\" have " + each + ", which is no name");
      }
      names.add(each.textValue());
    }
    if (names.isEmpty() || !CoverageCounts.twice(names).isEmpty()) {
      throw new ModelException(
          "its \""
              + name
              + "\" "
              + (names.isEmpty()
                  ? "are missing"
                  : "have twice " + String.join(", ", CoverageCounts.twice(names))));
    }
    return names;
  }

  private static String text(JsonNode root, String name) throws ModelException {
    if (!root.path(name).isTextual()) {
      throw new ModelException("its \"" + name + "\" is no text");
    }
    return root.path(name).textValue();
  }
}
