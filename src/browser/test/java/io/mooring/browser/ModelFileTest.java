package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is opened for a comparison is not trusted. */
@InBrowser
final class ModelFileTest {

  private static final Path ROOM = Pages.root().resolve("generated/model/room-connection.json");

  private final Browser browser;
  private final Path folder;

  ModelFileTest(Browser browser, @TempDir Path folder) {
    this.browser = browser;
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not json | it is no JSON.
          [] | it is JSON, but no model; generate writes one below model/.
          {"#meta": {}, "vars": []} | it is JSON, but no model
          {"module": "A", "provenance": {}} | it has another format, without "doc"
          """)
  void aFileThatIsNoModelIsReportedInOneLine(String text, String problem) throws Exception {
    browser.open(Pages.room(), "view=compare");
    Models.open(browser, Files.writeString(folder.resolve("wrong.json"), text));

    assertThat(browser.text(".notice")).startsWith("wrong.json cannot be compared: " + problem);
    assertThat(browser.find(".compare .differences").isDisplayed()).isFalse();
    assertThat(browser.console()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "module" : | "version" : 2, "module" : | another format, with "version"
          "outcome" : "REFUSED" | "outcome" : "PERHAPS" | "outcome" cannot be PERHAPS
          "event" : 16, | "event" : 15, | its row 17 is not in its place
          "name" : "JOIN_CHANNEL", | "name" : "RELEASE", | the same name
          "to" : 1, | "to" : 8, | "to" cannot be 8
          "to" : 1, | "to" : "__proto__", | "to" cannot be __proto__
          """)
  void aModelThatIsDamagedIsReportedInOneLine(String text, String damaged, String problem)
      throws Exception {
    String model = Files.readString(ROOM);
    assertThat(model).contains(text.strip());
    browser.open(Pages.room(), "view=compare");
    Models.open(
        browser,
        Files.writeString(
            folder.resolve("damaged.json"), model.replace(text.strip(), damaged.strip())));

    assertThat(browser.text(".notice")).contains("damaged.json cannot be compared: ", problem);
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws Exception {
    browser.open(Pages.room(), "view=compare");
    Models.open(browser, Files.writeString(folder.resolve("large.json"), " ".repeat(17_000_000)));

    assertThat(browser.text(".notice"))
        .startsWith("large.json cannot be compared: it has 17 MB, and 16 MB is the limit.");
  }

  @Test
  void markupInAModelIsText() throws Exception {
    String hostile = "<img src=x onerror=window.hurt=1>";
    String model = Files.readString(ROOM).replace("\"SIGNAL_LOST\"", "\"" + hostile + "\"");
    browser.open(Pages.room(), "view=compare");
    Models.open(
        browser,
        Files.writeString(
            folder.resolve("a.json"), model.replace("\"RoomConnection\"", "\"" + hostile + "\"")));

    assertThat(browser.text(".compare")).contains(hostile);
    assertThat(browser.has("img")).isFalse();
    assertThat(browser.run("return window.hurt === undefined")).isEqualTo(true);
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void thePageIsUsedOnAfterAWrongFile() throws Exception {
    browser.open(Pages.room(), "view=compare");
    Models.open(browser, Files.writeString(folder.resolve("wrong.json"), "{"));
    browser.click(".notice button");

    Models.open(browser, ROOM);

    assertThat(browser.text(".equal")).isEqualTo("No difference.");
  }
}
