package io.mooring.mbt.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Outputs;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a trace from one JSON object. Not for use by several threads. */
final class EntryParser {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Between any two times within it there is a difference that is a number of nanoseconds. */
  private static final double MOST_NANOS = 4.6e18;

  private final JsonFactory json = new JsonFactory();
  private final Machine machine;
  private final TraceWords words;
  private final MemberNames names;

  // The members of the object that is being read.
  private String session = "";
  private long time;
  private boolean hasSession;
  private OptionalInt event = OptionalInt.empty();
  private OptionalInt from = OptionalInt.empty();
  private OptionalInt to = OptionalInt.empty();
  private @Nullable String outcome;
  private @Nullable Constant code;
  private @Nullable List<Map<String, Constant>> notifications;
  private @Nullable List<Constant> effects;
  private final Map<String, Constant> fields = new LinkedHashMap<>();

  /** The members that mean nothing here, as they are read. */
  private final List<String> others = new ArrayList<>();

  EntryParser(Machine machine, TraceWords words, MemberNames names) {
    this.machine = machine;
    this.words = words;
    this.names = names;
  }

  /**
   * Reads a line.
   *
   * @throws TraceFormatException if it is no entry of a trace of the machine
   */
  TraceEntry line(byte[] bytes, int offset, int length) throws TraceFormatException {
    try (JsonParser parser = json.createParser(bytes, offset, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new TraceFormatException("is no JSON object; " + words.expected());
      }
      TraceEntry entry = object(parser);
      if (parser.nextToken() != null) {
        throw new TraceFormatException("has more than one JSON object");
      }
      return entry;
    } catch (JsonEOFException unfinished) {
      throw new TraceFormatException(
          "ends in the middle of a JSON object; " + words.expected(), /* unfinished= */ true);
    } catch (JsonProcessingException notJson) {
      throw new TraceFormatException(
          "is not JSON: "
              + notJson.getOriginalMessage().lines().findFirst().orElse("")
              + "; "
              + words.expected());
    } catch (IOException impossible) {
      throw new IllegalStateException("A line in memory could not be read", impossible);
    }
  }

  private TraceEntry object(JsonParser parser) throws IOException, TraceFormatException {
    clear();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      member(name, parser);
    }
    names.see(time != TraceEntry.NO_TIME, hasSession, others);
    if (from.isPresent()) {
      return new TraceEntry.Recorded(session, time, recorded());
    }
    if (!fields.isEmpty()) {
      return new TraceEntry.Notified(session, time, words.whole(fields), event);
    }
    if (event.isPresent()) {
      return new TraceEntry.Happened(session, time, event.getAsInt());
    }
    throw new TraceFormatException(
        "has none of "
            + String.join(", ", words.fields())
            + (others.isEmpty()
                ? ""
                : ", but " + String.join(", ", others.stream().limit(8).toList()))
            + ": a notification has these, and what is none has an event alone");
  }

  private void clear() {
    session = "";
    time = TraceEntry.NO_TIME;
    hasSession = false;
    event = OptionalInt.empty();
    from = OptionalInt.empty();
    to = OptionalInt.empty();
    outcome = null;
    code = null;
    notifications = null;
    effects = null;
    fields.clear();
    others.clear();
  }

  private void member(String name, JsonParser parser) throws IOException, TraceFormatException {
    switch (name) {
      case "time" -> time = time(parser);
      case "nanos" -> time = nanos(number(name, parser));
      case "session" -> {
        session = text(parser);
        hasSession = true;
      }
      case "event" -> event = OptionalInt.of(words.event(parser));
      case "from" -> from = OptionalInt.of(words.location(name, parser));
      case "to" -> to = OptionalInt.of(words.location(name, parser));
      case "outcome" -> outcome = words.outcome(parser);
      case "code" -> code = words.code(parser);
      case "notifications" -> notifications = words.notifications(parser);
      case "effects" -> effects = words.effects(parser);
      default -> {
        if (words.fields().contains(name)) {
          fields.put(name, words.field(name, parser));
        } else {
          others.add(name);
          parser.skipChildren();
        }
      }
    }
  }

  private MachineStep recorded() throws TraceFormatException {
    boolean needsCode = machine.initial().outputs().code().isPresent();
    if (event.isEmpty()
        || to.isEmpty()
        || outcome == null
        || (needsCode && code == null)
        || notifications == null
        || effects == null) {
      throw new TraceFormatException(
          "has a 'from', as a recorded step has, but not all of: event, to, outcome, "
              + (needsCode ? "code, " : "")
              + "notifications, effects");
    }
    MachineEvent known = machine.events().get(event.getAsInt());
    return new MachineStep(
        from.getAsInt(),
        event.getAsInt(),
        to.getAsInt(),
        new Outputs(known.action(), outcome, Optional.ofNullable(code), notifications, effects),
        "");
  }

  private static String text(JsonParser parser) throws IOException, TraceFormatException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getText();
    }
    throw new TraceFormatException("has a session that is neither a string nor an integer");
  }

  /** Milliseconds as a number, or an instant as text. */
  private static long time(JsonParser parser) throws IOException, TraceFormatException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return nanos(number("time", parser) * NANOS_PER_MILLI);
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
              + "\": it is a number of milliseconds, or like \"2026-01-31T12:00:00.250Z\"");
    }
  }

  private static double number(String name, JsonParser parser)
      throws IOException, TraceFormatException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return parser.getDoubleValue();
    }
    throw new TraceFormatException("has a " + name + " that is no number");
  }

  private static long nanos(double nanos) throws TraceFormatException {
    if (Math.abs(nanos) > MOST_NANOS) {
      throw new TraceFormatException(
          "has a time that is too far away: time is in milliseconds, and nanos in nanoseconds");
    }
    return (long) nanos;
  }
}
