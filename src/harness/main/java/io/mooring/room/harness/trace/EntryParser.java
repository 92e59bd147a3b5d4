package io.mooring.room.harness.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import io.mooring.mbt.trace.MemberNames;
import io.mooring.mbt.trace.TraceFormatException;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a trace from one JSON object. Not for use by several threads. */
final class EntryParser {

  /** What is expected, in words that end a message. */
  static final String EXPECTED =
      "expected a JSON object on each line, like {\"time\":0,\"session\":\"a\",\"state\":2,"
          + "\"reason\":5}, in UTF-8";

  private static final String ITF = "the Informal Trace Format, like {\"states\":[...]}";

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
  private boolean repeated;
  private @Nullable Location restored;
  private long lostAtLeast;
  private long lostAtMost;
  private boolean hasSession;
  private boolean hasNanos;

  /** The members that mean nothing here, as they are read. */
  private final List<String> others = new ArrayList<>();

  private final MemberNames names;

  /**
   * A parser that has read nothing yet.
   *
   * @param names hears what the members of each entry are called
   */
  EntryParser(MemberNames names) {
    this.names = names;
    begin();
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
        throw new TraceFormatException("is no JSON object; " + EXPECTED);
      }
      Optional<TraceEntry> entry = object(lines);
      if (lines.nextToken() != JsonToken.NOT_AVAILABLE) {
        throw new TraceFormatException("has more than one JSON object");
      }
      read = true;
      return entry;
    } catch (JsonProcessingException notJson) {
      throw new TraceFormatException(
          "is not JSON: "
              + notJson.getOriginalMessage().lines().findFirst().orElse("")
              + "; "
              + EXPECTED);
    } catch (TraceFormatException wrong) {
      throw isUnfinished()
          ? new TraceFormatException(
              "ends in the middle of a JSON object; " + EXPECTED, /* unfinished= */ true)
          : wrong;
    } catch (IOException impossible) {
      throw new IllegalStateException("A line in memory could not be read", impossible);
    } finally {
      if (!read) {
        begin();
      }
    }
  }

  /** Whether all bytes were taken, and the object has no end. */
  private boolean isUnfinished() {
    return lines.currentToken() == JsonToken.NOT_AVAILABLE && !lines.getParsingContext().inRoot();
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
    boolean found = false;
    try (JsonParser parser = json.createParser(input)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new TraceFormatException("the file is no JSON object; it is a trace in " + ITF);
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        if (!name.equals("states")) {
          parser.skipChildren();
          continue;
        }
        MemberValues.begin("states", parser);
        found = true;
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          object(parser).ifPresent(states::add);
        }
      }
      if (!found) {
        throw new TraceFormatException(
            "the file has no list \"states\"; expected a trace in " + ITF);
      }
      return states;
    } catch (JsonProcessingException notJson) {
      throw new TraceFormatException(notJson(notJson));
    } catch (TraceFormatException wrong) {
      throw found
          ? new TraceFormatException("state " + (states.size() + 1) + " " + wrong.getMessage())
          : wrong;
    }
  }

  /** What is wrong with a file that is to be one JSON object. */
  static String notJson(JsonProcessingException wrong) {
    return "line "
        + (wrong.getLocation() == null ? 1 : wrong.getLocation().getLineNr())
        + " is not JSON: "
        + wrong.getOriginalMessage().lines().findFirst().orElse("")
        + "; expected a trace in "
        + ITF;
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
    names.see(time != TraceEntry.NO_TIME, hasSession, others);
    if (from == null && stale) {
      return Optional.empty();
    }
    if (from != null) {
      return Optional.of(recorded());
    }
    if (restored != null) {
      return Optional.of(restored(restored));
    }
    if (state != null && reason != null && repeated) {
      return Optional.of(new TraceEntry.Repeated(session, time, state, reason));
    }
    if (state != null && reason != null) {
      return Optional.of(new TraceEntry.Told(session, time, state, reason, event));
    }
    if (event != null && state == null && reason == null) {
      return Optional.of(new TraceEntry.Happened(session, time, event));
    }
    throw new TraceFormatException(
        "has "
            + (state == null ? reason == null ? "no state and no reason" : "no state" : "no reason")
            + (others.isEmpty()
                ? ""
                : ", but " + String.join(", ", others.stream().limit(8).toList()))
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
    repeated = false;
    restored = null;
    lostAtLeast = 0;
    lostAtMost = Long.MAX_VALUE;
    hasSession = false;
    hasNanos = false;
    others.clear();
  }

  private void member(String name, JsonParser parser) throws IOException, TraceFormatException {
    switch (name) {
      case "time" -> time = MemberValues.time(parser);
      case "nanos" -> {
        time = MemberValues.nanos(name, MemberValues.number(name, parser));
        hasNanos = true;
      }
      case "session" -> {
        session = MemberValues.text(name, parser);
        hasSession = true;
      }
      case "state" -> state = MemberValues.code(name, parser, MemberValues.STATES);
      case "reason" -> reason = MemberValues.code(name, parser, MemberValues.REASONS);
      case "event" -> event = MemberValues.word(name, parser, MemberValues.EVENTS);
      case "from" -> from = MemberValues.word(name, parser, MemberValues.LOCATIONS);
      case "to" -> to = MemberValues.word(name, parser, MemberValues.LOCATIONS);
      case "outcome" -> outcome = MemberValues.word(name, parser, MemberValues.OUTCOMES);
      case "code" -> code = MemberValues.word(name, parser, MemberValues.CODES);
      case "told" -> told = MemberValues.told(parser);
      case "effects" -> effects = MemberValues.effects(parser);
      case "stale" -> stale = parser.currentToken() == JsonToken.VALUE_TRUE;
      case "repeated" -> repeated = parser.currentToken() == JsonToken.VALUE_TRUE;
      case "restored" -> restored = MemberValues.word(name, parser, MemberValues.LOCATIONS);
      case "lostAtLeast" -> lostAtLeast = lost(name, parser);
      case "lostAtMost" -> lostAtMost = lost(name, parser);
      default -> {
        others.add(name);
        parser.skipChildren();
      }
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

  /** Of a recording, which numbers its sessions; or of callbacks, whose session has a name. */
  private TraceEntry.Restored restored(Location location) throws TraceFormatException {
    if (lostAtLeast < 0 || lostAtMost < lostAtLeast) {
      throw new TraceFormatException(
          "has links that were lost for "
              + lostAtLeast
              + " ns at least, and at most "
              + lostAtMost);
    }
    return new TraceEntry.Restored(
        hasNanos ? "" : session,
        time,
        hasNanos ? epoch() : TraceEntry.Restored.NO_EPOCH,
        location,
        lostAtLeast,
        lostAtMost);
  }

  /** A hundred years stand for ever. */
  private static long lost(String name, JsonParser parser)
      throws IOException, TraceFormatException {
    return MemberValues.nanos(name, MemberValues.number(name, parser));
  }

  private long epoch() throws TraceFormatException {
    try {
      return Long.parseLong(session);
    } catch (NumberFormatException noNumber) {
      throw new TraceFormatException("has the session \"" + session + "\", which is no number");
    }
  }
}
