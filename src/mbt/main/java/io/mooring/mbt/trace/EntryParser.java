package io.mooring.mbt.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Outputs;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a trace from one JSON object. Not for use by several threads. */
final class EntryParser {

  private static final String ITF = "the Informal Trace Format, like {\"states\":[...]}";
  private static final int NONE = -1;

  private final JsonFactory json = new JsonFactory();

  /** Is fed one line after the other: to make a parser costs more than to read a line. */
  private JsonParser lines;

  private ByteArrayFeeder feeder;

  // The members of the object that is being read.
  private String session = "";
  private long time;
  private final NotificationWords.@Nullable Field[] fields;
  private boolean hasFields;
  private int event;
  private int from;
  private int to;
  private @Nullable String outcome;
  private @Nullable Constant code;
  private @Nullable List<Map<String, Constant>> told;
  private @Nullable List<Constant> effects;
  private boolean stale;
  private boolean repeated;
  private int restored;
  private long lostAtLeast;
  private long lostAtMost;
  private boolean hasSession;
  private boolean hasNanos;

  /** The members that mean nothing here, as they are read. */
  private final List<String> others = new ArrayList<>();

  private final Machine machine;
  private final TraceWords words;
  private final boolean numbered;
  private final MemberNames names;
  private @Nullable Watcher watcher;

  /** Sees every member before it is read. */
  interface Watcher {
    /** Sees the value at which the parser is, and leaves the parser there. */
    void see(String name, JsonParser parser) throws IOException;
  }

  /**
   * A parser that has read nothing yet.
   *
   * @param numbered whether recorders number the sessions
   * @param names sees what the members of each entry are called
   */
  EntryParser(Machine machine, TraceWords words, boolean numbered, MemberNames names) {
    this.machine = machine;
    this.words = words;
    this.numbered = numbered;
    this.names = names;
    fields = new NotificationWords.Field[words.notifications().names().size()];
    try {
      lines = json.createNonBlockingByteArrayParser();
    } catch (IOException impossible) {
      throw new IllegalStateException("A parser without input could not be made", impossible);
    }
    feeder = (ByteArrayFeeder) lines.getNonBlockingInputFeeder();
  }

  void watch(Watcher by) {
    watcher = by;
  }

  /**
   * Reads a line.
   *
   * @return what it says; empty if there is nothing in it to check
   * @throws TraceFormatException if it is no entry of a trace
   */
  Optional<TraceEntry> line(byte[] bytes, int offset, int length) throws TraceFormatException {
    boolean read = false;
    try {
      feeder.feedInput(bytes, offset, offset + length);
      if (lines.nextToken() != JsonToken.START_OBJECT) {
        throw new TraceFormatException("is no JSON object; " + words.expected());
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
              + words.expected());
    } catch (TraceFormatException wrong) {
      throw isUnfinished()
          ? new TraceFormatException(
              "ends in the middle of a JSON object; " + words.expected(), /* unfinished= */ true)
          : wrong;
    } catch (IOException impossible) {
      throw new IllegalStateException("A line in memory could not be read", impossible);
    } finally {
      if (!read) {
        begin();
      }
    }
  }

  /** Whether all bytes were read, and the object has no end. */
  private boolean isUnfinished() {
    return lines.currentToken() == JsonToken.NOT_AVAILABLE && !lines.getParsingContext().inRoot();
  }

