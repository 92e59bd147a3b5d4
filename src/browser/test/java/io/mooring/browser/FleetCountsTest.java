package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** How often the sessions of a fleet took what: in the report, and in the other views. */
@InBrowser
final class FleetCountsTest {

  private final Browser browser;
  private final Path folder;

  FleetCountsTest(Browser browser, @TempDir Path folder) {
    this.browser = browser;
    this.folder = folder;
  }

  @Test
  void theCountsOfTheFleetAreTheHeatOfTheDiagram() throws Exception {
    Fleets fleet = Fleets.few(folder);
    Counts room = new Counts(Pages.roomModel());
    fleet.count(room.few());
    fleet.count(room.few());
    browser.open(fleet.page(), "");
    assertThat(browser.text(".fleet")).contains("How often each transition was taken is below");

    browser.keys("m");

    assertThat(
            browser.run(
                "return document.querySelector(arguments[0]).textContent",
                room.cell("UNKNOWN", "INITIALIZE") + " .times"))
        .isEqualTo("2.5K, 2,468 times");
  }

  private List<String> transitions() {
    return browser.all(".transitions tbody tr").stream().map(WebElement::getText).toList();
  }

  @Test
  void theReportSaysHowOftenEachTransitionWasTaken() throws Exception {
    browser.open(Fleets.counted(folder).page(), "");

    assertThat(transitions())
        .hasSizeGreaterThan(20)
        .anyMatch(
            each -> each.startsWith("Kicked CONNECTED DISCONNECTED") && each.contains("never"))
        .noneMatch(each -> each.startsWith("Kicked FAILED"));
    assertThat(transitions().subList(0, 3))
        .satisfiesExactly(
            each ->
                assertThat(each)
                    .startsWith("Joined CONNECTING CONNECTED")
                    .contains(" 1,200 times "),
            each -> assertThat(each).startsWith("JoinChannel DISCONNECTED").contains(" 108 times "),
            each ->
                assertThat(each)
                    .startsWith("Joined CONNECTED CONNECTED, ignored")
                    .contains(" 2 times "));
    browser.click(".transitions tbody button");
    assertThat(browser.text(".state")).isEqualTo("CONNECTED");
    assertThat(browser.fragment()).contains("start=CONNECTING", "path=JOINED");
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void coverageOfAFleetLeavesOutWhatItsLinesCannotShow() throws Exception {
    browser.open(Fleets.counted(folder).page(), "view=coverage&items=edges&taken=impossible");

    assertThat(Counts.summary(browser)).containsExactly("Rows 134 3 131 2.2 % 2");
    assertThat(browser.text(".coverage .summary thead"))
        .contains("Visible in traces", "Not visible in traces");
    assertThat(browser.text(".coverage")).contains("A line shows the row that it was");
    assertThat(browser.all(".coverage .kinds button:not([hidden])")).hasSize(1);
    assertThat(browser.text("#taken option:checked")).isEqualTo("not visible in traces");
    assertThat(Counts.rows(browser))
        .containsExactly(
            "Rejoined CONNECTED CONNECTED, ignored not visible in traces",
            "Kicked FAILED FAILED, ignored not visible in traces");
    browser.keys("m");
    assertThat(browser.has(".heat-bar [data-kind=rows][aria-pressed=true]")).isTrue();
    assertThat(browser.console()).isEmpty();
  }
}
