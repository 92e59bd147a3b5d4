package io.mooring.mbt.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.mooring.codegen.model.Value;
import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Outputs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of a machine's traces: what a member may be called, and what it may have as value. */
final class TraceWords {

  /** The members that mean the same for every machine. */
  static final Set<String> RESERVED =
      Set.of(
          "time",
          "nanos",
          "session",
          "event",
          "from",
          "to",
          "outcome",
          "code",
          "notifications",
          "effects");

  private final Map<String, Integer> events = new LinkedHashMap<>();
  private final Map<String, Integer> locations = new LinkedHashMap<>();
  private final Map<String, Map<Object, Constant>> fields = new LinkedHashMap<>();
  private final Map<Object, Constant> codes = new LinkedHashMap<>();
  private final Map<Object, Constant> effects = new LinkedHashMap<>();
  private final Set<String> outcomes = new LinkedHashSet<>();

  /**
   * The words of a machine.
   *
   * @throws IllegalArgumentException if a notification has a field with a name that means something
   *     else in a trace
   */
  TraceWords(Machine machine) {
    for (MachineEvent event : machine.events()) {
      events.put(event.text(), machine.find(event));
    }
    machine.locations().forEach(each -> locations.put(each.name(), machine.find(each)));
    for (MachineStep step : machine.steps()) {
      Outputs outputs = step.outputs();
      outcomes.add(outputs.outcome());
      outputs.code().ifPresent(code -> learn(codes, code));
      outputs.effects().forEach(effect -> learn(effects, effect));
      outputs
          .notifications()
          .forEach(
              each ->
                  each.forEach(
                      (name, value) ->
                          learn(
                              fields.computeIfAbsent(name, key -> new LinkedHashMap<>()), value)));
    }
    for (String field : fields.keySet()) {
      if (RESERVED.contains(field)) {
        throw new IllegalArgumentException(
            "notifications of "
                + machine.name()
                + " have a field "
                + field
                + ", which means something else in a trace");
      }
      // A location may have values that no notification has.
      machine
          .locations()
          .forEach(
              each -> {
                Constant value = each.variables().get(field);
                if (value != null) {
                  learn(fields.getOrDefault(field, Map.of()), value);
                }
              });
    }
  }

  /** A constant is known by its name, and by its value. */
  private static void learn(Map<Object, Constant> words, Constant constant) {
    words.putIfAbsent(constant.name(), constant);
    words.putIfAbsent(plain(constant.value()), constant);
  }

  private static Object plain(Value value) {
    if (value instanceof Value.Bool bool) {
      return bool.value();
    }
    return value instanceof Value.Int number ? (Object) number.value() : value.word();
  }

  /** The fields of a notification, in the order of the machine. */
  Set<String> fields() {
    return fields.keySet();
  }

  /** What is expected on a line, in words that end a message. */
  String expected() {
    StringBuilder example = new StringBuilder("{\"time\":0,\"session\":\"a\"");
    fields.forEach(
        (name, words) -> {
          Object first = words.keySet().iterator().next();
          example.append(",\"").append(name).append("\":");
          boolean word = words.values().iterator().next().value() instanceof Value.Bool;
          example.append(
              word ? String.valueOf(first).toLowerCase(Locale.ROOT) : "\"" + first + "\"");
        });
    return "expected a JSON object on each line, like " + example + "}, in UTF-8";
  }

  Constant field(String name, JsonParser parser) throws IOException, TraceFormatException {
    return constant(name, parser, fields.getOrDefault(name, Map.of()));
  }

  Constant code(JsonParser parser) throws IOException, TraceFormatException {
    return constant("code", parser, codes);
  }

  List<Constant> effects(JsonParser parser) throws IOException, TraceFormatException {
    List<Constant> all = new ArrayList<>();
    array("effects", parser);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      all.add(constant("effect", parser, effects));
    }
    return all;
  }

  List<Map<String, Constant>> notifications(JsonParser parser)
      throws IOException, TraceFormatException {
    List<Map<String, Constant>> all = new ArrayList<>();
    array("notifications", parser);
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      Map<String, Constant> values = new LinkedHashMap<>();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        if (fields.containsKey(name)) {
          values.put(name, field(name, parser));
        } else {
          parser.skipChildren();
        }
      }
      all.add(whole(values));
    }
    return all;
  }

  /** The values in the order of the machine's fields. */
  Map<String, Constant> whole(Map<String, Constant> values) throws TraceFormatException {
    Map<String, Constant> ordered = new LinkedHashMap<>();
    for (String name : fields.keySet()) {
      Constant value = values.get(name);
      if (value == null) {
        throw new TraceFormatException(
            "has a notification without "
                + name
                + ": a notification has "
                + String.join(", ", fields.keySet()));
      }
      ordered.put(name, value);
    }
    return ordered;
  }

  int event(JsonParser parser) throws IOException, TraceFormatException {
    return known("event", parser, events);
  }

  int location(String name, JsonParser parser) throws IOException, TraceFormatException {
    return known(name, parser, locations);
  }

  String outcome(JsonParser parser) throws IOException, TraceFormatException {
    String word = parser.getText();
    if (!outcomes.contains(word)) {
      throw unknown("outcome", word, outcomes);
    }
    return word;
  }

  private static int known(String name, JsonParser parser, Map<String, Integer> words)
      throws IOException, TraceFormatException {
    Integer known = words.get(parser.getText());
    if (known == null) {
      throw unknown(name, parser.getText(), words.keySet());
    }
    return known;
  }

  /** A constant by its name or its value; an integer may be one that the machine does not know. */
  private static Constant constant(String name, JsonParser parser, Map<Object, Constant> words)
      throws IOException, TraceFormatException {
    Object value =
        switch (parser.currentToken()) {
          case VALUE_TRUE -> true;
          case VALUE_FALSE -> false;
          case VALUE_NUMBER_INT -> parser.getIntValue();
          default -> parser.getText();
        };
    Constant known = words.get(value);
    if (known == null && value instanceof Integer number) {
      return Constant.of(new Value.Int(number));
    }
    if (known == null) {
      throw unknown(name, value, words.values().stream().map(Constant::name).distinct().toList());
    }
    return known;
  }

  private static TraceFormatException unknown(String name, Object word, Iterable<String> known) {
    return new TraceFormatException(
        "has the "
            + name
            + " "
            + word
            + ", which the specification does not know; it knows "
            + String.join(", ", known));
  }

  private static void array(String name, JsonParser parser) throws TraceFormatException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new TraceFormatException("has " + name + " that are no array");
    }
  }
}
