package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.Generator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Another model is opened, and the page says what was added, removed and changed. */
@InBrowser
final class CompareTest {

  private static final Path ROOM = Pages.root().resolve("generated/model/room-connection.json");

  /** A coin in an open gate is kept, a bell is new, a rule is gone and another one is stronger. */
  private static final Map<String, String> OLD_TURNSTILE =
      Map.of(
          "Did(\"Insert\", TAKEN, <<RETURN_COIN>>)",
          "Did(\"Insert\", IGNORED, <<>>)",
          "Effect == {RELEASE_ARM, BLOCK_ARM, RETURN_COIN}",
          "RING == \"ring\"\nEffect == {RELEASE_ARM, BLOCK_ARM, RETURN_COIN, RING}",
          "    PaidMayPassInv\n",
          "",
          "\\notin {\"Push\", \"Reset\"} =>",
          "\\notin {\"Push\"} =>");

  private final Browser browser;
  private final Path folder;

  CompareTest(Browser browser, @TempDir Path folder) {
    this.browser = browser;
    this.folder = folder;
  }

  private void open(Path page, Path file) {
    browser.open(page, "view=compare");
    Models.open(browser, file);
  }

  /** The differences that are shown, each in a line without its place. */
  private List<String> differences() {
    return browser.all(".compare .differences tbody tr").stream()
        .map(
            row ->
                Stream.concat(
                        Stream.of(row.findElement(By.tagName("th"))),
                        row.findElements(By.tagName("td")).stream().limit(3))
                    .map(each -> each.getText().replaceAll("\\s+", " "))
                    .reduce("", (a, b) -> a + " | " + b)
                    .substring(3))
        .toList();
  }

