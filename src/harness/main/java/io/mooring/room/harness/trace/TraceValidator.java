package io.mooring.room.harness.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mooring.mbt.machine.ExploredMachine;
import io.mooring.mbt.trace.MemberNames;
import io.mooring.mbt.trace.TraceContent;
import io.mooring.mbt.trace.TraceFormatException;
import io.mooring.mbt.trace.TraceLines;
import io.mooring.mbt.trace.TraceSource;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;

/**
 * Reads what connections have told in the field, and says of each session whether the specification
 * explains it: each callback by some event in some location in which the connection may be, and the
 * end of a join and of a reconnect episode in its time.
 *
 * <p>The formats stand in {@code src/docs/guide/traces.md}. It streams: of a session it keeps some
 * hundred bytes, whatever its length. A behaviour of a specification, in the Informal Trace Format,
 * is read whole, and needs {@code mooring-codegen} on the class path. Not for use by several
 * threads.
 */
public final class TraceValidator {

  /** How many objections and faults a report has at most. */
  public static final int MOST_REPORTED = 1_000;

  private static final JsonMapper JSON = new JsonMapper();

  private final boolean continued;
  private final LongConsumer progress;
  private final BooleanSupplier stop;
  private final Sessions sessions;
  private final List<String> faults = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<String> cut = new ArrayList<>();
  private String file = "";
  private MemberNames names = new MemberNames();
  private EntryParser parser = new EntryParser(names);
  private long bytes;
  private long entries;
  private long callbacks;
  private long steps;
  private long timed;
  private long malformed;
  private boolean complete = true;

  private TraceValidator(Options options) {
    continued = options.continued;
    progress = options.progress;
    stop = options.stop;
    sessions = new Sessions(options.tolerance.toNanos(), options.fromTheMiddle);
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
    return validateAll(files.stream().map(TraceSource::of).toList(), options);
  }

  /**
   * Validates files, pipes and other streams, one after the other.
   *
   * @throws IOException if one cannot be read
   */
  public static ValidationReport validateAll(List<TraceSource> sources, Options options)
      throws IOException {
    TraceValidator validator = new TraceValidator(options);
    for (TraceSource source : sources) {
      validator.read(source);
    }
    validator.sessions.end();
    return validator.report();
  }

  private ValidationReport report() {
    if (complete && malformed == 0 && cut.isEmpty() && entries > 0 && callbacks + steps == 0) {
      fault(file + ": has entries, and no callback among them: nothing was judged");
    }
    return new ValidationReport(
        entries,
        callbacks,
        timed,
        sessions.begun(),
        sessions.rejected(),
        sessions.objections(),
        malformed,
        faults,
        warnings,
        sessions.backward(),
        cut,
        complete);
  }

  private void read(TraceSource source) throws IOException {
    if (!complete) {
      return;
    }
    if (!continued) {
      sessions.end();
    }
    file = source.name();
    sessions.begin(file);
    names = new MemberNames();
    parser = new EntryParser(names);
    try (InputStream raw = source.opening().open();
        TraceContent content =
            TraceContent.of(raw, file.endsWith(".itf.json"), EntryParser.EXPECTED)) {
      switch (content.kind()) {
        case LINES -> lines(content.stream());
        case STATES -> states(content.stream());
        case EMPTY, OTHER -> fault(file + ":1: " + content.problem());
      }
    } catch (ZipException | EOFException broken) {
      fault(file + ": is compressed by gzip, and cannot be read to its end: it was cut or altered");
    }
    timed += names.timed();
    warnings.addAll(names.warnings(file));
  }

  private void lines(InputStream stream) throws IOException {
    try (TraceLines lines = new TraceLines(stream)) {
      boolean blank = true;
      while (complete && lines.next()) {
        if (!lines.isBlank()) {
          blank = false;
          line(lines);
        }
        if ((lines.number() & 0x3fff) == 0) {
          progress.accept(bytes + lines.bytes());
          complete = !stop.getAsBoolean();
        }
      }
      if (blank && complete) {
        fault(file + ":1: has nothing but white space: " + EntryParser.EXPECTED);
      }
      bytes += lines.bytes();
    } catch (TraceLines.TooLongException tooLong) {
      fault(
          file
              + ":"
              + tooLong.line()
              + ": the line is longer than 1 MiB: this is no trace; "
              + EntryParser.EXPECTED);
    }
  }

  /**
   * One object in the Informal Trace Format, whose states are entries, or those of a specification.
   */
  private void states(InputStream stream) throws IOException {
    byte[] content = stream.readAllBytes();
    long before = entries;
    try {
      if (isBehaviour(content)) {
        for (SpecBehaviour.Numbered each :
            SpecBehaviour.entries(new ByteArrayInputStream(content))) {
          take(each.number(), each.entry());
        }
      } else {
        List<TraceEntry> told = parser.states(new ByteArrayInputStream(content));
        for (int i = 0; i < told.size(); i++) {
          take(i + 1, told.get(i));
        }
      }
      if (entries == before) {
        fault(file + ": has no state in which something happens: nothing was judged");
      }
    } catch (JsonProcessingException notJson) {
      fault(file + ": " + EntryParser.notJson(notJson));
    } catch (IllegalArgumentException | TraceFormatException wrong) {
      fault(file + ": " + wrong.getMessage());
    }
    bytes += content.length;
  }

  /** Whether the states have what the last step put out: then a specification has written them. */
  private static boolean isBehaviour(byte[] content) throws IOException {
    return JSON.readTree(content).path("states").path(0).path(ExploredMachine.OUT).isObject();
  }

  private void line(TraceLines lines) {
    try {
      Optional<TraceEntry> entry = parser.line(lines.buffer(), lines.offset(), lines.length());
      if (entry.isPresent()) {
        take(lines.number(), entry.get());
      } else {
        entries++;
      }
    } catch (TraceFormatException wrong) {
      if (!lines.isWhole() && wrong.isUnfinished()) {
        cut.add(file + ":" + lines.number());
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
    entries++;
    if (entry instanceof TraceEntry.Told) {
      callbacks++;
    } else if (entry instanceof TraceEntry.Recorded step) {
      steps++;
      callbacks += step.step().notifications().size();
    }
    sessions.take(line, entry);
  }
}
