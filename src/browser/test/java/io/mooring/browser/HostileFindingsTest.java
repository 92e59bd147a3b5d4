package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.report.Place;
import io.mooring.checker.report.Report;
import io.mooring.checker.report.ReportCase;
import io.mooring.checker.report.ReportCase.Kind;
import io.mooring.checker.report.ReportCase.Status;
import io.mooring.checker.report.ReportStep;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.ValueNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of a stranger on the page of findings, and very many of them. */
@InBrowser
final class HostileFindingsTest {

  private static final String HOSTILE =
      "</script><script>window.hurt=1</script><img src=x onerror=\"window.hurt=1\">'\\";

  private final Browser browser;
  private final Path folder;

  HostileFindingsTest(Browser browser, @TempDir Path folder) {
    this.browser = browser;
    this.folder = folder;
  }

  private Path page(List<ReportCase> cases) throws Exception {
    return Found.written(
        folder,
        new Report(
            "check",
            Report.Tool.of(HOSTILE),
            folder,
            Place.of(HOSTILE),
            1,
            Optional.empty(),
            List.of(),
            cases,
            Duration.ZERO));
  }

  private static ReportStep step(String text, Optional<Place> place) {
    return new ReportStep(
        text,
        place,
        List.of(text),
        List.of(new ReportStep.Value(text, Optional.of(new TlaValue.Str(text)), ValueNames.NONE)));
  }

  @Test
  void markupIsText() throws Exception {
    Files.writeString(folder.resolve("Evil.tla"), "A == \"" + HOSTILE + "\"\n");
    Optional<Place> place = Optional.of(Place.of("Evil.tla", 1));
    ReportStep step = step(HOSTILE, place);
    browser.open(
        page(
            List.of(
                ReportCase.of(HOSTILE, HOSTILE, Kind.PROPERTY)
                    .is(Status.FAILED, HOSTILE)
                    .with("- " + HOSTILE)
                    .with(List.of(step, step), OptionalInt.of(0)))),
        "step=2");

    assertThat(browser.text(".changes")).isEqualTo(HOSTILE);
    assertThat(browser.text(".finding .said")).isEqualTo(HOSTILE);
    assertThat(browser.text(".findings")).contains(HOSTILE);
    browser.keys("s");
    assertThat(browser.text(".source")).contains(HOSTILE);
    assertThat(browser.has("img")).isFalse();
    assertThat(browser.run("return window.hurt === undefined")).isEqualTo(true);
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void whatIsNotSeenOrReordersIsMarkedAndWhatIsLongIsCut() throws Exception {
    ReportStep bidi = step("a\u202egpj.exe\u2066b\u0000\u200b\ud800c", Optional.empty());
    ReportStep large = step("y".repeat(100_000), Optional.empty());
    browser.open(
        page(
            List.of(
                ReportCase.of("g", "n", Kind.PROPERTY)
                    .is(Status.FAILED, "")
                    .with(List.of(bidi, large), OptionalInt.empty()))),
        "");

    assertThat(browser.text(".changes")).isEqualTo("a\ufffdgpj.exe\ufffdb\ufffd\ufffd\ufffdc");
    browser.click("[aria-label='Step forward']");
    assertThat(browser.text(".changes"))
        .hasSize(20_000 + "… (80,000 characters left out)".length())
        .endsWith("yy… (80,000 characters left out)");
    assertThat(
            browser.run(
                "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .isEqualTo(true);
  }

  @Test
  void resultsAreFilteredByWordsAndStatusAndManyAreShownInParts() throws Exception {
    List<ReportCase> cases = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      cases.add(
          ReportCase.of("g", "case" + i, Kind.MUTANT)
              .is(i % 5 == 4 ? Status.FAILED : Status.PASSED, i % 2 == 0 ? "even" : "odd"));
    }
    browser.open(page(cases), "");

    assertThat(browser.all(".findings .name")).hasSize(201);
    assertThat(browser.all(".findings .name").get(1).getText()).isEqualTo("case4");
    browser.click(".findings .more");
    assertThat(browser.all(".findings .name")).hasSize(401);

    browser.choose(".results select", "failed");
    assertThat(browser.text(".results .count")).isEqualTo("100 of 500");
    browser.find("#words").sendKeys("EVEN case49");
    assertThat(browser.text(".results .count")).isEqualTo("1 of 500");
    assertThat(browser.text(".findings li:last-child .name")).isEqualTo("case494");
    assertThat(browser.fragment()).contains("words=EVEN+case49", "status=failed");
    browser.find("#words").sendKeys("x");
    assertThat(browser.text(".findings li:last-child")).isEqualTo("No result has these words.");
  }

  @Test
  void aLongBehaviourIsWalkedWithoutDelay() throws Exception {
    List<ReportStep> steps = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      steps.add(step("step" + i % 50, Optional.empty()));
    }
    browser.open(
        page(
            List.of(
                ReportCase.of("g", "n", Kind.PROPERTY)
                    .is(Status.FAILED, "")
                    .with(steps, OptionalInt.empty()))),
        "step=9999");

    assertThat(browser.text(".entry h3")).startsWith("9999 step48");
    assertThat(browser.all(".entries li")).hasSizeLessThan(200);
    browser.click("[aria-label='Step forward']");
    assertThat(browser.text(".tools .count")).isEqualTo("10,000 of 10,000");
    assertThat(browser.all(".state-table tbody tr")).hasSize(50);
  }
}
