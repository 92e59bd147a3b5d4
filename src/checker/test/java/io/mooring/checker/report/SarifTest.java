package io.mooring.checker.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mooring.checker.report.ReportCase.Kind;
import io.mooring.checker.report.ReportCase.Status;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SARIF within the limits of GitHub's code scanning, valid whatever the names are. */
final class SarifTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int TEN_MEGABYTES = 10_000_000;

  private static JsonNode run(Report report) throws Exception {
    String text = ReportFormat.SARIF.text(report);
    assertThat(Schemas.sarif().violations(text)).isEmpty();
    return JSON.readTree(text).path("runs").path(0);
  }

  private static JsonNode flow(JsonNode result) {
    return result.at("/codeFlows/0/threadFlows/0/locations");
  }

  @Test
  void aHostileReportIsValid() throws Exception {
    JsonNode run = run(Hostile.report());

    String uri = run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri").asText();
    assertThat(uri).isEqualTo("spec/100%25,a%3Ab%20c%C3%A9%23%3F.tla");
    assertThat(URI.create(uri).getPath()).isEqualTo("spec/100%,a:b c\u00e9#?.tla");
    assertThat(run.at("/results/0/ruleId").asText()).isEqualTo(Hostile.TEXT);
    assertThat(run.at("/results/0/partialFingerprints"))
        .isNotEqualTo(run.at("/results/1/partialFingerprints"));
  }

  @Test
  void aFileOutsideOfTheRepositoryIsNamedWhole() throws Exception {
    ReportCase outside =
        ReportCase.of("A", "P", Kind.PROPERTY)
            .is(Status.FAILED, "violated")
            .at(Optional.of(Place.of("/else where/A.tla", 3)));

    JsonNode file =
        run(Hostile.report(List.of(outside)))
            .at("/results/0/locations/0/physicalLocation/artifactLocation");

    assertThat(file.path("uri").asText()).isEqualTo("file:///else%20where/A.tla");
    assertThat(file.has("uriBaseId")).isFalse();
  }

  @Test
  void aCounterexampleHasAsManyLocationsAsGitHubShowsAndSaysWhatIsLeftOut() throws Exception {
    assertThat(flow(run(Hostile.violations(1, 1_000, "")).at("/results/0"))).hasSize(1_000);
    JsonNode steps = flow(run(Hostile.violations(1, 1_234, "")).at("/results/0"));

    assertThat(steps).hasSize(1_000);
    assertThat(steps.get(499).path("executionOrder").asInt()).isEqualTo(500);
    assertThat(steps.get(500).path("executionOrder").asInt()).isEqualTo(735);
    assertThat(steps.get(500).at("/location/message/text").asText())
        .startsWith("(234 steps are left out) 735  Step");
    assertThat(steps.get(999).path("executionOrder").asInt()).isEqualTo(1_234);
  }

  @Test
  void manyLongCounterexamplesAreSmallEnoughToBeUploaded() throws Exception {
    String text =
        ReportFormat.SARIF.text(Hostile.violations(500, 900, "y = " + "<<7>>".repeat(900)));
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(zipped.size()).isLessThan(TEN_MEGABYTES);
    assertThat(flow(JSON.readTree(text).at("/runs/0/results/499"))).hasSize(20);
  }

  @Test
  void ofTooManyResultsTheErrorsAreKeptAndTheOthersAreCounted() throws Exception {
    List<ReportCase> cases = new ArrayList<>();
    for (int i = 0; i < 5_003; i++) {
      cases.add(ReportCase.of("A", "m" + i, Kind.MUTANT).is(Status.FAILED, "survived"));
    }
    cases.add(ReportCase.of("A", "P", Kind.PROPERTY).is(Status.FAILED, "violated"));

    JsonNode run = run(Hostile.report(cases));

    assertThat(run.path("results")).hasSize(5_000);
    assertThat(run.at("/results/0/ruleId").asText()).isEqualTo("P");
    assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText())
        .isEqualTo("4 more results are left out");
  }

  @Test
  void aResultKeepsItsFingerprintWhereLinesMove(@TempDir Path folder) throws Exception {
    Lift lift = new Lift(folder);
    JsonNode before = run(lift.check("SPECIFICATION Spec", "INVARIANT BelowTop")).at("/results/0");
    String moved = Lift.text().replace("CONSTANT Top", "\n\n\nCONSTANT Top");
    JsonNode after =
        run(lift.checkText(moved, "SPECIFICATION Spec", "INVARIANT BelowTop")).at("/results/0");
    JsonNode other = run(lift.check("SPECIFICATION Spec", "PROPERTY OpensAtTop")).at("/results/0");

    assertThat(after.at("/locations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(before.at("/locations/0/physicalLocation/region/startLine").asInt() + 3);
    assertThat(after.path("partialFingerprints")).isEqualTo(before.path("partialFingerprints"));
    assertThat(other.path("partialFingerprints")).isNotEqualTo(before.path("partialFingerprints"));
  }

  @Test
  void theSchemaRejectsWhatIsNotSarif() throws Exception {
    String text = ReportFormat.SARIF.text(Hostile.report());

    assertThat(Schemas.sarif().violations(text.replace("\"ruleId\"", "\"rule\""))).isNotEmpty();
    assertThat(Schemas.report().violations(ReportFormat.JSON.text(Hostile.report()))).isEmpty();
    assertThat(
            Schemas.report()
                .violations(
                    ReportFormat.JSON.text(Hostile.report()).replace("\"kind\"", "\"sort\"")))
        .isNotEmpty();
  }
}
