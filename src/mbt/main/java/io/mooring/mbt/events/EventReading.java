package io.mooring.mbt.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mooring.mbt.trace.TraceContent;
import io.mooring.mbt.trace.TraceLines;
import io.mooring.mbt.trace.TraceSource;
import io.mooring.mbt.trace.TraceValidator;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipException;

/** One validation: reads sources, one after the other. Not for use by several threads. */
final class EventReading {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final String EXPECTED =
      "expected one JSON object per line, such as {\"action\":\"Send\"}";

  private static final int MOST_LINES = 50_000;
  private static final int LONGEST_LINE = 2_000;
  private static final int SHOWN = 300;
  private static final int MOST_NAMES = 20;

  private final TraceMap map;
  private final EventReader reader;
  private final Steps steps;
  private final EventTraces.Options options;
  private final Set<String> members;
  private final Map<ByteBuffer, Meant> lines = new HashMap<>();
  private final Map<List<JsonNode>, Event> events = new HashMap<>();
  private final List<JsonPointer> pointers;
  private final Map<String, Trace> traces = new LinkedHashMap<>();
  private final Map<EventReport.Kind, Long> found = new HashMap<>();
  private final List<EventReport.Finding> findings = new ArrayList<>();
  private final Set<String> unnamed = new TreeSet<>();
  private String file = "";
  private long bytes;
  private long read;
  private long judged;
  private long ignored;
  private long begun;
  private long explained;
  private boolean complete = true;

  /** What a line means: an event of a session; none for a line that is ignored. */
  private record Meant(Optional<Event> event, String session) {}

  /** A trace: the states that are possible after it, until it is found wrong. */
  private static final class Trace {
    private Steps.States states;
    private boolean over;

    Trace(Steps.States states) {
      this.states = states;
    }
  }

  EventReading(TraceMap map, EventReader reader, Steps steps, EventTraces.Options options) {
    this.map = map;
    this.reader = reader;
    this.steps = steps;
    this.options = options;
    this.members = map.members();
    this.pointers = pointers(map);
  }

  /** All places whose content makes a difference. */
  private static List<JsonPointer> pointers(TraceMap map) {
    List<JsonPointer> all = new ArrayList<>(map.fields().values());
    all.add(map.action());
    List<TraceMap.Meaning> meanings = new ArrayList<>(List.of(map.meaning()));
    map.actions().values().forEach(each -> each.ifPresent(meanings::add));
    for (TraceMap.Meaning each : meanings) {
      each.arguments().all().ifPresent(all::add);
      each.state().all().ifPresent(all::add);
    }
    return all.stream().distinct().toList();
  }

  EventReport report() {
    end();
    return new EventReport(
        read,
        judged,
        ignored,
        begun,
        explained,
        found.getOrDefault(EventReport.Kind.REJECTED, 0L),
        found.getOrDefault(EventReport.Kind.UNDECIDED, 0L),
        found.getOrDefault(EventReport.Kind.UNREADABLE, 0L),
        findings,
        unnamed,
        complete);
  }

  private void end() {
    explained += traces.values().stream().filter(each -> !each.over).count();
    traces.clear();
  }

  void read(TraceSource source) throws IOException {
    if (!complete) {
      return;
    }
    if (!options.continued()) {
      end();
    }
    file = source.name();
    long before = judged;
    long wrong = begun;
    try (InputStream raw = source.opening().open();
        TraceContent content = TraceContent.of(raw, false, EXPECTED)) {
      switch (content.kind()) {
        case LINES -> lines(content.stream());
        case STATES -> unreadable(1, "is a behaviour in the Informal Trace Format: " + EXPECTED);
        case EMPTY, OTHER -> unreadable(1, content.problem());
      }
    } catch (ZipException | EOFException broken) {
      unreadable(read, "is compressed by gzip, and was cut or altered");
    }
    if (complete && judged == before && wrong == begun) {
      unreadable(1, "has no line that is judged");
    }
  }

