package io.mooring.room.testkit.trace;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a trace from one JSON object. Not for use by several threads. */
final class EntryParser {

  private static final double NANOS_PER_MILLI = 1e6;

  private static final Map<String, Event> EVENTS = words(Event.values(), Event::action);
  private static final Map<String, Effect> EFFECTS = words(Effect.values(), Effect::value);
  private static final Map<String, Outcome> OUTCOMES = words(Outcome.values(), Outcome::value);
  private static final Map<String, Location> LOCATIONS = words(Location.values(), Enum::name);
  private static final Map<String, ReturnCode> CODES = words(ReturnCode.values(), Enum::name);
  private static final Map<String, Integer> STATES =
      Arrays.stream(ConnectionState.values()).collect(toMap(Enum::name, ConnectionState::code));
  private static final Map<String, Integer> REASONS =
      Arrays.stream(ConnectionReason.values()).collect(toMap(Enum::name, ConnectionReason::code));

  private final JsonFactory json = new JsonFactory();

  /** Is fed one line after the other: to make a parser costs more than to read a line. */
  private JsonParser lines;

  private ByteArrayFeeder feeder;

  // The members of the object that is being read.
  private String session = "";
  private long time;
  private @Nullable Integer state;
  private @Nullable Integer reason;
  private @Nullable Event event;
  private @Nullable Location from;
  private @Nullable Location to;
  private @Nullable Outcome outcome;
  private @Nullable ReturnCode code;
  private @Nullable List<Notification> told;
  private @Nullable List<Effect> effects;
  private boolean stale;
  private @Nullable Location restored;
  private double lostAtLeast;
  private double lostAtMost;

  /** A parser that has read nothing yet. */
  EntryParser() {
    begin();
  }

