package io.mooring.mbt.events;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.trace.TraceContent;
import io.mooring.mbt.trace.TraceLines;
import io.mooring.mbt.trace.TraceSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.zip.ZipException;

/** One validation: reads sources, one after the other. Not for use by several threads. */
final class EventReading {

  static final String EXPECTED = "expected one JSON object per line, such as {\"action\":\"Send\"}";

  private static final Checkpoint.Source NOTHING = new Checkpoint.Source(0, 0, 0);
  private static final int SHOWN = 300;

  private final Meanings meanings;
  private final Steps steps;
  private final EventTraces.Options options;
  private final Map<String, Trace> traces = new LinkedHashMap<>();
  private final Tally tally = new Tally();
  private final Supplier<Map<String, String>> inputs;
  private final Optional<Checkpoint> begin;
  private final List<Checkpoint.Source> sources = new ArrayList<>();
  private String file = "";
  private long bytes;
  private boolean used;
  private boolean complete = true;

  /** A trace: the states that are possible after it, until it is found wrong. */
  private static final class Trace {
    private Steps.States states;
    private boolean over;

    Trace(Steps.States states) {
      this.states = states;
    }
  }

  /**
   * A validation.
   *
   * @param inputs what its result depends on besides the traces
   * @throws TlcException if it is to go on from a checkpoint that is of other inputs
   */
  EventReading(
      TraceMap map,
      EventReader reader,
      Steps steps,
      EventTraces.Options options,
      Supplier<Map<String, String>> inputs)
      throws TlcException {
    this.meanings = new Meanings(map, reader, tally);
    this.steps = steps;
    this.options = options;
    this.inputs = inputs;
    this.begin =
        options.checkpoint().isPresent()
            ? options.checkpoint().get().begin(inputs)
            : Optional.empty();
    begin.ifPresent(this::begin);
  }

  private void begin(Checkpoint from) {
    tally.add(from.report());
    List<Steps.States> sets = from.states().stream().map(steps::of).toList();
    from.traces()
        .forEach(
            (session, number) -> {
              Trace trace =
                  new Trace(number.isPresent() ? sets.get(number.getAsInt()) : steps.initial());
              trace.over = number.isEmpty();
              traces.put(session, trace);
            });
  }

  private Checkpoint checkpoint() {
    Map<Steps.States, Integer> numbers = new LinkedHashMap<>();
    Map<String, OptionalInt> open = new LinkedHashMap<>();
    traces.forEach(
        (session, trace) ->
            open.put(
                session,
                trace.over
                    ? OptionalInt.empty()
                    : OptionalInt.of(
                        numbers.computeIfAbsent(trace.states, states -> numbers.size()))));
    List<List<TlaState>> states = numbers.keySet().stream().map(Steps.States::values).toList();
    return new Checkpoint(inputs.get(), sources, used, tally.report(false), states, open);
  }

  EventReport report() throws TlcException {
    if (begin.isPresent() && sources.size() < begin.get().sources().size()) {
      throw another();
    }
    end();
    if (complete) {
      options.checkpoint().ifPresent(CheckpointFile::remove);
    }
    return tally.report(complete);
  }

  private void end() {
    tally.explained(traces.values().stream().filter(each -> !each.over).count());
    traces.clear();
  }

  /** Reads the next source, from where the checkpoint is in it. */
  void read(TraceSource source) throws IOException, TlcException {
    if (!complete) {
      return;
    }
    int number = sources.size();
    int known = begin.map(from -> from.sources().size()).orElse(0);
    if (number >= known && options.stop().getAsBoolean()) {
      stop();
      return;
    }
    Checkpoint.Source before = number < known ? begin.get().sources().get(number) : NOTHING;
    file = source.name();
    sources.add(before);
    if (number >= known) {
      if (!options.continued()) {
        end();
      }
      used = false;
    } else if (number == known - 1) {
      used = begin.get().used();
    }
    boolean passed = number < known - 1;
    if (passed && before.bytes() == 0) {
      return;
    }
    try (InputStream raw = source.opening().open();
        TraceContent content = TraceContent.of(raw, false, EXPECTED)) {
      if (before.bytes() > 0 && content.kind() != TraceContent.Kind.LINES) {
        throw another();
      }
      switch (content.kind()) {
        case LINES -> lines(content.stream(), before, passed);
        case STATES -> unreadable(1, "is a behaviour in the Informal Trace Format: " + EXPECTED);
        case EMPTY, OTHER -> unreadable(1, content.problem());
      }
    } catch (ZipException | EOFException broken) {
      unreadable(tally.lines(), "is compressed by gzip, and was cut or altered");
    }
    if (complete && !used && !passed) {
      unreadable(1, "has no line that is judged");
    }
  }

