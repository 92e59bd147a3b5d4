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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of a machine's traces: what a member may be called, and what it may have as value. */
final class TraceWords {

  /** The members that mean the same for every machine. */
  private static final Set<String> RESERVED =
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
          "told",
          "effects",
          "stale",
          "repeated",
          "restored",
          "lostAtLeast",
          "lostAtMost");

  private final Machine machine;
  private final KnownWords<Integer> events = new KnownWords<>("event");
  private final KnownWords<Integer> locations = new KnownWords<>("location");
  private final KnownWords<String> outcomes = new KnownWords<>("outcome");
  private final KnownWords<Constant> codes = new KnownWords<>("code");
  private final KnownWords<Constant> effects = new KnownWords<>("effect");
  private final Set<Constant> constants = new HashSet<>();
  private final NotificationWords notifications;
  private final String expected;

  /**
   * The words of a machine.
   *
   * @throws IllegalArgumentException if a notification has a field with a name that means something
   *     else in a trace
   */
  TraceWords(Machine machine, NotificationAutomaton automaton, int begin) {
    this.machine = machine;
    for (MachineEvent event : machine.events()) {
      events.learn(event.text(), machine.find(event));
    }
    machine.locations().forEach(each -> locations.learn(each.name(), machine.find(each)));
    for (MachineStep step : machine.steps()) {
      Outputs outputs = step.outputs();
      outcomes.learn(outputs.outcome(), outputs.outcome());
      outputs.code().ifPresent(code -> codes.learn(code, code));
      outputs.effects().forEach(effect -> effects.learn(effect, effect));
      outputs.code().ifPresent(constants::add);
      constants.addAll(outputs.effects());
    }
    notifications = new NotificationWords(machine, automaton);
    for (String field : notifications.names()) {
      if (RESERVED.contains(field)) {
        throw new IllegalArgumentException(
            "notifications of "
                + machine.name()
                + " have a field "
                + field
                + ", which means something else in a trace");
      }
    }
    expected = expected(automaton, begin);
  }

  /** With a notification that may be the first as the example. */
  private static String expected(NotificationAutomaton automaton, int begin) {
    Map<String, Constant> example =
        automaton.notifications().stream()
            .filter(
                each ->
                    !automaton
                        .after(
                            automaton.at(begin), automaton.number(each), NotificationAutomaton.ANY)
                        .isEmpty())
            .findFirst()
            .orElse(automaton.notifications().get(0));
    return "expected a JSON object on each line, like {\"time\":0,\"session\":\"a\","
        + example.entrySet().stream()
            .map(each -> "\"" + each.getKey() + "\":" + json(each.getValue().value()))
            .collect(Collectors.joining(","))
        + "}, in UTF-8";
  }

  private static String json(Value value) {
    if (value instanceof Value.Bool bool) {
      return String.valueOf(bool.value());
    }
    return value instanceof Value.Int ? value.word() : "\"" + value.word() + "\"";
  }

  /** What is expected on a line, in words that end a message. */
  String expected() {
    return expected;
  }

  /** The fields of notifications. */
  NotificationWords notifications() {
    return notifications;
  }

  int event(JsonParser parser) throws IOException, TraceFormatException {
    return events.known(parser);
  }

  int location(JsonParser parser) throws IOException, TraceFormatException {
    return locations.known(parser);
  }

  String outcome(JsonParser parser) throws IOException, TraceFormatException {
    return outcomes.known(parser);
  }

  /** Whether recorded steps have a code. */
  boolean hasCodes() {
    return !codes.isEmpty();
  }

  Constant code(JsonParser parser) throws IOException, TraceFormatException {
    Constant common = codes.common(parser);
    if (common != null) {
      return common;
    }
    Object word = codes.word(parser);
    Constant known = codes.coded(word);
    if (known == null) {
      throw codes.unknown(word);
    }
    return known;
  }

  List<Constant> effects(JsonParser parser) throws IOException, TraceFormatException {
    List<Constant> all = new ArrayList<>(4);
    MemberValues.array("effects", parser);
    while (parser.nextToken() == JsonToken.VALUE_STRING) {
      all.add(effects.known(parser));
    }
    return all;
  }

  List<Map<String, Constant>> notifications(String member, JsonParser parser)
      throws IOException, TraceFormatException {
    List<Map<String, Constant>> all = new ArrayList<>(1);
    MemberValues.array(member, parser);
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      NotificationWords.@Nullable Field[] values =
          new NotificationWords.Field[notifications.names().size()];
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        int field = notifications.number(name);
        if (field >= 0) {
          values[field] = notifications.read(field, parser);
        } else {
          parser.skipChildren();
        }
      }
      if (!NotificationWords.isWhole(values)) {
        throw new TraceFormatException("tells something with " + notifications.missing(values));
      }
      TraceNotification told = notifications.of(values);
      if (!told.unknown().isEmpty()) {
        throw new TraceFormatException("tells " + told.unknownText());
      }
      all.add(told.fields());
    }
    return all;
  }

  /**
   * Rejects outputs with a value that the machine does not know.
   *
   * @throws IllegalArgumentException if there is one
   */
  void requireKnown(Outputs outputs) {
    outputs.code().ifPresent(code -> requireKnown(code, "code"));
    outputs.effects().forEach(effect -> requireKnown(effect, "effect"));
  }

  private void requireKnown(Constant constant, String what) {
    if (!constants.contains(constant)) {
      throw new IllegalArgumentException(
          constant.value() + " is no " + what + " of " + machine.name());
    }
  }
}
