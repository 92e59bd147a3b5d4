package io.mooring.room.harness.trace;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.mooring.mbt.trace.TraceFormatException;
import io.mooring.room.monitor.Verdict;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the value of one member of an entry, at which the parser is. */
final class MemberValues {

  private static final double NANOS_PER_MILLI = 1e6;

  /** Between any two times within it there is a difference that is a number of nanoseconds. */
  private static final double MOST_NANOS = 4.6e18;

  static final Map<String, Event> EVENTS = words(Event.values(), Event::action);
  static final Map<String, Effect> EFFECTS = words(Effect.values(), Effect::value);
  static final Map<String, Outcome> OUTCOMES = words(Outcome.values(), Outcome::value);
  static final Map<String, Location> LOCATIONS = words(Location.values(), Enum::name);
  static final Map<String, ReturnCode> CODES = words(ReturnCode.values(), Enum::name);
  static final Map<String, Integer> STATES =
      Arrays.stream(ConnectionState.values()).collect(toMap(Enum::name, ConnectionState::code));
  static final Map<String, Integer> REASONS =
      Arrays.stream(ConnectionReason.values()).collect(toMap(Enum::name, ConnectionReason::code));

  private MemberValues() {}

  private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).collect(toMap(word, each -> each));
  }

  /** Milliseconds as a number, or an instant as text. */
  static long time(JsonParser parser) throws IOException, TraceFormatException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return nanos("time", number("time", parser) * NANOS_PER_MILLI);
    }
    String text = parser.getText();
    try {
      Instant instant = Instant.parse(text);
      return Math.addExact(
          Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    } catch (DateTimeParseException | ArithmeticException noInstant) {
      throw new TraceFormatException(
          "has the time \""
              + text
              + "\": it is a number of milliseconds, or like"
              + " \"2026-01-31T12:00:00.250Z\"");
    }
  }

  static long nanos(String name, double nanos) throws TraceFormatException {
    if (Math.abs(nanos) > MOST_NANOS) {
      throw new TraceFormatException(
          "has a "
              + name
              + " that is too far away: time is in milliseconds, and nanos in nanoseconds");
    }
    return (long) nanos;
  }

  static double number(String name, JsonParser parser) throws IOException, TraceFormatException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return parser.getDoubleValue();
    }
    if (token == JsonToken.START_OBJECT && "#bigint".equals(parser.nextFieldName())) {
      String digits = parser.nextTextValue();
      if (digits != null && digits.matches("-?\\d{1,18}") && parser.nextToken() != null) {
        return Double.parseDouble(digits);
      }
    }
    throw new TraceFormatException("has a " + name + " that is no number");
  }

  static String text(String name, JsonParser parser) throws IOException, TraceFormatException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getText();
    }
    if (token == JsonToken.START_OBJECT) {
      return Long.toString((long) number(name, parser));
    }
    throw new TraceFormatException("has a " + name + " that is neither a string nor an integer");
  }

  /** A code, or its name. */
  static int code(String name, JsonParser parser, Map<String, Integer> names)
      throws IOException, TraceFormatException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return word(name, parser, names);
    }
    double number = number(name, parser);
    if (number != (int) number) {
      throw new TraceFormatException("has a " + name + " that is no code: " + number);
    }
    return (int) number;
  }

  static <T> T word(String name, JsonParser parser, Map<String, T> words)
      throws IOException, TraceFormatException {
    T known = parser.currentToken() == JsonToken.VALUE_STRING ? words.get(parser.getText()) : null;
    if (known == null) {
      throw new TraceFormatException(
          "has the "
              + name
              + " "
              + parser.getText()
              + ", which the specification does not know; it knows "
              + words.keySet().stream().sorted().collect(joining(", ")));
    }
    return known;
  }

  static List<Notification> told(JsonParser parser) throws IOException, TraceFormatException {
    List<Notification> told = new ArrayList<>(1);
    begin("told", parser);
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      Integer state = null;
      Integer reason = null;
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        switch (name) {
          case "state" -> state = code(name, parser, STATES);
          case "reason" -> reason = code(name, parser, REASONS);
          default -> parser.skipChildren();
        }
      }
      if (state == null || reason == null) {
        throw new TraceFormatException("tells something without a state or a reason");
      }
      Optional<Notification> known = CallbackAutomaton.notification(state, reason);
      if (known.isEmpty()) {
        throw new TraceFormatException("tells " + new Verdict.Unknown(state, reason).explanation());
      }
      told.add(known.get());
    }
    return told;
  }

  static List<Effect> effects(JsonParser parser) throws IOException, TraceFormatException {
    List<Effect> effects = new ArrayList<>(5);
    begin("effects", parser);
    while (parser.nextToken() == JsonToken.VALUE_STRING) {
      effects.add(word("effect", parser, EFFECTS));
    }
    return effects;
  }

  static void begin(String name, JsonParser parser) throws TraceFormatException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new TraceFormatException("has " + name + " that are no array");
    }
  }
}