  private TlcException another() {
    return options.checkpoint().orElseThrow().isOf("another trace");
  }

  private void unreadable(long line, String why) {
    Trace trace = trace("");
    if (!trace.over) {
      over(trace, EventReport.Kind.UNREADABLE, line, "", why);
    }
  }

  private void lines(InputStream stream, Checkpoint.Source before, boolean passed)
      throws IOException, TlcException {
    try (TraceLines content = new TraceLines(stream)) {
      if (!content.skip(before.bytes(), before.lines())
          || content.checksum() != before.checksum()) {
        throw another();
      }
      while (complete && !passed && content.next()) {
        if (!content.isBlank()) {
          tally.read();
          line(content);
        }
        if ((content.number() & 0xff) == 0 && content.isWhole()) {
          pause(content);
        }
      }
      bytes += content.bytes();
      sources.set(sources.size() - 1, where(content));
    } catch (TraceLines.TooLongException tooLong) {
      unreadable(tooLong.line(), "the line is longer than 1 MiB: " + EXPECTED);
    }
  }

  /** Between two lines: shows how far the reading is, saves it, and ends it if it shall end. */
  private void pause(TraceLines content) {
    options.progress().accept(bytes + content.bytes());
    if (options.stop().getAsBoolean()) {
      sources.set(sources.size() - 1, where(content));
      stop();
    } else if (options.checkpoint().filter(CheckpointFile::isDue).isPresent()) {
      sources.set(sources.size() - 1, where(content));
      save();
    }
  }

  private void stop() {
    complete = false;
    save();
  }

  private void save() {
    options.checkpoint().ifPresent(each -> each.save(checkpoint()));
  }

  private static Checkpoint.Source where(TraceLines content) {
    return new Checkpoint.Source(content.position(), content.number(), content.checksum());
  }

  private void line(TraceLines content) {
    ByteBuffer line = ByteBuffer.wrap(content.buffer(), content.offset(), content.length());
    Meanings.Meant meant;
    try {
      meant = meanings.of(line);
    } catch (IllegalArgumentException wrong) {
      boolean cut = !content.isWhole();
      unreadable(
          content.number(),
          "the line "
              + (cut ? "was cut off: the writer died, or the disk was full" : wrong.getMessage())
              + "\n"
              + shown(line));
      return;
    }
    if (meant.event().isEmpty()) {
      tally.ignored();
      return;
    }
    take(meant, meant.event().get(), content.number(), line);
  }

  private void take(Meanings.Meant meant, Event event, long number, ByteBuffer line) {
    Trace trace = trace(meant.session());
    if (trace.over) {
      return;
    }
    used = true;
    tally.judged();
    try {
      trace.states = steps.after(trace.states, event);
    } catch (Steps.NoStepException none) {
      over(
          trace,
          EventReport.Kind.REJECTED,
          number,
          meant.session(),
          none.getMessage() + "\nThe line: " + shown(line));
    } catch (Steps.TooManyException many) {
      over(
          trace,
          EventReport.Kind.UNDECIDED,
          number,
          meant.session(),
          many.getMessage() + "; from this line on nothing is decided");
    } catch (IllegalArgumentException failed) {
      over(
          trace,
          EventReport.Kind.UNREADABLE,
          number,
          meant.session(),
          "the specification cannot be evaluated: " + failed.getMessage() + "\n" + shown(line));
    }
  }

  private Trace trace(String session) {
    Trace known = traces.get(session);
    if (known == null) {
      used = true;
      tally.begun();
      known = new Trace(steps.initial());
      traces.put(session, known);
    }
    return known;
  }

  private void over(Trace trace, EventReport.Kind kind, long line, String session, String why) {
    trace.over = true;
    tally.found(new EventReport.Finding(kind, file, line, session, why));
  }

  private static String shown(ByteBuffer line) {
    String text = StandardCharsets.UTF_8.decode(line.duplicate()).toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