  private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).collect(toMap(word, each -> each));
  }

  /**
   * Reads a line.
   *
   * @return what it says; empty if that is nothing that a specification could object to
   * @throws TraceFormatException if it is no entry of a trace
   */
  Optional<TraceEntry> line(byte[] bytes, int offset, int length) throws TraceFormatException {
    boolean read = false;
    try {
      feeder.feedInput(bytes, offset, offset + length);
      if (lines.nextToken() != JsonToken.START_OBJECT) {
        throw new TraceFormatException("is no JSON object");
      }
      Optional<TraceEntry> entry = object(lines);
      if (lines.nextToken() != JsonToken.NOT_AVAILABLE) {
        throw new TraceFormatException("has more than one JSON object");
      }
      read = true;
      return entry;
    } catch (JsonProcessingException notJson) {
      throw new TraceFormatException("is not JSON: " + notJson.getOriginalMessage());
    } catch (IOException impossible) {
      throw new IllegalStateException("A line in memory could not be read", impossible);
    } finally {
      if (!read) {
        begin();
      }
    }
  }

  /** Begins anew, with the next line. */
  private void begin() {
    try {
      lines = json.createNonBlockingByteArrayParser();
    } catch (IOException impossible) {
      throw new IllegalStateException("A parser without input could not be made", impossible);
    }
    feeder = (ByteArrayFeeder) lines.getNonBlockingInputFeeder();
  }

  /**
   * Reads the states of a trace in the Informal Trace Format.
   *
   * @throws TraceFormatException if it is none
   */
  List<TraceEntry> states(InputStream input) throws IOException, TraceFormatException {
    List<TraceEntry> states = new ArrayList<>();
    try (JsonParser parser = json.createParser(input)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new TraceFormatException("the file is no JSON object");
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        if (!name.equals("states")) {
          parser.skipChildren();
          continue;
        }
        begin("states", parser);
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          object(parser).ifPresent(states::add);
        }
      }
      return states;
    } catch (JsonProcessingException notJson) {
      throw new TraceFormatException("the file is not JSON: " + notJson.getOriginalMessage());
    } catch (TraceFormatException wrong) {
      throw new TraceFormatException("state " + (states.size() + 1) + " " + wrong.getMessage());
    }
  }

  /** Reads the object at whose beginning the parser is. */
  Optional<TraceEntry> object(JsonParser parser) throws IOException, TraceFormatException {
    clear();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (parser.nextToken() != JsonToken.NOT_AVAILABLE) {
        member(name, parser);
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT) {
      throw new TraceFormatException("ends in the middle");
    }
    if (from != null) {
      return Optional.of(recorded());
    }
    if (restored != null) {
      return Optional.of(
          new TraceEntry.Restored(
              "", time, epoch(), restored, (long) lostAtLeast, (long) lostAtMost));
    }
    if (stale) {
      return Optional.empty();
    }
    if (state != null && reason != null) {
      return Optional.of(new TraceEntry.Told(session, time, state, reason, event));
    }
    if (event != null && state == null && reason == null) {
      return Optional.of(new TraceEntry.Happened(session, time, event));
    }
    throw new TraceFormatException(
        "has "
            + (state == null ? "no state" : "no reason")
            + ": a callback has a state and a reason, and what is none has an event alone");
  }

  private void clear() {
    session = "";
    time = TraceEntry.NO_TIME;
    state = null;
    reason = null;
    event = null;
    from = null;
    to = null;
    outcome = null;
    code = null;
    told = null;
    effects = null;
    stale = false;
    restored = null;
    lostAtLeast = 0;
    lostAtMost = Long.MAX_VALUE;
  }

  private void member(String name, JsonParser parser) throws IOException, TraceFormatException {
    switch (name) {
      case "time" -> time = time(parser);
      case "nanos" -> time = (long) number(name, parser);
      case "session" -> session = text(name, parser);
      case "state" -> state = code(name, parser, STATES);
      case "reason" -> reason = code(name, parser, REASONS);
      case "event" -> event = word(name, parser, EVENTS);
      case "from" -> from = word(name, parser, LOCATIONS);
      case "to" -> to = word(name, parser, LOCATIONS);
      case "outcome" -> outcome = word(name, parser, OUTCOMES);
      case "code" -> code = word(name, parser, CODES);
      case "told" -> told = told(parser);
      case "effects" -> effects = effects(parser);
      case "restored" -> restored = word(name, parser, LOCATIONS);
      case "lostAtLeast" -> lostAtLeast = number(name, parser);
      case "lostAtMost" -> lostAtMost = number(name, parser);
      case "stale" -> stale = parser.currentToken() == JsonToken.VALUE_TRUE;
      default -> parser.skipChildren();
    }
  }

  private TraceEntry.Recorded recorded() throws TraceFormatException {
    if (event == null
        || from == null
        || to == null
        || outcome == null
        || code == null
        || told == null
        || effects == null) {
      throw new TraceFormatException(
          "has a 'from', as a recorded step has, but not all of: event, to, outcome, code, told,"
              + " effects");
    }
    return new TraceEntry.Recorded(
        "", time, epoch(), new Step(from, event, outcome, to, code, told, effects, ""));
  }

  private long epoch() throws TraceFormatException {
    try {
      return Long.parseLong(session);
    } catch (NumberFormatException noNumber) {
      throw new TraceFormatException("has the session \"" + session + "\", which is no number");
    }
  }

  /** Milliseconds as a number, or an instant as text. */
  private static long time(JsonParser parser) throws IOException, TraceFormatException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return (long) (number("time", parser) * NANOS_PER_MILLI);
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

  private static double number(String name, JsonParser parser)
      throws IOException, TraceFormatException {
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

  private static String text(String name, JsonParser parser)
      throws IOException, TraceFormatException {
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
  private static int code(String name, JsonParser parser, Map<String, Integer> names)
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

  private static <T> T word(String name, JsonParser parser, Map<String, T> words)
      throws IOException, TraceFormatException {
    T known = parser.currentToken() == JsonToken.VALUE_STRING ? words.get(parser.getText()) : null;
    if (known == null) {
      throw new TraceFormatException(
          "has the " + name + " " + parser.getText() + ", which the specification does not know");
    }
    return known;
  }

  private static List<Notification> told(JsonParser parser)
      throws IOException, TraceFormatException {
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
      told.add(
          CallbackAutomaton.notification(state, reason)
              .orElseThrow(
                  () -> new TraceFormatException("tells a code that the specification lacks")));
    }
    return told;
  }

  private static List<Effect> effects(JsonParser parser) throws IOException, TraceFormatException {
    List<Effect> effects = new ArrayList<>(5);
    begin("effects", parser);
    while (parser.nextToken() == JsonToken.VALUE_STRING) {
      effects.add(word("effect", parser, EFFECTS));
    }
    return effects;
  }

  private static void begin(String name, JsonParser parser) throws TraceFormatException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new TraceFormatException("has " + name + " that are no array");
    }
  }
}
