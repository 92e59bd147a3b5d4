package io.mooring.codegen.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.checker.report.Place;
import io.mooring.checker.report.Report;
import io.mooring.checker.report.ReportCase;
import io.mooring.checker.report.ReportCase.Kind;
import io.mooring.checker.report.ReportCase.Status;
import io.mooring.checker.report.ReportGroup;
import io.mooring.checker.report.ReportStep;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.ValueNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a run: its data, its policy, its limits. What it does is tested in a browser. */
final class FindingsPageTest {

  private final Path folder;

  FindingsPageTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Report report(ReportCase... cases) {
    return new Report(
        "check",
        Report.Tool.of("TLC"),
        folder,
        Place.of("a/Queue.tla"),
        1,
        Optional.empty(),
        List.of(ReportGroup.of("Queue", "violates Short", Map.of("edges", 7L), List.of("x.mmd"))),
        List.of(cases),
        Duration.ofMillis(77));
  }

  private static ReportCase property(String name, Status status) {
    return ReportCase.of("Queue", name, Kind.PROPERTY).is(status, name + " was judged");
  }

  private static ReportStep step(String action, String value) {
    return new ReportStep(
        action,
        Optional.of(Place.of("a/Queue.tla", 2)),
        List.of("x = " + value),
        List.of(new ReportStep.Value("x", Optional.of(new TlaValue.Str(value)), ValueNames.NONE)));
  }

  private static String element(String html, String begin, String end) {
    int from = html.indexOf(begin) + begin.length();
    return html.substring(from, html.indexOf(end, from));
  }

  private static JsonNode data(Atlas.Page page) throws Exception {
    return new ObjectMapper().readTree(element(page.html(), "id=\"data\">", "</script>"));
  }

  private void module(String text) throws Exception {
    Files.createDirectories(folder.resolve("a"));
    Files.writeString(folder.resolve("a/Queue.tla"), text);
  }

  @Test
  void theSameReportGivesTheSamePageWhateverTimeItTook() throws Exception {
    module("line 1\nline 2\n");
    Report report = report(property("Short", Status.FAILED).in(Duration.ofMillis(3)));

    Atlas.Page page = FindingsPage.of(report);

    assertThat(FindingsPage.of(report.withoutTimes()).html()).isEqualTo(page.html());
    assertThat(page.parts().stream().mapToInt(Atlas.Part::bytes).sum()).isEqualTo(page.size());
    assertThat(page.html()).contains("<title>a/Queue.tla: check</title>");
    assertThat(page.html()).doesNotContain(folder.toString(), "innerHTML", " style=\"");
  }

  @Test
  void whatIsWrongComesFirstAndStepsPointAtLines() throws Exception {
    module("line 1\nline 2\n");
    ReportCase failed =
        property("Short", Status.FAILED)
            .at(Optional.of(Place.of("a/Queue.tla", 1)))
            .with(List.of(step("Init", "v"), step("Put", "w")), OptionalInt.of(1));

    JsonNode data =
        data(
            FindingsPage.of(
                report(
                    property("Held", Status.PASSED),
                    property("Unjudged", Status.SKIPPED),
                    property("Broken", Status.ERROR),
                    failed)));

    assertThat(data.get("cases").findValuesAsText("name"))
        .containsExactly("Short", "Broken", "Unjudged", "Held");
    assertThat(data.get("counts").toString())
        .isEqualTo("[[1,\"failed\"],[1,\"error\"],[1,\"skipped\"],[1,\"passed\"]]");
    JsonNode first = data.get("cases").get(0);
    assertThat(first.get("at").toString()).isEqualTo("[0,1,0]");
    assertThat(first.get("loop").asInt()).isOne();
    assertThat(first.at("/steps/1").toString())
        .isEqualTo(
            "{\"action\":\"Put\",\"at\":[0,2,0],\"changes\":[\"x = w\"],"
                + "\"values\":[[\"x\",\"\\\"w\\\"\"]]}");
    assertThat(data.get("files").get(0).get("text").asText()).isEqualTo("line 1\nline 2\n");
    assertThat(data.at("/groups/0/figures").toString()).isEqualTo("[[\"edges\",7]]");
  }

