package io.mooring.mbt.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What lines mean, remembered for those that are alike. */
final class Meanings {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int MOST_LINES = 50_000;
  private static final int LONGEST_LINE = 2_000;

  private final TraceMap map;
  private final EventReader reader;
  private final Tally tally;
  private final Set<String> members;
  private final List<JsonPointer> pointers;
  private final Map<ByteBuffer, Meant> lines = new HashMap<>();
  private final Map<List<JsonNode>, Event> events = new HashMap<>();

  /** What a line means: an event of a session; none for a line that is ignored. */
  record Meant(Optional<Event> event, String session) {}

  /**
   * Meanings by a map.
   *
   * @param tally counts the members that nothing names
   */
  Meanings(TraceMap map, EventReader reader, Tally tally) {
    this.map = map;
    this.reader = reader;
    this.tally = tally;
    this.members = map.members();
    this.pointers = pointers(map);
  }

  /** All places whose content makes a difference. */
  private static List<JsonPointer> pointers(TraceMap map) {
    List<JsonPointer> all =
        new ArrayList<>(map.fields().values().stream().map(TraceMap.Field::at).toList());
    all.add(map.action());
    List<TraceMap.Meaning> meanings = new ArrayList<>(List.of(map.meaning()));
    map.actions().values().forEach(each -> each.ifPresent(meanings::add));
    for (TraceMap.Meaning each : meanings) {
      each.arguments().all().ifPresent(all::add);
      each.state().all().ifPresent(all::add);
    }
    return all.stream().distinct().toList();
  }

  /**
   * The meaning of a line.
   *
   * @throws IllegalArgumentException if it has none, in words that follow the line
   */
  Meant of(ByteBuffer line) {
    Meant known = lines.get(line);
    if (known != null) {
      return known;
    }
    Meant meant = read(line);
    if (line.remaining() <= LONGEST_LINE) {
      if (lines.size() >= MOST_LINES) {
        lines.clear();
      }
      byte[] copy = new byte[line.remaining()];
      line.duplicate().get(copy);
      lines.put(ByteBuffer.wrap(copy), meant);
    }
    return meant;
  }

  private Meant read(ByteBuffer line) {
    JsonNode node;
    try {
      node = JSON.readTree(line.array(), line.arrayOffset() + line.position(), line.remaining());
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("is no JSON: " + EventReading.EXPECTED, notJson);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    if (!node.isObject()) {
      throw new IllegalArgumentException("is no JSON object: " + EventReading.EXPECTED);
    }
    String session = map.session().map(at -> EventReader.text(node, at)).orElse("");
    if (map.session().isPresent() && session.isEmpty() && isJudged(node)) {
      throw new IllegalArgumentException("has no session at " + map.session().get());
    }
    Optional<TraceMap.Meaning> meaning =
        isJudged(node)
            ? map.actions()
                .getOrDefault(EventReader.text(node, map.action()), Optional.of(map.meaning()))
            : Optional.empty();
    if (meaning.isEmpty()) {
      return new Meant(Optional.empty(), session);
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!members.contains(name)) {
                tally.unnamed(name);
              }
            });
    List<JsonNode> key = pointers.stream().map(node::at).toList();
    Event event = events.get(key);
    if (event == null) {
      event = reader.event(node, meaning.get());
      if (events.size() >= MOST_LINES) {
        events.clear();
      }
      events.put(key, event);
    }
    return new Meant(Optional.of(event), session);
  }

  private boolean isJudged(JsonNode node) {
    return has(node, map.only()) && map.ignored().stream().noneMatch(each -> has(node, each));
  }

  private static boolean has(JsonNode node, Map<JsonPointer, JsonNode> members) {
    return members.entrySet().stream()
        .allMatch(each -> node.at(each.getKey()).equals(each.getValue()));
  }
}
