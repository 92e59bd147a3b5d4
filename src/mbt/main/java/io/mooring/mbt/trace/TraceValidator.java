package io.mooring.mbt.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.tlc.ItfSteps;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipException;

/**
 * Reads what implementations of a machine have notified of in the field, and says of each session
 * whether the machine explains it: each notification by some event in some location in which the
 * machine may be, each recorded step by its row.
 *
 * <p>A line of a trace is a JSON object. A <em>notification</em> has the fields of the machine's
 * notifications, each by the name of its constant or its value; an <em>event</em> has {@code event}
 * alone, as inputs are written; a <em>recorded step</em> has {@code from}, {@code event}, {@code
 * to}, {@code outcome}, {@code code} if the machine has codes, {@code notifications} and {@code
 * effects}. All may have {@code session} and {@code time}. A behaviour of the specification in the
 * Informal Trace Format is read, too. Files may be compressed by gzip.
 *
 * <p>It streams: of a session it keeps some hundred bytes, whatever its length. Immutable, and safe
 * for use by several threads.
 */
public final class TraceValidator {

  /** How many rejections and faults a report has at most. */
  public static final int MOST_REPORTED = 1_000;

  private final Machine machine;
  private final NotificationAutomaton automaton;
  private final TraceWords words;
  private final Supplier<? extends SessionRules> rules;
  private final boolean fromTheMiddle;

  private TraceValidator(
      Machine machine,
      NotificationAutomaton automaton,
      TraceWords words,
      Supplier<? extends SessionRules> rules,
      boolean fromTheMiddle) {
    this.machine = machine;
    this.automaton = automaton;
    this.words = words;
    this.rules = rules;
    this.fromTheMiddle = fromTheMiddle;
  }

  /**
   * Validates traces of a machine.
   *
   * @throws IllegalArgumentException if the machine has no notifications
   */
  public static TraceValidator of(Machine machine) {
    return new TraceValidator(
        machine,
        new NotificationAutomaton(machine),
        new TraceWords(machine),
        () -> SessionRules.NONE,
        false);
  }

  /**
   * The same, and more must hold of each session.
   *
   * @param others returns the rules of a session that begins
   */
  public TraceValidator withRules(Supplier<? extends SessionRules> others) {
    return new TraceValidator(machine, automaton, words, others, fromTheMiddle);
  }

  /** The same, for sessions that may begin in any location; otherwise they begin in the initial. */
  public TraceValidator fromTheMiddle() {
    return new TraceValidator(machine, automaton, words, rules, true);
  }

  /**
   * Validates files, the sessions of each for itself.
   *
   * @throws IOException if one cannot be read
   */
  public ValidationReport validate(List<Path> files) throws IOException {
    return validateAll(files.stream().map(TraceSource::of).toList());
  }

  /**
   * Validates files, pipes and other streams, the sessions of each for itself.
   *
   * @throws IOException if one cannot be read
   */
  public ValidationReport validateAll(List<TraceSource> sources) throws IOException {
    Reading reading = new Reading();
    for (TraceSource source : sources) {
      reading.read(source);
    }
    return reading.report();
  }

  /** One validation. */
  private final class Reading {
    private final Map<String, SessionCheck> sessions = new HashMap<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> cut = new ArrayList<>();
    private String file = "";
    private long begun;
    private long rejected;
    private long malformed;
    private long entries;
    private long notifications;

    ValidationReport report() {
      if (malformed == 0 && cut.isEmpty() && entries == 0) {
        fault(file + ": has no entry: nothing was checked");
      }
      return new ValidationReport(
          entries, notifications, begun, rejected, rejections, malformed, faults, warnings, cut);
    }

    void read(TraceSource source) throws IOException {
      file = source.name();
      sessions.clear();
      MemberNames names = new MemberNames();
      try (InputStream raw = source.opening().open();
          TraceContent content =
              TraceContent.of(raw, file.endsWith(".itf.json"), words.expected())) {
        switch (content.kind()) {
          case LINES -> lines(content.stream(), new EntryParser(machine, words, names));
          case STATES -> behaviour(content.stream());
          case EMPTY, OTHER -> fault(file + ":1: " + content.problem());
        }
      } catch (ZipException | EOFException broken) {
        fault(
            file + ": is compressed by gzip, and cannot be read to its end: it was cut or altered");
      }
      warnings.addAll(names.warnings(file));
    }

    private void lines(InputStream stream, EntryParser parser) throws IOException {
      try (TraceLines lines = new TraceLines(stream)) {
        while (lines.next()) {
          if (!lines.isBlank()) {
            line(lines, parser);
          }
        }
      } catch (TraceLines.TooLongException tooLong) {
        fault(file + ":" + tooLong.line() + ": the line is longer than 1 MiB: this is no trace");
      }
    }

    private void line(TraceLines lines, EntryParser parser) {
      try {
        take(lines.number(), parser.line(lines.buffer(), lines.offset(), lines.length()));
      } catch (TraceFormatException wrong) {
        if (!lines.isWhole() && wrong.isUnfinished()) {
          cut.add(file + ":" + lines.number());
        } else {
          fault(file + ":" + lines.number() + ": the line " + wrong.getMessage());
        }
      }
    }

    private void behaviour(InputStream stream) throws IOException {
      try {
        for (ItfSteps.ItfStep each : ItfSteps.steps(machine, stream)) {
          take(each.number(), new TraceEntry.Recorded("", TraceEntry.NO_TIME, each.step()));
        }
      } catch (JsonProcessingException notJson) {
        fault(file + ": is not JSON: " + notJson.getOriginalMessage());
      } catch (IllegalArgumentException wrong) {
        fault(file + ": " + wrong.getMessage());
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
      if (entry instanceof TraceEntry.Notified) {
        notifications++;
      } else if (entry instanceof TraceEntry.Recorded step) {
        notifications += step.step().outputs().notifications().size();
      }
      SessionCheck session = sessions.get(entry.session());
      if (session == null) {
        session = begin(entry);
        sessions.put(entry.session(), session);
        begun++;
      }
      session.take(entry).ifPresent(wrong -> reject(line, entry.session(), wrong));
    }

    private SessionCheck begin(TraceEntry entry) {
      BitSet possible =
          entry instanceof TraceEntry.Recorded step
              ? automaton.at(step.step().from())
              : fromTheMiddle ? automaton.anywhere() : automaton.at(machine.initial().to());
      return new SessionCheck(machine, automaton, rules.get(), possible);
    }

    private void reject(long line, String session, SessionCheck.Wrong wrong) {
      rejected++;
      if (rejections.size() < MOST_REPORTED) {
        rejections.add(
            new Rejection(file, line, session, wrong.message(), wrong.possible(), wrong.allowed()));
      }
    }
  }
}
