package io.mooring.mbt.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Tlc;
import io.mooring.mbt.record.TraceRecorder;
import io.mooring.mbt.trace.TraceSource;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Traces of correct and faulty programs, changed at random, are judged as a module judges them that
 * was written by hand and is explored by TLC: the same verdict, and the same line.
 */
final class TraceModuleTest {

  private static final Path SPECS = Path.of("test/resources/specs");
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;

  TraceModuleTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "Ballot, 0, 16, 350",
    "Ballot, 1, 12, 150",
    "Mail, 0, 9, 350",
    "Mail, 1, 5, 150",
    "Mail, 2, 4, 60"
  })
  void theVerdictAndTheLineAreThoseOfTraceModules(String spec, int unseen, int steps, int count)
      throws Exception {
    List<List<JsonNode>> traces = traces(spec, new Random(21 + unseen), unseen == 0, steps, count);
    List<Integer> byTlc = byTlc(spec, unseen, traces);
    List<Integer> byUs = byUs(spec, unseen, traces);

    for (int i = 0; i < traces.size(); i++) {
      assertThat(byUs.get(i)).as("trace %s", traces.get(i)).isEqualTo(byTlc.get(i));
    }
    assertThat(byUs.stream().filter(line -> line == 0).count()).isGreaterThan(count / 20);
    assertThat(byUs.stream().filter(line -> line > 0).count())
        .isGreaterThan(unseen == 0 ? count / 5 : 0);
    if (unseen == 0) {
      for (int i = 0; i < traces.size(); i += 8) {
        assertThat(byUs.get(i)).as("a correct program").isZero();
      }
    }
  }

  /** Each eighth is of a correct program, and not changed. */
  private static List<List<JsonNode>> traces(
      String spec, Random random, boolean all, int steps, int count) throws Exception {
    List<List<JsonNode>> traces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringWriter text = new StringWriter();
      try (TraceRecorder recorder = TraceRecorder.to(text)) {
        int fault = i % 8 == 0 ? 0 : random.nextInt(4);
        if (spec.equals("Mail")) {
          new RecordedMail(recorder, List.of(RecordedMail.Fault.values()).get(fault), random, all)
              .run(steps);
        } else {
          new RecordedBallot(
                  recorder, List.of(RecordedBallot.Fault.values()).get(fault), random, all)
              .run(steps);
        }
      }
      List<JsonNode> lines = new ArrayList<>();
      for (String line : text.toString().lines().toList()) {
        lines.add(JSON.readTree(line));
      }
      for (int change = i % 8 == 0 ? 0 : random.nextInt(3); change > 0; change--) {
        change(lines, random);
      }
      traces.add(lines);
    }
    return traces;
  }

  private static void change(List<JsonNode> lines, Random random) {
    if (lines.size() < 2) {
      return;
    }
    int at = random.nextInt(lines.size() - 1);
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(at);
      case 1 -> Collections.swap(lines, at, at + 1);
      case 2 -> lines.add(at, lines.get(at));
      default -> lines.set(at, changed(lines.get(at).deepCopy(), random));
    }
  }

  private static JsonNode changed(JsonNode node, Random random) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      names.remove("action");
      names.remove("kind");
      if (!names.isEmpty()) {
        String name = names.get(random.nextInt(names.size()));
        object.set(name, changed(object.get(name), random));
      }
      return object;
    }
    if (node instanceof ArrayNode array && !array.isEmpty()) {
      int at = random.nextInt(array.size());
      array.set(at, changed(array.get(at), random));
      return array;
    }
    if (node instanceof TextNode text) {
      return TextNode.valueOf(
          text.textValue().startsWith("a") ? "a" + (1 + random.nextInt(3)) : "y");
    }
    return node.isInt() ? IntNode.valueOf(node.intValue() + (random.nextBoolean() ? 1 : -1)) : node;
  }

  /** For each trace the first line that is not explained, from 1; 0 if all are. */
  private List<Integer> byUs(String spec, int unseen, List<List<JsonNode>> traces)
      throws Exception {
    CheckRequest request =
        CheckRequest.of(SPECS.resolve(spec + ".tla"), SPECS.resolve(spec + ".cfg"));
    List<Integer> lines = new ArrayList<>();
    try (EventTraces validation = EventTraces.open(Tlc.bundled(), request, TraceMap.PLAIN)) {
      for (List<JsonNode> trace : traces) {
        byte[] text =
            trace.stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        EventReport report =
            validation.validate(
                List.of(new TraceSource("trace", () -> new ByteArrayInputStream(text))),
                EventTraces.Options.DEFAULT.withUnseen(unseen));
        if (trace.isEmpty()) {
          assertThat(report.unreadable()).isOne();
          lines.add(0);
          continue;
        }
        assertThat(report.unreadable() + report.undecided()).as("%s", report).isZero();
        lines.add(report.findings().isEmpty() ? 0 : (int) report.findings().get(0).line());
      }
    }
    return lines;
  }

  private List<Integer> byTlc(String spec, int unseen, List<List<JsonNode>> traces)
      throws Exception {
    for (String each : List.of(spec, spec + "Trace")) {
      Files.copy(SPECS.resolve(each + ".tla"), folder.resolve(each + ".tla"));
    }
    String data =
        traces.stream()
            .map(
                trace ->
                    trace.stream().map(TraceModuleTest::line).collect(Collectors.joining(",\n ")))
            .collect(Collectors.joining(">>,\n<<", "<<<<", ">>>>"));
    Files.writeString(
        folder.resolve("TraceData.tla"),
        "---- MODULE TraceData ----\nEXTENDS Integers\nTraces == "
            + data
            + "\nUnseen == "
            + unseen
            + "\n====\n");
    String config = Files.readString(SPECS.resolve(spec + ".cfg"));
    Files.writeString(
        folder.resolve(spec + "Trace.cfg"),
        config.replace("SPECIFICATION Spec", "INIT TraceInit\nNEXT TraceNext"));
    int[] deepest = new int[traces.size()];
    for (TlaState state :
        Tlc.bundled()
            .explore(folder.resolve(spec + "Trace.tla"), folder.resolve(spec + "Trace.cfg"))
            .states()) {
      int trace = ((TlaValue.Int) state.get("trace")).value() - 1;
      deepest[trace] = Math.max(deepest[trace], ((TlaValue.Int) state.get("line")).value());
    }
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < deepest.length; i++) {
      lines.add(deepest[i] == traces.get(i).size() ? 0 : deepest[i] + 1);
    }
    return lines;
  }

  /** A line with all its members in one record. */
  private static String line(JsonNode node) {
    ObjectNode flat = JSON.createObjectNode().put("action", node.path("action").asText());
    node.path("args").properties().forEach(each -> flat.set(each.getKey(), each.getValue()));
    node.path("state").properties().forEach(each -> flat.set(each.getKey(), each.getValue()));
    return tla(flat);
  }

  private static String tla(JsonNode node) {
    List<String> parts = new ArrayList<>();
    if (node.isObject()) {
      node.properties().forEach(each -> parts.add(each.getKey() + " |-> " + tla(each.getValue())));
      return "[" + String.join(", ", parts) + "]";
    }
    if (node.isArray()) {
      node.forEach(each -> parts.add(tla(each)));
      return "<<" + String.join(", ", parts) + ">>";
    }
    return node.toString();
  }
}
