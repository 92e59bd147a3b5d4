package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.report.Place;
import io.mooring.checker.report.Report;
import io.mooring.checker.report.ReportCase;
import io.mooring.checker.report.ReportCase.Kind;
import io.mooring.checker.report.ReportCase.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of a validation: the lines of a rejected session. */
@InBrowser
final class RejectedTest {

  private final Browser browser;
  private final Path folder;

  RejectedTest(Browser browser, @TempDir Path folder) {
    this.browser = browser;
    this.folder = folder;
  }

  private void opened(String lines, int line) throws Exception {
    Files.writeString(folder.resolve("t.ndjson"), lines);
    ReportCase rejected =
        ReportCase.of("t.ndjson", "line " + line, Kind.SESSION)
            .is(Status.FAILED, "Take is not possible")
            .with("possible: Put")
            .at(Optional.of(Place.of("t.ndjson", line)));
    ReportCase accepted =
        ReportCase.of("traces", "accepted sessions", Kind.SESSION).is(Status.PASSED, "1 session");
    browser.open(
        Found.written(
            folder,
            new Report(
                "validate",
                Report.Tool.of(""),
                folder,
                Place.of("t.ndjson"),
                1,
                Optional.empty(),
                List.of(),
                List.of(accepted, rejected),
                Duration.ZERO)),
        "");
  }

  @Test
  void theRejectedLineIsMarkedAmongThoseOfItsSession() throws Exception {
    opened(
        """
        {"session":"a","action":"Put","args":{"v":1},"state":{"queue":[1]}}
        {"session":"b","action":"Put","args":{"v":9}}
        no JSON
        {"session":"a","action":"Take","state":{"queue":[7]}}
        {"session":"a","action":"Later"}
        """,
        4);

    assertThat(browser.text(".finding h2")).isEqualTo("line 4 failed");
    assertThat(browser.text(".finding")).contains("Take is not possible", "possible: Put");
    assertThat(browser.all(".entries li").stream().map(WebElement::getText).toList())
        .hasSize(2)
        .first()
        .asString()
        .contains("line 1: Put");
    assertThat(browser.text(".entries .bad")).isEqualTo("2 line 4: Take Not explained");
    assertThat(browser.text(".entry h3")).isEqualTo("2 line 4: Take");
    assertThat(browser.text(".entry .problem")).isEqualTo("Not explained");
    assertThat(browser.text(".changes"))
        .isEqualTo("action = \"Take\" args.v: no value state.queue = [7]");

    browser.keys(Keys.ARROW_LEFT);
    assertThat(browser.has(".entry .problem")).isFalse();
    assertThat(browser.text(".changes")).contains("args.v = 1", "state.queue = [1]");
    assertThat(browser.fragment()).isEqualTo("step=1");
    assertThat(Axe.violations(browser)).isEmpty();
  }

  @Test
  void linesThatCannotBeReadAgainAreLeftOut() throws Exception {
    opened("{\"action\":\"Put\"}\n", 4);

    assertThat(browser.text(".finding")).contains("There is no behaviour to walk.");
    assertThat(browser.has(".entries")).isFalse();
  }
}
