package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code trace}. */
final class TraceCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final String file = "target/mooring/check/Queue-Short.itf.json";

  TraceCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    QueueFiles.write(folder);
  }

  private Called checked() {
    Called checked = Called.from(folder, "check", "Queue.tla");
    assertThat(checked.code()).isEqualTo(1);
    return checked;
  }

  private Called trace(String... options) {
    return Called.from(
        folder, Stream.concat(Stream.of("trace", file), Stream.of(options)).toArray(String[]::new));
  }

  @Test
  void aCounterexampleIsShownAgainAsTheCheckShowedIt() {
    String checked = checked().out();
    String again = trace().succeeds().out();

    assertThat(again).startsWith("Invariant Short is violated\n  1  Init\n");
    assertThat(checked).contains(again.substring(again.indexOf("  1  Init")));
  }

  @Test
  void anExpressionHasALineInEachStep() {
    checked();

    Called called = trace("--only", "round", "--eval", "Len(queue)", "--eval", "queue = <<>>");

    assertThat(called.succeeds().out())
        .contains(
            """
              1  Init
                   round = 0
                   Len(queue) = 0
                   queue = <<>> = TRUE
            """,
            """
              4  Put  (Queue.tla:6)
                   round = 3
                   Len(queue) = 3
                   queue = <<>> = FALSE
            """);
  }

  @Test
  void anExpressionMayUseDefinitionsModelValuesAndStandardModulesThatAreNotExtended() {
    checked();

    assertThat(
            trace(
                    "--eval",
                    "Newest",
                    "--eval",
                    "Cardinality({queue[i].owner : i \\in DOMAIN queue} \\cup {Owner})")
                .succeeds()
                .out())
        .contains("Newest = 2\n", "\\cup {Owner}) = 1\n")
        .contains("Newest = no value: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Len(queue            | --eval 'Len(queue': column 10: the expression is not complete",
        "round + Len(queu)    | --eval 'round + Len(queu)': column 13: queu is not defined; did you"
            + " mean queue?",
        "round ====           | column 7: found ==== after round",
        "'round'' > round'    | --eval 'round' > round': column 6: is about steps",
        "Next                 | column 1: is about steps or behaviours",
        "[]Short              | column 1: is about steps or behaviours",
        "Head(<<>>)           | has a value in no state of Queue: ",
        "''                   | column 1: the expression is not complete"
      })
  void aWrongExpressionIsOneLineWithItsColumn(String expression, String message) {
    checked();

    Called called = trace("--eval", expression);

    called.isRefused(message);
    assertThat(called.err().lines()).hasSize(1);
    assertThat(called.err()).doesNotContain("MooringExpression", "mooring-tlc");
  }

  @Test
  void aLineOfALongExpressionIsNamed() {
    checked();

    trace("--eval", "/\\ round > 0\n/\\ Len(queue) > nothing").isRefused("line 2, column 17: ");
  }

  @Test
  void aVariableThatIsNotThereIsRefusedWithTheNearestName() {
    checked();

    trace("--only", "roumd").isRefused(file + " has no variable roumd; did you mean round?");
    trace("--hide", "other").isRefused("has no variable other; it has queue, round");
    Called.from(folder, "check", "Queue.tla", "--only", "quue")
        .isRefused("Queue.tla has no variable quue; did you mean queue?");
    Called.from(Called.project(), "check", "--only", "state").isRefused("none is named");
  }

  @Test
  void someVariablesAreShownAlone() {
    checked();

    assertThat(trace("--hide", "queue").succeeds().out()).contains("round").doesNotContain("<<");
    assertThat(trace("--only", "queue").succeeds().out()).contains("<<").doesNotContain("round =");
    assertThat(Called.from(folder, "check", "Queue.tla", "--only", "round", "--out", "some").out())
        .contains("round = 3")
        .doesNotContain("queue =");
    assertThat(folder.resolve("some/Queue-Short.itf.json")).content().contains("queue");
    assertThat(folder.resolve("some/Queue-Short.mmd")).content().doesNotContain("queue");
  }

  @Test
  void anAliasIsShownInPlaceOfTheVariablesWhichExpressionsStillHave() {
    Path traces = Called.project().resolve("src/checker/test/resources/trace");
    String alias = "golden/alias.itf.json";

    assertThat(Called.from(traces, "trace", alias).succeeds().out())
        .startsWith("Invariant InTime is violated\n  1  Init\n       jobs = 0\n")
        .contains("newest = \"none\"", "jobs = 3\n", "votes[Alice] = 3\n")
        .doesNotContain("queue", "round");
    assertThat(Called.from(traces, "trace", alias, "--only", "jobs").succeeds().out())
        .contains("jobs = 3\n")
        .doesNotContain("newest", "votes");
    assertThat(Called.from(traces, "trace", alias, "--format", "mermaid").succeeds().out())
        .contains("<br/>jobs = 3<br/>")
        .doesNotContain("round");
    Called.from(traces, "trace", alias, "--only", "round")
        .isRefused("has no variable round; it has jobs, newest, votes");
    assertThat(
            Called.from(traces, "trace", alias, "--eval", "round * 7", "--config", "invariant.cfg")
                .succeeds()
                .out())
        .contains("round * 7 = 21\n", "jobs = 3\n");
  }

  @Test
  void theMiddleIsLeftOutAndShownOnDemand() {
    checked();

    assertThat(trace("--steps", "2").succeeds().out())
        .contains("... 2 steps left out (1 to 2; " + file + " has all); all in all");
    assertThat(trace("--steps", "all").succeeds().out()).doesNotContain("left out");
    trace("--steps", "0").isRefused("--steps: '0' is no number of steps; write 1 or more, or all");
    trace("--width", "7").isRefused("--width is from 40 to 10,000, not 7");
  }

  @Test
  void linesAreWrappedAtTheWidth() {
    checked();

    assertThat(trace("--width", "40").succeeds().out().lines().skip(1))
        .anyMatch(line -> line.length() > 30)
        .allMatch(line -> line.length() <= 40);
  }

  @Test
  void itIsADiagramOrJsonToo() throws IOException {
    checked();

    assertThat(trace("--format", "mermaid", "--eval", "Len(queue)").succeeds().out())
        .startsWith("sequenceDiagram\n    title violates Short\n")
        .contains("    W->>S: Put\n", "<br/>Len(queue) = 3\n");
    String json =
        trace("--format", "json", "--hide", "queue", "--eval", "Len(queue)").succeeds().out();
    JsonNode root = JSON.readTree(json);
    assertThat(root.path("vars")).map(JsonNode::asText).containsExactly("Len(queue)", "round");
    assertThat(root.path("states").path(3).path("Len(queue)").path("#bigint").asText())
        .isEqualTo("3");
    Files.writeString(folder.resolve("again.itf.json"), json);
    assertThat(Called.from(folder, "trace", "again.itf.json").succeeds().out())
        .contains("Len(queue) = 3", "round = 3");
    trace("--format", "xml").isRefused("xml", "text, mermaid, json");
  }

  @Test
  void theSpecificationIsTheOneThatTheFileNamesOrTheCaller() throws IOException {
    checked();
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(
        other.resolve("Queue.tla"),
        QueueFiles.MODULE.replace("Newest ==", "Twice == round * 2\nNewest =="));
    Files.copy(folder.resolve("Queue.cfg"), other.resolve("Queue.cfg"));

    trace("--eval", "Twice").isRefused("Twice is not defined");
    assertThat(trace("--eval", "Twice", "--spec", "other/Queue.tla").succeeds().out())
        .contains("Twice = 6");
    trace("--spec", "other/Queue.tla").isRefused("--spec says how to compute --eval");
    trace("--eval", "round", "--config", "none.cfg").isRefused("there is no file none.cfg");
  }

  private void name(String member, String value) throws IOException {
    JsonNode root = JSON.readTree(folder.resolve(file).toFile());
    ObjectNode meta = (ObjectNode) root.path("#meta");
    (member.equals("config") ? (ObjectNode) meta.path("mooring") : meta).put(member, value);
    Files.writeString(folder.resolve(file), root.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/Queue.tla",
        "../../../../Queue.tla",
        "../../../../../../../../../../etc/Queue.tla",
        "C:\\Queue.tla",
        "file:///Queue.tla",
        "\u0000.tla",
        "Queue.tla",
        "../../../Queue.qnt",
        ""
      })
  void whatATraceNamesElsewhereIsNotTaken(String hostile) throws IOException {
    checked();
    name("source", hostile);

    Called called = trace("--eval", "round");

    called.isRefused(file + ": names ", "; name one with --spec");
    assertThat(trace().succeeds().out()).contains("round = 3");
    assertThat(trace("--eval", "round", "--spec", "Queue.tla").code()).isZero();
  }

  @Test
  void aConfigurationElsewhereIsNotTakenAndALinkLeadsNowhere(@TempDir Path elsewhere)
      throws IOException {
    checked();
    Files.writeString(elsewhere.resolve("Queue.tla"), QueueFiles.MODULE);
    Files.createSymbolicLink(folder.resolve("Link.tla"), elsewhere.resolve("Queue.tla"));
    name("source", "../../../Link.tla");
    trace("--eval", "round").isRefused("neither in its own folder nor in the working folder");
    name("source", "../../../Queue.tla");
    name("config", "../../../../x.cfg");
    trace("--eval", "round").isRefused("x.cfg", "; name one with --config");
  }

  @Test
  void noJavaClassRunsBecauseATraceNamesItsFolder() throws IOException {
    checked();
    Files.writeString(folder.resolve("Queue.class"), "a class");

    trace("--eval", "round").isRefused("would run Java classes (Queue.class)");
    assertThat(trace().succeeds().out()).contains("round = 3");
  }

  @Test
  void traceOfOtherToolsAreShown() throws IOException {
    Files.writeString(
        folder.resolve("other.itf.json"),
        """
        {"#meta": {"format": "ITF"}, "vars": ["x", "s"], "loop": 0, "states": [
          {"x": 0, "s": {"#set": [1]}, "mbt::actionTaken": "init"},
          {"x": {"#bigint": "123456789012345678901234567890"}, "s": {"#set": [{"#tup": [1, "a"]}]},
           "mbt::actionTaken": "step"}]}
        """);

    assertThat(Called.from(folder, "trace", "other.itf.json").succeeds().out())
        .contains(
            "  1  init\n",
            "  2  step\n",
            "       x = 123456789012345678901234567890\n",
            "       s = {<<1, \"a\">>}\n",
            "     Back to step 1, and so on for ever.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"states\": []}",
        "{\"states\": [1]}",
        "{\"states\": [{\"x\": {\"#new\": 1}}]}",
        "{\"states\": [{\"x\": 1}], \"loop\": 1}",
        "{\"states\": [{\"x\": 1}], \"loop\": \"0\"}"
      })
  void whatIsNoTraceIsRefused(String text) throws IOException {
    Files.writeString(folder.resolve("no.itf.json"), text);

    Called.from(folder, "trace", "no.itf.json").isRefused("no.itf.json", "no trace");
  }

  @Test
  void noDepthOrNumberExhaustsAnything() throws IOException {
    for (String value : List.of("[".repeat(100_000), "9".repeat(100_000), "1e999999999")) {
      Files.writeString(folder.resolve("no.itf.json"), "{\"states\": [\n{\"x\": " + value);
      Called.from(folder, "trace", "no.itf.json").isRefused("no.itf.json:2: ");
    }
  }
}
