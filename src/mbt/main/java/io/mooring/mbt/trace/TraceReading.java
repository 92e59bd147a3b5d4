package io.mooring.mbt.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mooring.mbt.machine.ExploredMachine;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.tlc.ItfSteps;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/** One validation: reads sources, one after the other. Not for use by several threads. */
final class TraceReading {

  private static final JsonMapper JSON = new JsonMapper();

  private final Machine machine;
  private final TraceWords words;
  private final Optional<SessionNumbers> numbers;
  private final TraceValidator.Options options;
  private final Sessions sessions;
  private final List<String> faults = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<String> cut = new ArrayList<>();
  private String file = "";
  private MemberNames names = new MemberNames();
  private EntryParser parser;
  private long bytes;
  private long entries;
  private long notifications;
  private long steps;
  private long timed;
  private long malformed;
  private boolean complete = true;

  TraceReading(
      NotificationAutomaton automaton,
      TraceWords words,
      TraceRules rules,
      TraceValidator.Options options) {
    this.machine = automaton.machine();
    this.words = words;
    this.numbers = rules.numbers();
    this.options = options;
    this.sessions =
        new Sessions(automaton, rules, options.tolerance().toNanos(), options.fromTheMiddle());
    this.parser = new EntryParser(machine, words, numbers.isPresent(), names);
  }

  ValidationReport report() {
    sessions.end();
    if (complete && malformed == 0 && cut.isEmpty() && entries > 0 && notifications + steps == 0) {
      fault(file + ": has entries, and no callback among them: nothing was judged");
    }
    return new ValidationReport(
        entries,
        notifications,
        timed,
        sessions.begun(),
        sessions.rejected(),
        sessions.rejections(),
        malformed,
        faults,
        warnings,
        sessions.backward(),
        cut,
        complete);
  }

  void read(TraceSource source) throws IOException {
    if (!complete) {
      return;
    }
    if (!options.continued()) {
      sessions.end();
    }
    file = source.name();
    sessions.begin(file);
    names = new MemberNames();
    parser = new EntryParser(machine, words, numbers.isPresent(), names);
    try (InputStream raw = source.opening().open();
        TraceContent content = TraceContent.of(raw, file.endsWith(".itf.json"), words.expected())) {
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
          options.progress().accept(bytes + lines.bytes());
          complete = !options.stop().getAsBoolean();
        }
      }
      if (blank && complete) {
        fault(file + ":1: has nothing but white space: " + words.expected());
      }
      bytes += lines.bytes();
    } catch (TraceLines.TooLongException tooLong) {
      fault(
          file
              + ":"
              + tooLong.line()
              + ": the line is longer than 1 MiB: this is no trace; "
              + words.expected());
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
        for (ItfSteps.ItfStep each : ItfSteps.steps(machine, new ByteArrayInputStream(content))) {
          take(each.number(), recorded(each));
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

  private TraceEntry.Recorded recorded(ItfSteps.ItfStep step) {
    try {
      words.requireKnown(step.step().outputs());
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "state " + step.number() + ": " + unknown.getMessage(), unknown);
    }
    long number = numbers.map(each -> each.number(step.state())).orElse(TraceEntry.NO_NUMBER);
    return new TraceEntry.Recorded("", TraceEntry.NO_TIME, number, step.step());
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
    if (faults.size() < TraceValidator.MOST_REPORTED) {
      faults.add(message);
    }
  }

  private void take(long line, TraceEntry entry) {
    entries++;
    if (entry instanceof TraceEntry.Notified) {
      notifications++;
    } else if (entry instanceof TraceEntry.Recorded step) {
      steps++;
      notifications += step.step().outputs().notifications().size();
    }
    sessions.take(line, entry);
  }
}
