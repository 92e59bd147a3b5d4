package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.codegen.counts.Passage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Counts are opened, and the page shows what was taken, how often, and what never was. */
@InBrowser
final class CoverageTest {

  private final Browser browser;
  private final Path folder;
  private final Counts room;

  CoverageTest(Browser browser, @TempDir Path folder) throws Exception {
    this.browser = browser;
    this.folder = folder;
    this.room = new Counts(Pages.roomModel());
  }

  @AfterEach
  void preferNothing() {
    browser.prefer("", Map.of());
    browser.viewport(1440, 1000);
  }

  private void openFew(String fragment) throws Exception {
    browser.open(Pages.room(), "view=coverage");
    Counts.open(browser, Counts.written(folder.resolve("few.json"), room.few()));
    if (!fragment.isEmpty()) {
      browser.run("location.hash = arguments[0]", fragment);
      browser.runLater("setTimeout(arguments[arguments.length - 1], 50)");
    }
  }

  @Test
  void aFileOfCountsIsOpenedAndWhatWasNeverTakenIsFirst() throws Exception {
    browser.open(Pages.room(), "");
    browser.keys("v");
    assertThat(browser.text(".coverage .note")).contains("mooring-counts.schema.json");

    Counts.open(browser, Counts.written(folder.resolve("few.json"), room.few()));

    assertThat(browser.text(".sources")).isEqualTo("few.json: a few");
    // The room has 136 rows, 1,887 edges and 32,079 pairs: as its guide says, counted by the kit.
    assertThat(Counts.summary(browser))
        .containsExactly(
            "Rows 135 3 132 2.2 % 1",
            "Edges 1,886 2 1,884 0.1 % 1", "Edge pairs 32,078 1 32,077 0.0 % 1");
    assertThat(browser.text(".coverage .count")).isEqualTo("135 of 135");
    assertThat(Counts.rows(browser)).hasSize(135).first().asString().endsWith(" never");
    assertThat(Counts.rows(browser).subList(131, 135))
        .satisfiesExactly(
            row -> assertThat(row).endsWith("never"),
            row -> assertThat(row).isEqualTo("JoinChannel DISCONNECTED CONNECTING once"),
            row -> assertThat(row).isEqualTo("JoinChannel UNKNOWN UNKNOWN, refused 2 times"),
            row -> assertThat(row).isEqualTo("Initialize UNKNOWN DISCONNECTED 1,234 times"));
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void edgesAndPairsAreListedWithTheEventsThatTheyAreMadeOf() throws Exception {
    openFew("view=coverage&items=edges&taken=taken");
    assertThat(Counts.rows(browser))
        .containsExactly(
            "Initialize, JoinChannel UNKNOWN CONNECTING once",
            "(begin), Initialize UNKNOWN DISCONNECTED 1,232 times");

    browser.click(".coverage .kinds [data-kind=pairs]");
    assertThat(Counts.rows(browser))
        .containsExactly("(begin), Initialize, JoinChannel UNKNOWN CONNECTING once");

    browser.choose("#taken", "not possible in these runs");
    assertThat(Counts.rows(browser))
        .containsExactly("(begin), Rejoined, Kicked UNKNOWN UNKNOWN, ignored not possible");
    assertThat(browser.fragment()).contains("items=pairs", "taken=impossible");
  }

  @Test
  void theListIsFilteredAndGoesOn() throws Exception {
    openFew("view=coverage&items=pairs&taken=never");
    assertThat(browser.text(".coverage .count")).isEqualTo("32,077 of 32,078");
    assertThat(Counts.rows(browser)).hasSize(200);
    browser.click(".coverage .more");
    assertThat(Counts.rows(browser)).hasSize(400);

    browser.find("#seek").sendKeys("begin initialize kicked");
    assertThat(Counts.rows(browser)).isEmpty();
    browser.find("#seek").clear();
    browser.find("#seek").sendKeys("failed kicked");
    assertThat(Counts.rows(browser))
        .isNotEmpty()
        .allMatch(row -> row.contains("Kicked") && row.toUpperCase(Locale.ROOT).contains("FAILED"));
    assertThat(browser.fragment()).contains("seek=failed+kicked");
  }

  @Test
  void aLineOfTheListIsAPathInTheDrive() throws Exception {
    openFew("view=coverage&items=pairs&taken=taken");

    browser.click(".coverage tbody button");

    assertThat(browser.text(".state")).isEqualTo("CONNECTING");
    assertThat(browser.fragment()).contains("path=INITIALIZE.JOIN_CHANNEL", "view=coverage");
  }

  @Test
  void theMatrixShowsHowOftenEachRowWasTaken() throws Exception {
    openFew("view=matrix");

    assertThat(browser.text(room.cell("UNKNOWN", "INITIALIZE") + " .times")).startsWith("1.2K");
    assertThat(
            browser.run(
                "return document.querySelector(arguments[0]).textContent",
                room.cell("UNKNOWN", "INITIALIZE") + " .times"))
        .isEqualTo("1.2K, 1,234 times");
    assertThat(browser.find(room.cell("UNKNOWN", "INITIALIZE")).getAttribute("data-heat"))
        .isEqualTo("5");
    assertThat(browser.find(room.cell("DISCONNECTED", "JOIN_CHANNEL")).getAttribute("data-heat"))
        .isEqualTo("1");
    assertThat(browser.find(room.cell("CONNECTED", "KICKED")).getAttribute("data-heat"))
        .isEqualTo("0");
    assertThat(browser.find(room.cell("UNKNOWN", "REJOINED")).getAttribute("data-heat"))
        .isEqualTo("none");

    browser.click(".heat-bar [data-kind=edges]");
    assertThat(browser.text(room.cell("UNKNOWN", "INITIALIZE") + " .times")).startsWith("1/17");
    browser.click(".heat-bar .action");
    assertThat(browser.has(".matrix .times")).isFalse();
    assertThat(browser.has(".matrix [data-heat]:not(.heat)")).isFalse();
    assertThat(browser.fragment()).contains("heat=no", "items=edges");
  }

  @Test
  void theDiagramShowsHowOftenEachArrowWasTaken() throws Exception {
    openFew("view=diagram");

    List<String> labels =
        browser.all(".label").stream()
            .map(label -> label.findElement(By.cssSelector("text:last-of-type")))
            .map(
                text ->
                    browser.run(
                        "return arguments[0].firstChild.data + ' ' +"
                            + " arguments[0].querySelector('.times').firstChild.data",
                        text))
            .map(String::valueOf)
            .toList();
    assertThat(labels).contains("Initialize 1.2K", "JoinChannel 1", "JoinChannel 0", "Kicked 0");
    assertThat(browser.all(".edge[data-heat='5']")).hasSize(1);
    assertThat(browser.all(".edge[data-heat='1']")).hasSize(1);
    assertThat(browser.all(".edge[data-heat='0']")).hasSizeGreaterThan(5);

    browser.click("#fold-locations");
    assertThat(browser.has(".label .times")).isTrue();
    browser.click(".heat-bar .action");
    assertThat(browser.has(".label .times")).isFalse();
    assertThat(browser.has(".edge[data-heat]")).isFalse();
  }

  @Test
  void statesAreTheSameIfTheirOutputsAre() throws Exception {
    Map<Passage, Long> taken =
        Map.of(
            room.passage("", "INITIALIZE"), 4L,
            room.passage("UNKNOWN", "RELEASE", "INITIALIZE"), 3L,
            room.passage("DISCONNECTED", "RELEASE", "INITIALIZE"), 2L,
            room.passage("CONNECTED", "RELEASE", "INITIALIZE"), 6L);
    browser.open(Pages.room(), "view=coverage&items=edges&taken=taken");
    Counts.open(browser, Counts.written(folder.resolve("a.json"), room.counts("", taken)));

    assertThat(Counts.rows(browser))
        .containsExactly(
            "(begin), Initialize UNKNOWN DISCONNECTED 7 times",
            "Release, Initialize DISCONNECTED DISCONNECTED 8 times");
  }

  @Test
  void theColumnsOfALargeMachineShowTheirHeat() throws Exception {
    browser.open(Pages.large(), "view=coverage");
    browser.run(
        "const data = JSON.parse(document.getElementById('data').textContent);"
            + "const text = JSON.stringify({formatVersion: 1, machine: data.module,"
            + " fingerprint: data.fingerprint, locations: data.locations.map(each => each.name),"
            + " events: data.events.map(each => each.name), rows: [[0, 0, 3], [30, 1, 5]]});"
            + "const transfer = new DataTransfer(); transfer.items.add(new File([text], 'a.json'));"
            + "document.querySelector('.coverage').dispatchEvent(new DragEvent('drop',"
            + " {dataTransfer: transfer, bubbles: true, cancelable: true}))");
    Counts.await(browser);
    browser.keys("m");
    assertThat(browser.text(".matrix td[data-location='0'][data-event='0'] .times"))
        .startsWith("3");

    browser.all(".matrix .segments button").get(1).click();

    assertThat(browser.text(".matrix td[data-location='30'][data-event='1'] .times"))
        .startsWith("5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"coverage", "matrix", "diagram"})
  void axeFindsNothingWideAndNarrowLightAndDark(String view) throws Exception {
    Path page =
        room.page(
            folder.resolve("page.html"),
            List.of(Counts.written(folder.resolve("few.json"), levels())),
            Optional.empty());
    for (String scheme : List.of("light", "dark")) {
      for (int width : List.of(1440, 320)) {
        browser.prefer("", Map.of("prefers-color-scheme", scheme));
        browser.viewport(width, 900);
        browser.open(page, "view=" + view);
        assertThat(Axe.violations(browser)).as(scheme + " " + width).isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
            .isEqualTo(true);
      }
    }
  }

  /** Rows of every level of heat. */
  private CoverageCounts levels() {
    Map<Passage, Long> taken = new TreeMap<>();
    long count = 1;
    for (String event :
        List.of("INITIALIZE", "JOIN_CHANNEL", "LEAVE_CHANNEL", "RELEASE", "JOINED")) {
      taken.put(room.passage("UNKNOWN", event), count);
      count *= 10;
    }
    return room.counts("levels", taken, room.passage("UNKNOWN", "REJOINED"));
  }

  @Test
  void theLevelsAreFromOneToTheLargestCountAndTheScaleSaysSo() throws Exception {
    browser.open(Pages.room(), "view=coverage");
    Counts.open(browser, Counts.written(folder.resolve("levels.json"), levels()));
    browser.keys(Keys.ESCAPE, "m");

    assertThat(
            browser.all(".matrix td[data-location='0']").stream()
                .limit(6)
                .map(each -> each.getAttribute("data-heat")))
        .containsExactly("1", "2", "3", "4", "5", "0");
    assertThat(browser.all(".scale .heat").stream().map(WebElement::getText))
        .containsExactly(
            "never", "1 to 5", "6 to 39", "40 to 250", "251 to 1,584", "1,585 or more");
  }

  @Test
  void theViewIsUsedByTheKeyboardAlone() throws Exception {
    openFew("");
    browser.run("document.getElementById('tab-coverage').focus()");
    browser.tab();
    assertThat(browser.focused().getAttribute("id")).isEqualTo("open-counts");
    for (int i = 0; i < 3 && !"rows".equals(browser.focused().getAttribute("data-kind")); i++) {
      browser.tab();
    }
    browser.tab();
    browser.keys(Keys.ENTER);
    assertThat(browser.find(".coverage [data-kind=edges]").getAttribute("aria-pressed"))
        .isEqualTo("true");
    browser.tab();
    browser.tab();
    assertThat(browser.focused().getAttribute("id")).isEqualTo("seek");
    browser.keys("kicked v");
    assertThat(browser.find("#seek").getAttribute("value")).isEqualTo("kicked v");
  }
}