  private void unreadable(long line, String why) {
    Trace trace = trace("");
    if (!trace.over) {
      over(trace, EventReport.Kind.UNREADABLE, line, "", why);
    }
  }

  private void lines(InputStream stream) throws IOException {
    try (TraceLines content = new TraceLines(stream)) {
      while (complete && content.next()) {
        if (!content.isBlank()) {
          read++;
          line(content);
        }
        if ((content.number() & 0xff) == 0) {
          options.progress().accept(bytes + content.bytes());
          complete = !options.stop().getAsBoolean();
        }
      }
      bytes += content.bytes();
    } catch (TraceLines.TooLongException tooLong) {
      unreadable(tooLong.line(), "the line is longer than 1 MiB: " + EXPECTED);
    }
  }

  private void line(TraceLines content) {
    ByteBuffer line = ByteBuffer.wrap(content.buffer(), content.offset(), content.length());
    Meant meant = lines.get(line);
    if (meant == null) {
      try {
        meant = meant(content);
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
      if (line.remaining() <= LONGEST_LINE) {
        if (lines.size() >= MOST_LINES) {
          lines.clear();
        }
        byte[] copy = new byte[line.remaining()];
        line.duplicate().get(copy);
        lines.put(ByteBuffer.wrap(copy), meant);
      }
    }
    if (meant.event().isEmpty()) {
      ignored++;
      return;
    }
    take(meant, meant.event().get(), content.number(), line);
  }

  private void take(Meant meant, Event event, long number, ByteBuffer line) {
    Trace trace = trace(meant.session());
    if (trace.over) {
      return;
    }
    judged++;
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
      begun++;
      known = new Trace(steps.initial());
      traces.put(session, known);
    }
    return known;
  }

  private void over(Trace trace, EventReport.Kind kind, long line, String session, String why) {
    trace.over = true;
    found.merge(kind, 1L, Long::sum);
    if (findings.size() < TraceValidator.MOST_REPORTED) {
      findings.add(new EventReport.Finding(kind, file, line, session, why));
    }
  }

  private static String shown(ByteBuffer line) {
    String text = StandardCharsets.UTF_8.decode(line.duplicate()).toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }

  private Meant meant(TraceLines content) {
    JsonNode node;
    try {
      node = JSON.readTree(content.buffer(), content.offset(), content.length());
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("is no JSON: " + EXPECTED, notJson);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    if (!node.isObject()) {
      throw new IllegalArgumentException("is no JSON object: " + EXPECTED);
    }
    String session = map.session().map(at -> EventReader.text(node, at)).orElse("");
    if (map.session().isPresent() && session.isEmpty() && isJudged(node)) {
      throw new IllegalArgumentException("has no session at " + map.session().get());
    }
    Optional<TraceMap.Meaning> meaning =
        isJudged(node)
            ? map.actions()
                .getOrDefault(EventReader.text(node, map.action()), Optional.of(map.meaning()))
            : Optional.empty();
    if (meaning.isEmpty()) {
      return new Meant(Optional.empty(), session);
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!members.contains(name) && unnamed.size() < MOST_NAMES) {
                unnamed.add(name);
              }
            });
    List<JsonNode> key = pointers.stream().map(node::at).toList();
    Event event = events.get(key);
    if (event == null) {
      event = reader.event(node, meaning.get());
      if (events.size() >= MOST_LINES) {
        events.clear();
      }
      events.put(key, event);
    }
    return new Meant(Optional.of(event), session);
  }

  private boolean isJudged(JsonNode node) {
    return has(node, map.only()) && map.ignored().stream().noneMatch(each -> has(node, each));
  }

  private static boolean has(JsonNode node, Map<JsonPointer, JsonNode> members) {
    return members.entrySet().stream()
        .allMatch(each -> node.at(each.getKey()).equals(each.getValue()));
  }
}