  /** Begins again, with the next line. */
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
        MemberValues.array("states", parser);
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
    if (from == NONE && stale) {
      return Optional.empty();
    }
    if (from != NONE) {
      return Optional.of(recorded());
    }
    if (restored != NONE) {
      return Optional.of(restoredEntry());
    }
    NotificationWords notifications = words.notifications();
    if (!hasFields && event != NONE) {
      return Optional.of(new TraceEntry.Happened(session, time, event));
    }
    if (!NotificationWords.isWhole(fields)) {
      throw incomplete(notifications);
    }
    TraceNotification notification = notifications.of(fields);
    if (repeated) {
      return Optional.of(new TraceEntry.Repeated(session, time, notification));
    }
    return Optional.of(
        new TraceEntry.Notified(
            session,
            time,
            notification,
            event == NONE ? OptionalInt.empty() : OptionalInt.of(event)));
  }

  private TraceFormatException incomplete(NotificationWords notifications) {
    return new TraceFormatException(
        "has "
            + notifications.missing(fields)
            + (others.isEmpty()
                ? ""
                : ", but " + String.join(", ", others.stream().limit(8).toList()))
            + ": a callback has "
            + notifications.text()
            + ", and what is none has an event alone");
  }

  private void clear() {
    session = "";
    time = TraceEntry.NO_TIME;
    Arrays.fill(fields, null);
    hasFields = false;
    event = NONE;
    from = NONE;
    to = NONE;
    outcome = null;
    code = null;
    told = null;
    effects = null;
    stale = false;
    repeated = false;
    restored = NONE;
    lostAtLeast = 0;
    lostAtMost = Long.MAX_VALUE;
    hasSession = false;
    hasNanos = false;
    others.clear();
  }

  private void member(String name, JsonParser parser) throws IOException, TraceFormatException {
    if (watcher != null) {
      watcher.see(name, parser);
    }
    switch (name) {
      case "time" -> time = MemberValues.time(parser);
      case "nanos" -> {
        time = MemberValues.nanos(name, parser);
        hasNanos = true;
      }
      case "session" -> {
        session = MemberValues.text(name, parser);
        hasSession = true;
      }
      case "event" -> event = words.event(parser);
      case "from" -> from = words.location(parser);
      case "to" -> to = words.location(parser);
      case "outcome" -> outcome = words.outcome(parser);
      case "code" -> code = words.code(parser);
      case "told", "notifications" -> told = words.notifications(name, parser);
      case "effects" -> effects = words.effects(parser);
      case "stale" -> stale = parser.currentToken() == JsonToken.VALUE_TRUE;
      case "repeated" -> repeated = parser.currentToken() == JsonToken.VALUE_TRUE;
      case "restored" -> restored = words.location(parser);
      case "lostAtLeast" -> lostAtLeast = MemberValues.nanos(name, parser);
      case "lostAtMost" -> lostAtMost = MemberValues.nanos(name, parser);
      default -> {
        int field = words.notifications().number(name);
        if (field >= 0) {
          fields[field] = words.notifications().read(field, parser);
          hasFields = true;
        } else {
          others.add(name);
          parser.skipChildren();
        }
      }
    }
  }

  private TraceEntry.Recorded recorded() throws TraceFormatException {
    if (event == NONE
        || to == NONE
        || outcome == null
        || (words.hasCodes() && code == null)
        || told == null
        || effects == null) {
      throw new TraceFormatException(
          "has a 'from', as a recorded step has, but not all of: event, to, outcome, "
              + (words.hasCodes() ? "code, " : "")
              + "told, effects");
    }
    MachineStep step = row(outcome, told, effects);
    return new TraceEntry.Recorded(
        numbered ? "" : session,
        time,
        numbered ? MemberValues.sessionNumber(session) : TraceEntry.NO_NUMBER,
        step);
  }

  /** The row of the machine if it is what was recorded; another step if not. */
  private MachineStep row(
      String result, List<Map<String, Constant>> notifications, List<Constant> wanted) {
    Optional<MachineStep> row = machine.step(from, event);
    if (row.isPresent()) {
      Outputs outputs = row.get().outputs();
      if (to == row.get().to()
          && outputs.outcome().equals(result)
          && Objects.equals(outputs.code().orElse(null), code)
          && outputs.notifications().equals(notifications)
          && outputs.effects().equals(wanted)) {
        return row.get();
      }
    }
    String action = machine.events().get(event).action();
    return new MachineStep(
        from,
        event,
        to,
        new Outputs(action, result, Optional.ofNullable(code), notifications, wanted),
        "");
  }

  /** Of a recording, which may number its sessions; or of callbacks, whose session has a name. */
  private TraceEntry.Restored restoredEntry() throws TraceFormatException {
    if (lostAtLeast < 0 || lostAtMost < lostAtLeast) {
      throw new TraceFormatException(
          "has links that were lost for "
              + lostAtLeast
              + " ns at least, and at most "
              + lostAtMost);
    }
    boolean number = numbered && hasNanos;
    return new TraceEntry.Restored(
        number ? "" : session,
        time,
        number ? MemberValues.sessionNumber(session) : TraceEntry.NO_NUMBER,
        restored,
        lostAtLeast,
        lostAtMost);
  }
}