  private String summary(String kind) {
    return browser.all(".summary tbody tr").stream()
        .map(WebElement::getText)
        .filter(each -> each.startsWith(kind))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theModelOfThePageDoesNotDiffer() {
    open(Pages.room(), ROOM);

    assertThat(browser.text(".equal")).isEqualTo("No difference.");
    assertThat(browser.text(".compare .count")).isEqualTo("0 of 0 differences");
    assertThat(browser.has(".summary")).isFalse();
    assertThat(browser.text(".equal-kinds"))
        .contains("Locations 8, Events 17, Rows 136", "Properties 34, Definitions 13");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Turnstile", "Locks", "Mailbox", "Elevator", "CircuitBreaker"})
  void noMachineDiffersFromItsOwnPage(String module) throws Exception {
    Path model = Models.other(folder, module);
    Path page = folder.resolve("page.html");
    Path spec = folder.resolve(module + ".tla");
    Path config = folder.resolve(module + ".cfg");
    Files.writeString(
        page, new Generator(Tlc.bundled()).atlas(spec, config, Optional.empty()).html());

    open(page, model);

    assertThat(differences()).isEmpty();
    assertThat(browser.text(".equal")).isEqualTo("No difference.");
  }

  @Test
  void everythingThatAChangeOfTheSpecificationDidIsListedInWords() throws Exception {
    open(Pages.turnstile(), Models.turnstile(folder, OLD_TURNSTILE));

    assertThat(browser.text(".sides"))
        .contains("Old: Turnstile, Turnstile.json, digest", "New: Turnstile, this page, digest");
    assertThat(differences())
        .containsExactly(
            "≠ changed | row | UNLOCKED, Insert(1) | Outcome: was ignored, now taken"
                + " Effects: was none, now RETURN_COIN",
            "≠ changed | row | UNLOCKED, Insert(2) | Outcome: was ignored, now taken"
                + " Effects: was none, now RETURN_COIN",
            "− removed | constant | Effect: RING | Value: ring",
            "+ added | property | PaidMayPassInv | Kind: invariant",
            "≠ changed | property | PaidOnlyGrowsProp | Formula: differs");
    assertThat(browser.text(".compare .count")).isEqualTo("5 of 5 differences");
    assertThat(summary("Rows")).isEqualTo("Rows 0 0 2 14");
    assertThat(summary("Properties")).isEqualTo("Properties 1 0 1 4");
  }

  @Test
  void theSidesAreSwapped() throws Exception {
    open(Pages.turnstile(), Models.turnstile(folder, OLD_TURNSTILE));

    browser.click("#swap");

    assertThat(browser.text(".sides"))
        .contains("Old: Turnstile, this page", "New: Turnstile, Turnstile.json");
    assertThat(differences())
        .contains(
            "≠ changed | row | UNLOCKED, Insert(1) | Outcome: was taken, now ignored"
                + " Effects: was RETURN_COIN, now none",
            "+ added | constant | Effect: RING | Value: ring",
            "− removed | property | PaidMayPassInv | Kind: invariant");
    assertThat(browser.fragment()).contains("swap=yes");
  }

  @Test
  void locationsAndEventsThatAreOnlyInOneModelAreListedWithTheirRows() throws Exception {
    Map<String, String> dearer = Map.of("Fare = 3", "Fare = 4", "Coins = {1, 2}", "Coins = {1, 4}");

    open(Pages.turnstile(), Models.turnstile(folder, dearer));

    assertThat(summary("Locations")).isEqualTo("Locations 0 1 1 3");
    assertThat(summary("Events")).isEqualTo("Events 1 1 0 3");
    assertThat(differences())
        .contains(
            "+ added | event | Insert(2) | Name: Insert(2) Kind: fact",
            "− removed | event | Insert(4) | Name: Insert(4) Kind: fact",
            "≠ changed | location | UNLOCKED | paid: was 4, now 3");
    assertThat(differences())
        .filteredOn(each -> each.startsWith("− removed | row"))
        .allMatch(each -> each.contains("Outcome: "))
        .hasSize(4 + 4);
  }

  @Test
  void codesNotificationsTimersAndDurationsAreCompared() throws Exception {
    Path old =
        Models.room(
            folder,
            Map.of(
                "Refuse(\"JoinChannel\", WRONG_STATE)",
                "Refuse(\"JoinChannel\", NOT_JOINED)",
                "Tell(DISCONNECTED, LEAVE_CHANNEL), Farewell)",
                "Tell(DISCONNECTED, CHANNEL_CLOSED), Farewell)",
                "<<OPEN_TRANSPORT, ARM_JOIN_TIMEOUT>>)",
                "<<OPEN_TRANSPORT>>)",
                "GIVE_UP_AT_MOST == 50",
                "GIVE_UP_AT_MOST == 55"));

    open(Pages.room(), old);

    assertThat(differences())
        .contains(
            "≠ changed | row | UNKNOWN, JoinChannel |"
                + " Code: was NOT_JOINED (30101), now WRONG_STATE (30005)",
            "≠ changed | row | DISCONNECTED, JoinChannel | Effects: was OPEN_TRANSPORT, now"
                + " OPEN_TRANSPORT, ARM_JOIN_TIMEOUT Timers: was none, now starts JOIN_TIMEOUT",
            "≠ changed | location | CONNECTING | joinTimed: was FALSE, now TRUE",
            "≠ changed | duration | GIVE_UP_AT_MOST | Value: was 55 s, now 50 s")
        .anyMatch(
            each ->
                each.contains("CONNECTED, LeaveChannel | Notified: was DISCONNECTED,")
                    && each.contains("CHANNEL_CLOSED (2), now DISCONNECTED, LEAVE_CHANNEL (1)"));
  }

  @Test
  void theDifferencesAreFilteredByWordsAndByChange() throws Exception {
    open(Pages.turnstile(), Models.turnstile(folder, OLD_TURNSTILE));

    browser.find("#find").sendKeys("insert RETURN");
    assertThat(browser.text(".compare .count")).isEqualTo("2 of 5 differences");
    browser.find("#find").clear();
    browser.find("#find").sendKeys(" ");
    browser.choose("#change", "removed");

    assertThat(differences()).singleElement().asString().contains("RING");
    assertThat(browser.fragment()).contains("change=removed");
  }

  @Test
  void aRowLeadsToItsStepAndItsLine() throws Exception {
    open(Pages.turnstile(), Models.turnstile(folder, OLD_TURNSTILE));

    browser.find(".compare .differences td .link").click();
    assertThat(browser.text(".step")).contains("Insert(1) taken", "RETURN_COIN");
    assertThat(browser.text(".state")).isEqualTo("UNLOCKED");

    browser.find(".compare .differences .line-link").click();
    assertThat(browser.text(".line.chosen")).contains("gate = UNLOCKED");
  }

  @Test
  void theMatrixMarksTheRowsThatDiffer() throws Exception {
    open(Pages.turnstile(), Models.turnstile(folder, OLD_TURNSTILE));
    browser.find("#tab-matrix").click();

    assertThat(browser.all(".matrix td.differs")).hasSize(2);
    assertThat(
            browser.run(
                "return getComputedStyle(document.querySelector('.differs button'), '::after')"
                    + ".content"))
        .asString()
        .contains("≠", "differs");
    assertThat(browser.text("#view")).contains("≠ differs from the model");

    browser.open(Pages.turnstile(), "view=matrix");
    assertThat(browser.has(".differs")).isFalse();
    assertThat(browser.text("#view")).doesNotContain("≠");
  }

  @Test
  void aFileIsDroppedOnTheView() throws Exception {
    browser.open(Pages.room(), "view=compare");
    browser.run(
        "const data = new DataTransfer();"
            + "data.items.add(new File([arguments[0]], 'dropped.json'));"
            + "const drop = type => document.querySelector('.compare').dispatchEvent("
            + "new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));"
            + "drop('dragover'); drop('drop')",
        Files.readString(ROOM));
    Models.await(browser);

    assertThat(browser.text(".sides")).contains("Old: RoomConnection, dropped.json");
  }

  @Test
  void anotherModuleIsComparedAndThatIsSaid() throws Exception {
    open(Pages.turnstile(), ROOM);

    assertThat(browser.text(".other-module"))
        .contains("different modules, RoomConnection and Turnstile");
    assertThat(summary("Events")).isEqualTo("Events 4 17 0 0");
    assertThat(browser.find(".notice").isDisplayed()).isFalse();
  }

  @Test
  void theKeyboardAloneOpensTheDialogAndReachesTheTable() throws Exception {
    open(Pages.turnstile(), Models.turnstile(folder, OLD_TURNSTILE));
    browser.keys("d", "c");
    assertThat(browser.find("#tab-compare").getAttribute("aria-selected")).isEqualTo("true");

    browser.run(
        "document.querySelector('#model-file').addEventListener('click', event => {"
            + "window.asked = true; event.preventDefault(); });"
            + "document.querySelector('#tab-compare').focus()");
    browser.tab();
    assertThat(browser.focused().getAttribute("id")).isEqualTo("open-model");
    browser.keys(Keys.ENTER);
    assertThat(browser.run("return window.asked")).isEqualTo(true);
    for (String name : List.of("swap", "What differs", "find", "change", "Differences")) {
      browser.tab();
      assertThat(
              List.of(
                  String.valueOf(browser.focused().getAttribute("id")),
                  String.valueOf(browser.focused().getAttribute("aria-label"))))
          .contains(name);
    }
  }

  @Test
  void tenThousandRowsAreComparedQuickly() throws Exception {
    browser.open(Pages.large(), "view=compare");
    Models.open(browser, ROOM);

    assertThat(summary("Rows")).isEqualTo("Rows 10,000 136 0 0");
    assertThat(browser.all(".compare .differences tbody tr")).hasSize(200);
    browser.click(".compare .more");
    assertThat(browser.all(".compare .differences tbody tr")).hasSize(400);
  }

  @Test
  void axeFindsNothingLightDarkAndNarrow() throws Exception {
    Path old = Models.turnstile(folder, OLD_TURNSTILE);
    for (String scheme : List.of("light", "dark")) {
      browser.prefer("", Map.of("prefers-color-scheme", scheme));
      open(Pages.turnstile(), old);
      assertThat(Axe.violations(browser)).as(scheme).isEmpty();
      browser.click("#tab-matrix");
      assertThat(Axe.violations(browser)).as("matrix, " + scheme).isEmpty();
    }
    browser.viewport(320, 700);
    open(Pages.turnstile(), old);
    assertThat(Axe.violations(browser)).isEmpty();
    assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    browser.prefer("", Map.of());
    browser.viewport(1440, 1000);
  }
}