  @Test
  void aModuleThatIsNotThereIsCitedWithoutItsText() throws Exception {
    JsonNode data =
        data(
            FindingsPage.of(
                report(
                    property("Short", Status.FAILED).at(Optional.of(Place.of("a/Queue.tla", 1))))));

    assertThat(data.get("files")).isEmpty();
    assertThat(data.at("/cases/0/place").asText()).isEqualTo("a/Queue.tla:1");
    assertThat(data.at("/cases/0/at").toString()).isEqualTo("[-1,0,0]");
  }

  @Test
  void noTextEndsAnElementOrTheComment() throws Exception {
    module("</script><!--<script>\u2028${script}\r\nnext\r\n");
    String hostile = "--></title></script><script>${data}";

    Atlas.Page page =
        FindingsPage.of(
            report(
                property(hostile, Status.FAILED)
                    .with(List.of(step(hostile, hostile)), OptionalInt.empty())));

    assertThat(page.html().split("</script>", -1)).hasSize(3);
    assertThat(data(page).at("/files/0/text").asText())
        .isEqualTo("</script><!--<script>\ufffd${script}\nnext\n");
    assertThat(data(page).at("/cases/0/steps/0/action").asText()).isEqualTo(hostile);
  }

  @Test
  void behavioursThatAreTooLargeTogetherAreLeftOutAndCounted() throws Exception {
    List<ReportStep> many = Collections.nCopies(150, step("Put", "z".repeat(19_000)));
    ReportCase large = property("Large", Status.FAILED).with(many, OptionalInt.empty());

    JsonNode data = data(FindingsPage.of(report(large, large, large, large)));

    assertThat(data.get("cases").findValuesAsText("dropped"))
        .containsExactly("0", "0", "150", "150");
    assertThat(data.at("/cases/1/steps")).hasSize(150);
    assertThat(data.at("/cases/2").has("steps")).isFalse();
  }

  @Test
  void numbersAndNamesAreThoseOfTheReport() throws Exception {
    ReportStep named =
        new ReportStep(
            "Init",
            Optional.empty(),
            List.of("x = Zero"),
            List.of(
                new ReportStep.Value(
                    "x",
                    Optional.of(new TlaValue.Int(0)),
                    new ValueNames(
                        Map.of(new TlaValue.Int(0), "Zero"), Map.of(), Optional.empty())),
                new ReportStep.Value("gone", Optional.empty(), ValueNames.NONE)));

    JsonNode data =
        data(
            FindingsPage.of(
                report(property("P", Status.FAILED).with(List.of(named), OptionalInt.empty()))));

    assertThat(data.at("/cases/0/steps/0/values").toString())
        .isEqualTo("[[\"x\",\"Zero\"],[\"gone\",\"\"]]");
  }

  @Test
  void ofALongTraceTheLinesBeforeTheRejectedOneAreThere() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= 500; i++) {
      lines.append("{\"state\":\"S").append(i).append("\",\"reason\":\"R\"}\n");
    }
    Files.writeString(folder.resolve("t"), lines);
    ReportCase rejected =
        ReportCase.of("t", "line 450", Kind.SESSION)
            .is(Status.FAILED, "no")
            .at(Optional.of(Place.of("t", 450)));

    JsonNode steps = data(FindingsPage.of(report(rejected))).at("/cases/0/steps");

    assertThat(steps).hasSize(TraceLines.MOST);
    assertThat(steps.get(0).get("action").asText()).isEqualTo("line 251: S251, R");
    assertThat(steps.get(199).get("changes").toString()).isEqualTo("[\"state = \\\"S450\\\"\"]");
  }
}
