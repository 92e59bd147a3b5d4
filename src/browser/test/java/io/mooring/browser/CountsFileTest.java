package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.codegen.atlas.Enclosed;
import io.mooring.codegen.counts.CountsJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of counts, and pages that have them: which are shown, and which are refused and why. */
@InBrowser
final class CountsFileTest {

  private final Browser browser;
  private final Path folder;
  private final Counts room;

  CountsFileTest(Browser browser, @TempDir Path folder) throws Exception {
    this.browser = browser;
    this.folder = folder;
    this.room = new Counts(Pages.roomModel());
  }

  @Test
  void filesThatAreOpenedTogetherAreAdded() throws Exception {
    browser.open(Pages.room(), "view=coverage");
    Counts.open(
        browser,
        Counts.written(folder.resolve("one.json"), room.few()),
        Counts.written(
            folder.resolve("two.json"),
            room.counts(
                "more",
                Map.of(
                    room.passage("UNKNOWN", "REJOINED"), 1L,
                    room.passage("UNKNOWN", "JOIN_CHANNEL"), 40L))));

    assertThat(browser.text(".sources")).isEqualTo("one.json: a few two.json: more");
    assertThat(Counts.summary(browser))
        .containsExactly(
            "Rows 136 4 132 2.9 % 0",
            "Edges 1,887 2 1,885 0.1 % 0", "Edge pairs 32,079 1 32,078 0.0 % 0");
    browser.choose("#taken", "taken");
    assertThat(Counts.rows(browser)).contains("JoinChannel UNKNOWN UNKNOWN, refused 42 times");

    Counts.open(browser, folder.resolve("one.json"));
    browser.runLater(
        "const end = arguments[0]; const poll = () =>"
            + " document.querySelectorAll('.sources li').length === 1 ? end()"
            + " : setTimeout(poll, 5); poll()");
    assertThat(browser.text(".sources")).isEqualTo("one.json: a few");
    assertThat(Counts.rows(browser)).contains("JoinChannel UNKNOWN UNKNOWN, refused 2 times");
  }

  @Test
  void countsThatAreDroppedElsewhereAreNamed() {
    browser.open(Pages.room(), "");
    new Dropped(browser).text("c.json", CountsJson.write(room.few()));

    assertThat(browser.text(".notice")).startsWith("c.json: it has counts").contains("Coverage");
  }

  @Test
  void countsAreDroppedOntoTheView() throws Exception {
    browser.open(Pages.room(), "view=coverage");
    browser.run(
        "const transfer = new DataTransfer();"
            + "transfer.items.add(new File([arguments[0]], 'dropped.json'));"
            + "document.querySelector('.coverage').dispatchEvent(new DragEvent('drop',"
            + " {dataTransfer: transfer, bubbles: true, cancelable: true}))",
        CountsJson.write(room.few()));
    Counts.await(browser);

    assertThat(browser.text(".sources")).isEqualTo("dropped.json: a few");
  }

  @Test
  void aPageThatWasMadeWithCountsOpensWithThem() throws Exception {
    Path file = Counts.written(folder.resolve("few.json"), room.few());
    Path page = room.page(folder.resolve("page.html"), List.of(file, file), Optional.empty());

    browser.open(page, "");
    assertThat(browser.text(".sources")).isEqualTo("in this page: a few; a few");
    assertThat(Counts.rows(browser))
        .last()
        .asString()
        .isEqualTo("Initialize UNKNOWN DISCONNECTED 2,468 times");

    browser.open(page, "view=matrix");
    assertThat(browser.text(room.cell("DISCONNECTED", "JOIN_CHANNEL") + " .times")).startsWith("2");
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
            Optional.of(room.few()),
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
          [0,0,1234] | ["0",0,1] | its "rows" have ["0",0,1].
          [0,0,1234] | ["__proto__",0,1] | its "rows" have ["__proto__",0,1].
          [0,0,1234] | [0,0] | its "rows" have [0,0].
          [0,0,1234] | null | its "rows" have null.
          {           | [           | it is no JSON.
          """)
  void aFileThatIsNoneOfThisMachineIsReportedInOneLine(String text, String damaged, String problem)
      throws Exception {
    String counts = CountsJson.write(room.few());
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
        Counts.written(folder.resolve("few.json"), room.few()),
        Files.writeString(folder.resolve("large.json"), " ".repeat(17_000_000)));

    assertThat(browser.text(".notice"))
        .startsWith("large.json is not shown: it has 17 MB, and 16 MB is the limit.");
    assertThat(browser.has(".coverage .summary")).isFalse();
  }
}
