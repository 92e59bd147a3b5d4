package io.mooring.room.testkit.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mooring.room.testkit.tlc.SpecTrace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Reads what connections have told in the field, and says of each session whether the specification
 * explains it: each callback by some event in some location in which the connection may be, and the
 * end of a join and of a reconnect episode in its time.
 *
 * <p>The formats stand in {@code src/docs/trace-format.md}. It streams: of a session it keeps some
 * hundred bytes, whatever its length. A behaviour of a specification, in the Informal Trace Format,
 * is read whole, and needs {@code mooring-codegen} on the class path. Not for use by several
 * threads.
 */
public final class TraceValidator {

  /** How many objections and faults a report has at most. */
  public static final int MOST_REPORTED = 1_000;

  private static final JsonMapper JSON = new JsonMapper();

  private final long tolerance;
  private final int beginning;
  private final boolean continued;
  private final LongConsumer progress;
  private final BooleanSupplier stop;

  private final EntryParser parser = new EntryParser();
  private final Map<String, SessionCheck> sessions = new HashMap<>();
  private final List<Objection> objections = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final List<String> cut = new ArrayList<>();
  private String file = "";
  private long bytes;
  private long entries;
  private long begun;
  private long rejected;
  private long malformed;
  private long backward;
  private long latest = TraceEntry.NO_TIME;
  private boolean complete = true;

  private TraceValidator(Options options) {
    tolerance = options.tolerance.toNanos();
    beginning = options.fromTheMiddle ? CallbackAutomaton.ANYWHERE : CallbackAutomaton.INITIALIZED;
    continued = options.continued;
    progress = options.progress;
    stop = options.stop;
  }

  /**
   * How to validate.
   *
   * @param tolerance how wrong the times may be
   * @param fromTheMiddle whether a session may begin anywhere; otherwise it begins with an engine
   *     that was initialised and has not been asked to join
   * @param continued whether the files are parts of one trace, in their order; otherwise the
   *     sessions of each are its own
   * @param progress hears now and then how many bytes were read
   * @param stop is asked now and then whether to stop
   */
  public record Options(
      Duration tolerance,
      boolean fromTheMiddle,
      boolean continued,
      LongConsumer progress,
      BooleanSupplier stop) {

    /** A second of tolerance, whole sessions, each file for itself. */
    public static final Options DEFAULT =
        new Options(Duration.ofSeconds(1), false, false, read -> {}, () -> false);
  }

  /**
   * Validates files.
   *
   * @throws IOException if one cannot be read
   */
  public static ValidationReport validate(List<Path> files, Options options) throws IOException {
    TraceValidator validator = new TraceValidator(options);
    for (Path file : files) {
      validator.read(file);
    }
    validator.end();
    return validator.report();
  }

  private ValidationReport report() {
    return new ValidationReport(
        entries, begun, rejected, objections, malformed, faults, backward, cut, complete);
  }

  private void read(Path path) throws IOException {
    if (!continued) {
      end();
    }
    file = path.toString();
    if (file.endsWith(".itf.json")) {
      states(path);
      return;
    }
    try (Lines lines = new Lines(Files.newInputStream(path))) {
      while (complete && lines.next()) {
        line(lines);
        if ((lines.number() & 0x3fff) == 0) {
          progress.accept(bytes + lines.bytes());
          complete = !stop.getAsBoolean();
        }
      }
      bytes += lines.bytes();
    }
  }

  /**
   * A file in the Informal Trace Format: one object, whose states are entries, or those of a
   * specification.
   */
  private void states(Path path) throws IOException {
    byte[] content = Files.readAllBytes(path);
    try {
      if (isBehaviour(content)) {
        for (SpecTrace.Taken taken : SpecTrace.steps(new ByteArrayInputStream(content))) {
          entries++;
          take(
              taken.state(),
              new TraceEntry.Recorded("", TraceEntry.NO_TIME, taken.epoch(), taken.step()));
        }
      } else {
        List<TraceEntry> told = parser.states(new ByteArrayInputStream(content));
        for (int i = 0; i < told.size(); i++) {
          entries++;
          take(i + 1, told.get(i));
        }
      }
    } catch (JsonProcessingException notJson) {
      fault(file + ": the file is not JSON: " + notJson.getOriginalMessage());
    } catch (IllegalArgumentException | TraceFormatException wrong) {
      fault(file + ": " + wrong.getMessage());
    }
    bytes += content.length;
  }

  /** Whether the states have what the last step put out: then a specification has written them. */
  private static boolean isBehaviour(byte[] content) throws IOException {
    return JSON.readTree(content).path("states").path(0).path(SpecTrace.OUT).isObject();
  }

  private void line(Lines lines) {
    if (lines.length() == 0) {
      return;
    }
    try {
      Optional<TraceEntry> entry = parser.line(lines.buffer(), lines.offset(), lines.length());
      entries++;
      entry.ifPresent(present -> take(lines.number(), present));
    } catch (TraceFormatException wrong) {
      if (!lines.isWhole()) {
        cut.add(file);
        return;
      }
      fault(file + ":" + lines.number() + ": the line " + wrong.getMessage());
    }
  }

  private void fault(String message) {
    malformed++;
    if (faults.size() < MOST_REPORTED) {
      faults.add(message);
    }
  }

  private void take(long line, TraceEntry entry) {
    SessionCheck session = sessions.get(entry.session());
    if (session == null) {
      int from =
          entry instanceof TraceEntry.Recorded step
              ? CallbackAutomaton.only(step.step().from())
              : beginning;
      session = new SessionCheck(from, tolerance);
      sessions.put(entry.session(), session);
      begun++;
    }
    if (session.isOver()) {
      return;
    }
    latest = Math.max(latest, entry.time());
    if (session.goesBack(entry)) {
      backward++;
      session.forgetTime();
    }
    int before = session.possible();
    String wrong = session.take(entry, line);
    if (wrong != null) {
      object(line, entry.session(), wrong, before);
    }
  }

  /** No more entries of these sessions come: what has no outcome by now had none in time. */
  private void end() {
    sessions.forEach(
        (name, session) -> {
          String overdue = session.isOver() ? null : session.overdue(latest);
          if (overdue != null) {
            object(
                session.latestLine(),
                name,
                overdue + "; the trace goes on without one",
                session.possible());
          }
        });
    sessions.clear();
    latest = TraceEntry.NO_TIME;
  }

  private void object(long line, String session, String wrong, int before) {
    rejected++;
    if (objections.size() < MOST_REPORTED) {
      objections.add(
          new Objection(
              file,
              line,
              session,
              wrong,
              CallbackAutomaton.locations(before),
              CallbackAutomaton.allowed(before)));
    }
  }
}
