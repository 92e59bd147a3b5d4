package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.codegen.atlas.Enclosed;
import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.codegen.counts.Passage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** Ten initialisations, one join and two refusals; a rejoin is impossible where it began. */
  private CoverageCounts few() {
    Map<Passage, Long> taken = new TreeMap<>();
    taken.put(room.passage("UNKNOWN", "INITIALIZE"), 1234L);
    taken.put(room.passage("UNKNOWN", "JOIN_CHANNEL"), 2L);
    taken.put(room.passage("DISCONNECTED", "JOIN_CHANNEL"), 1L);
    taken.put(room.passage("", "INITIALIZE"), 1232L);
    taken.put(room.passage("UNKNOWN", "INITIALIZE", "JOIN_CHANNEL"), 1L);
    taken.put(room.passage("", "INITIALIZE", "JOIN_CHANNEL"), 1L);
    return room.counts(
        "a few",
        taken,
        room.passage("UNKNOWN", "REJOINED"),
        room.passage("", "REJOINED"),
        room.passage("", "REJOINED", "KICKED"));
  }

  private void openFew(String fragment) throws Exception {
    browser.open(Pages.room(), "view=coverage");
    Counts.open(browser, Counts.written(folder.resolve("few.json"), few()));
    if (!fragment.isEmpty()) {
      browser.run("location.hash = arguments[0]", fragment);
      browser.runLater("setTimeout(arguments[arguments.length - 1], 50)");
    }
  }

  private List<String> rows() {
    return browser.all(".coverage .scroll[aria-label^=What] tbody tr").stream()
        .map(WebElement::getText)
        .toList();
  }

  private String cell(String location, String event) {
    return ".matrix td[data-location='"
        + room.location(location)
        + "'][data-event='"
        + room.event(event)
        + "']";
  }

  private List<String> summary() {
    return browser.all(".coverage .summary tbody tr").stream().map(WebElement::getText).toList();
  }

  @Test
  void aFileOfCountsIsOpenedAndWhatWasNeverTakenIsFirst() throws Exception {
    browser.open(Pages.room(), "");
    browser.keys("v");
    assertThat(browser.text(".coverage .note")).contains("mooring-counts.schema.json");

    Counts.open(browser, Counts.written(folder.resolve("few.json"), few()));

    assertThat(browser.text(".sources")).isEqualTo("few.json: a few");
    // The room has 136 rows, 1,887 edges and 32,079 pairs: as its guide says, counted by the kit.
    assertThat(summary())
        .containsExactly(
            "Rows 135 3 132 2.2 % 1",
            "Edges 1,886 2 1,884 0.1 % 1", "Edge pairs 32,078 1 32,077 0.0 % 1");
    assertThat(browser.text(".coverage .count")).isEqualTo("135 of 135");
    assertThat(rows()).hasSize(135).first().asString().endsWith(" never");
    assertThat(rows().subList(131, 135))
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
    assertThat(rows())
        .containsExactly(
            "Initialize, JoinChannel UNKNOWN CONNECTING once",
            "(begin), Initialize UNKNOWN DISCONNECTED 1,232 times");

    browser.click(".coverage .kinds [data-kind=pairs]");
    assertThat(rows()).containsExactly("(begin), Initialize, JoinChannel UNKNOWN CONNECTING once");

    browser.choose("#taken", "not possible in these runs");
    assertThat(rows())
        .containsExactly("(begin), Rejoined, Kicked UNKNOWN UNKNOWN, ignored not possible");
    assertThat(browser.fragment()).contains("items=pairs", "taken=impossible");
  }

  @Test
  void theListIsFilteredAndGoesOn() throws Exception {
    openFew("view=coverage&items=pairs&taken=never");
    assertThat(browser.text(".coverage .count")).isEqualTo("32,077 of 32,078");
    assertThat(rows()).hasSize(200);
    browser.click(".coverage .more");
    assertThat(rows()).hasSize(400);

    browser.find("#seek").sendKeys("begin initialize kicked");
    assertThat(rows()).isEmpty();
    browser.find("#seek").clear();
    browser.find("#seek").sendKeys("failed kicked");
    assertThat(rows())
        .isNotEmpty()
        .allMatch(
            row ->
                row.contains("Kicked")
                    && row.toUpperCase(java.util.Locale.ROOT).contains("FAILED"));
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

    assertThat(browser.text(cell("UNKNOWN", "INITIALIZE") + " .times")).startsWith("1.2K");
    assertThat(
            browser.run(
                "return document.querySelector(arguments[0]).textContent",
                cell("UNKNOWN", "INITIALIZE") + " .times"))
        .isEqualTo("1.2K, 1,234 times");
    assertThat(browser.find(cell("UNKNOWN", "INITIALIZE")).getAttribute("data-heat"))
        .isEqualTo("5");
    assertThat(browser.find(cell("DISCONNECTED", "JOIN_CHANNEL")).getAttribute("data-heat"))
        .isEqualTo("1");
    assertThat(browser.find(cell("CONNECTED", "KICKED")).getAttribute("data-heat")).isEqualTo("0");
    assertThat(browser.find(cell("UNKNOWN", "REJOINED")).getAttribute("data-heat"))
        .isEqualTo("none");

    browser.click(".heat-bar [data-kind=edges]");
    assertThat(browser.text(cell("UNKNOWN", "INITIALIZE") + " .times")).startsWith("1/17");
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

    assertThat(rows())
        .containsExactly(
            "(begin), Initialize UNKNOWN DISCONNECTED 7 times",
            "Release, Initialize DISCONNECTED DISCONNECTED 8 times");
  }

  @Test
  void filesThatAreOpenedTogetherAreAdded() throws Exception {
    browser.open(Pages.room(), "view=coverage");
    Counts.open(
        browser,
        Counts.written(folder.resolve("one.json"), few()),
        Counts.written(
            folder.resolve("two.json"),
            room.counts(
                "more",
                Map.of(
                    room.passage("UNKNOWN", "REJOINED"), 1L,
                    room.passage("UNKNOWN", "JOIN_CHANNEL"), 40L))));

    assertThat(browser.text(".sources")).isEqualTo("one.json: a few two.json: more");
    assertThat(summary()).first().isEqualTo("Rows 136 4 132 2.9 % 0");
    browser.choose("#taken", "taken");
    assertThat(rows()).contains("JoinChannel UNKNOWN UNKNOWN, refused 42 times");

    Counts.open(browser, folder.resolve("one.json"));
    browser.runLater("setTimeout(arguments[arguments.length - 1], 100)");
    assertThat(browser.text(".sources")).isEqualTo("one.json: a few");
    assertThat(rows()).contains("JoinChannel UNKNOWN UNKNOWN, refused 2 times");
  }

  @Test
  void countsAreDroppedOntoTheView() throws Exception {
    browser.open(Pages.room(), "view=coverage");
    browser.run(
        "const transfer = new DataTransfer();"
            + "transfer.items.add(new File([arguments[0]], 'dropped.json'));"
            + "document.querySelector('.coverage').dispatchEvent(new DragEvent('drop',"
            + " {dataTransfer: transfer, bubbles: true, cancelable: true}))",
        io.mooring.codegen.counts.CountsJson.write(few()));
    Counts.await(browser);

    assertThat(browser.text(".sources")).isEqualTo("dropped.json: a few");
  }

  @Test
  void aPageThatWasMadeWithCountsOpensWithThem() throws Exception {
    Path file = Counts.written(folder.resolve("few.json"), few());
    Path page = room.page(folder.resolve("page.html"), List.of(file, file), Optional.empty());

    browser.open(page, "");
    assertThat(browser.text(".sources")).isEqualTo("in this page: a few; a few");
    assertThat(rows()).last().asString().isEqualTo("Initialize UNKNOWN DISCONNECTED 2,468 times");

    browser.open(page, "view=matrix");
    assertThat(browser.text(cell("DISCONNECTED", "JOIN_CHANNEL") + " .times")).startsWith("2");
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void aPageThatWasMadeWithAnotherModelOpensAtTheComparison() throws Exception {
    Path page =
        room.page(
            folder.resolve("page.html"),
            List.of(),
            Optional.of(Models.room(folder, Map.of("JOIN_TIMEOUT", "JOIN_LIMIT"))));

    browser.open(page, "");

    assertThat(browser.find("#tab-compare").getAttribute("aria-selected")).isEqualTo("true");
    assertThat(browser.text(".sides")).contains("RoomConnection.json");
    assertThat(browser.has(".differences tbody tr")).isTrue();
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void aPageThatWasMadeWithAListOpensItInTheWalk() throws Exception {
    Enclosed enclosed =
        new Enclosed(
            Optional.of(few()),
            Optional.empty(),
            Optional.of(new Enclosed.Walk("x.events", "Initialize\nJoinChannel\nKicked\n")));
    Path page = room.page(folder.resolve("page.html"), enclosed);

    browser.open(page, "");

    browser.runLater(
        "const end = arguments[0]; const poll = () =>"
            + " document.querySelector('.entries') ? end() : setTimeout(poll, 5); poll()");
    assertThat(browser.text(".walked .what")).isEqualTo("List x.events");
    assertThat(browser.all(".entries li")).hasSize(4);
    browser.keys("v");
    assertThat(browser.text(".sources")).isEqualTo("in this page: a few");
    assertThat(browser.console()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "formatVersion": 1 | "formatVersion": 9 | its "formatVersion" is 9, and 1 can be read.
          "machine": "RoomConnection" | "machine": "Door" | it counts Door, and this machine is RoomConnection.
          "fingerprint": " | "fingerprint": "0 | it was counted with another version of the specification
          "fingerprint" | "print" | it is JSON without counts
          "UNKNOWN" | "ATTIC" | this machine has none of its locations ATTIC.
          "UNKNOWN" | "__proto__" | this machine has none of its locations __proto__.
          "INITIALIZE" | "<img src=x onerror=window.hurt=1>" | its events <img src=x onerror=window.hurt=1>.
          "UNKNOWN" | "CONNECTED" | its "locations" are no list, or have a name twice.
          [0,0,1234] | [0,0,-1] | its "rows" have [0,0,-1].
          [0,0,1234] | [0,0,1.5] | its "rows" have [0,0,1.5].
          [0,0,1234] | [0,99,1] | its "rows" have [0,99,1].
          [0,0,1234] | [0,0] | its "rows" have [0,0].
          [0,0,1234] | null | its "rows" have null.
          {           | [           | it is no JSON.
          """)
  void aFileThatIsNoneOfThisMachineIsReportedInOneLine(String text, String damaged, String problem)
      throws Exception {
    String counts = io.mooring.codegen.counts.CountsJson.write(few());
    assertThat(counts).contains(text);
    browser.open(Pages.room(), "view=coverage");
    Counts.open(
        browser, Files.writeString(folder.resolve("wrong.json"), counts.replace(text, damaged)));

    assertThat(browser.text(".notice")).startsWith("wrong.json is not shown: ").contains(problem);
    assertThat(browser.has(".coverage .summary")).isFalse();
    assertThat(browser.run("return window.hurt === undefined")).isEqualTo(true);
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void aFileThatIsTooLargeIsNotReadAndNothingIsShownOfTheOthers() throws Exception {
    browser.open(Pages.room(), "view=coverage");
    Counts.open(
        browser,
        Counts.written(folder.resolve("few.json"), few()),
        Files.writeString(folder.resolve("large.json"), " ".repeat(17_000_000)));

    assertThat(browser.text(".notice"))
        .startsWith("large.json is not shown: it has 17 MB, and 16 MB is the limit.");
    assertThat(browser.has(".coverage .summary")).isFalse();
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
