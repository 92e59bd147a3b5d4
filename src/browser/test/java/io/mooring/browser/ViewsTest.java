package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Looking things up: diagram, matrix, transitions, names and the TLA+ text. */
@InBrowser
final class ViewsTest {

  private final Browser browser;

  ViewsTest(Browser browser) {
    this.browser = browser;
    browser.open(Pages.room(), "");
  }

  private WebElement label(String event) {
    return browser.all(".label").stream()
        .filter(each -> each.getText().contains(event))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theDiagramShowsWhereTheMachineIsAndWhatLeadsOn() {
    browser.keys("1");

    assertThat(browser.text(".node.current")).isEqualTo("DISCONNECTED");
    assertThat(browser.all(".edge.last")).hasSize(1);
    assertThat(browser.text(".label.last")).isEqualTo("Initialize");
  }

  @Test
  void aClickOnAStateStartsThereAndAClickOnAnEventTakesIt() {
    browser.click(".node[data-name=CONNECTED]");
    assertThat(browser.text(".state")).isEqualTo("CONNECTED");

    label("SignalLost").findElement(By.cssSelector("text:last-child")).click();
    assertThat(browser.text(".state")).isEqualTo("RECONNECTING");
    assertThat(browser.text(".step")).contains("SignalLost taken");
  }

  @Test
  void onlyWhatLeadsOnFromTheVeryLocationIsLitInAFoldedDiagram() throws Exception {
    browser.open(Pages.turnstile(), "");
    assertThat(browser.all(".label.out"))
        .map(WebElement::getText)
        .containsExactlyInAnyOrder("Insert(1)", "Insert(2)", "Reset");
    assertThat(browser.all(".edge.out")).hasSize(1);

    browser.event("Insert(1)");

    assertThat(browser.all(".edge.out")).hasSize(2);
  }

  @Test
  void theDiagramIsFoldedIntoPublicStatesAndUnfoldedIntoLocations() {
    assertThat(browser.all(".node:not(.every)")).hasSize(6);

    browser.click("#fold-locations");
    assertThat(browser.all(".node:not(.every)")).hasSize(8);
    assertThat(browser.find("#fold-locations").getAttribute("aria-pressed")).isEqualTo("true");

    browser.click("#fold-folded");
    assertThat(browser.all(".node:not(.every)")).hasSize(6);
  }

  @Test
  void theDiagramIsZoomedByButtonsAndKeys() {
    browser.click("#zoom-in");
    browser.keys("+");
    assertThat(browser.find(".frame svg").getAttribute("data-zoom")).isEqualTo("1.56");

    browser.keys("-");
    assertThat(browser.find(".frame svg").getAttribute("data-zoom")).isEqualTo("1.25");

    browser.click("#fit");
    assertThat(browser.find(".frame svg").getAttribute("data-zoom")).isEqualTo("1.00");
  }

  @Test
  void theMatrixHasEveryEventInEveryLocation() {
    browser.keys("m");

    assertThat(browser.all(".matrix tbody tr")).hasSize(17);
    assertThat(browser.all(".matrix tbody td")).hasSize(17 * 8);
    WebElement cell = browser.find(".matrix td[data-location='0'][data-event='1'] button");
    assertThat(cell.getText()).isEqualTo("30005");

    cell.click();
    assertThat(browser.text(".step")).contains("JoinChannel refused");
    assertThat(browser.find("td.last").getAttribute("data-event")).isEqualTo("1");
  }

  @Test
  void arrowsMoveInTheMatrix() {
    browser.keys("m");
    browser.click(".matrix td[data-location='0'][data-event='0'] button");

    browser.keys(Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ENTER);

    assertThat(browser.text(".step")).contains("JoinChannel taken", "DISCONNECTED → CONNECTING");
  }

  @Test
  void theTransitionsAreFilteredByWordsOutcomeAndLocation() {
    browser.keys("t");
    assertThat(browser.text(".count")).isEqualTo("136 of 136 rows");

    browser.keys("/");
    browser.keys("join refused");
    assertThat(browser.all(".rows tbody tr"))
        .isNotEmpty()
        .allMatch(each -> each.getText().contains("refused"));
    int words = browser.all(".rows tbody tr").size();

    browser.click("#here");
    List<WebElement> here = browser.all(".rows tbody tr");
    assertThat(here).isNotEmpty().hasSizeLessThan(words);
    assertThat(here).allMatch(each -> each.getText().startsWith("UNKNOWN"));

    browser.click("#here");
    browser.find("#filter").clear();
    browser.find("#filter").sendKeys("signal_disconnected");
    browser.choose("#outcome", "taken");
    assertThat(browser.text(".count")).isEqualTo("1 of 136 rows");

    browser.find(".rows tbody td button").click();
    assertThat(browser.text(".state")).isEqualTo("RECONNECTING");
  }

  @Test
  void namesAreShownWithTheirDocumentation() {
    browser.keys("n");

    assertThat(browser.text(".names"))
        .contains(
            "The connection of one client to one room",
            "In the room.",
            "SIGNAL_DISCONNECTED 9 The signalling link was lost.",
            "WRONG_STATE 30005",
            "invariant",
            "RECONNECT_WINDOW 30 s to 40 s");
  }

  @Test
  void everyLineIsLinkedToTheColouredText() throws Exception {
    browser.keys("1");
    browser.click(".step .line-link");

    int line = Pages.roomModel().step(0, 0).line().line();
    assertThat(browser.text(".line.chosen")).startsWith(line + " \\/ /\\ state = UNKNOWN");
    assertThat(browser.find(".line.chosen").isDisplayed()).isTrue();
    assertThat(browser.text(".line.last .no")).isEqualTo(Integer.toString(line));
    assertThat(browser.all(".source .definition")).hasSizeGreaterThan(40);
    assertThat(browser.all(".source .keyword")).hasSizeGreaterThan(20);
    assertThat(browser.all(".source .comment")).hasSizeGreaterThan(100);
  }

  @Test
  void theTextIsThatOfTheModules() throws Exception {
    browser.keys("s");
    assertThat(shown()).isEqualTo(lines("spec/RoomConnection.tla"));

    browser.all(".segments button").get(1).click();
    assertThat(shown()).isEqualTo(lines("spec/RoomTiming.tla"));
  }

  private Object shown() {
    return String.valueOf(
        browser.run(
            "return [...document.querySelectorAll('.source code')].map(e => e.textContent).join('\\n')"));
  }

  private static String lines(String file) throws Exception {
    return java.nio.file.Files.readString(Pages.root().resolve(file)).stripTrailing();
  }

  @Test
  void aMachineWithoutTimersAndNotificationsIsShownToo() throws Exception {
    browser.open(Pages.turnstile(), "");

    browser.event("Insert(1)");
    browser.event("Insert(2)");

    assertThat(browser.text(".state")).isEqualTo("UNLOCKED");
    assertThat(browser.text(".step")).contains("Insert(2) taken", "RELEASE_ARM", "Turnstile.tla:");
    assertThat(browser.has(".timers")).isFalse();
    assertThat(browser.console()).isEmpty();
  }
}
