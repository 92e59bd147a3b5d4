package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Driving the machine by clicks and by keys: what happens on an event, and why. */
@InBrowser
final class DriveTest {

  private final Browser browser;

  DriveTest(Browser browser) {
    this.browser = browser;
    browser.open(Pages.room(), "");
  }

  private String row(String event) {
    return browser.all(".event").stream()
        .map(each -> each.getText().replaceAll("\\s+", " "))
        .filter(each -> each.contains(event))
        .findFirst()
        .orElse("");
  }

  @Test
  void aClickOnAnEventTakesItAndSaysEverythingThatHappens() {
    browser.event("Initialize");
    browser.event("JoinChannel");

    assertThat(browser.text(".state")).isEqualTo("CONNECTING");
    assertThat(browser.text(".step"))
        .contains(
            "Step 2 JoinChannel taken",
            "DISCONNECTED → CONNECTING",
            "Notified CONNECTING, JOIN_CHANNEL (5)",
            "OPEN_TRANSPORT ARM_JOIN_TIMEOUT",
            "JOIN_TIMEOUT starts, 1 s to 30 s",
            "RoomConnection.tla:",
            "/\\ state \\in Joinable",
            "Take(\"JoinChannel\", CONNECTING");
    assertThat(browser.text(".timers")).isEqualTo("Running: JOIN_TIMEOUT 1 s to 30 s");
    assertThat(browser.text(".values")).contains("transportOpen TRUE was FALSE");
    assertThat(browser.all(".values .changed")).hasSize(2);
  }

  @Test
  void everyEventShowsItsOutcomeBeforeItIsTaken() {
    browser.event("Initialize");

    assertThat(browser.all(".event")).hasSize(17);
    assertThat(row("JoinChannel")).contains("→ CONNECTING", "JOIN_CHANNEL (5)");
    assertThat(row("LeaveChannel")).contains("refused NOT_JOINED (30101)");
    assertThat(row("MediaLost")).contains("ignored");
  }

  @Test
  void aRefusedEventSaysItsCodeAndTheLineThatRefusesIt() {
    browser.event("JoinChannel");

    assertThat(browser.text(".state")).isEqualTo("UNKNOWN");
    assertThat(browser.text(".step"))
        .contains(
            "JoinChannel refused",
            "Nothing changes.",
            "WRONG_STATE (30005)",
            "RoomConnection.tla:",
            "Refuse(\"JoinChannel\", WRONG_STATE)");
  }

  @Test
  void anIgnoredEventSaysSoAndWhere() {
    browser.event("MediaLost");

    assertThat(browser.text(".state")).isEqualTo("UNKNOWN");
    assertThat(browser.text(".step"))
        .contains("MediaLost ignored", "means nothing here", "RoomConnection.tla:");
  }

  @Test
  void digitsTakeEventsAndOtherKeysMoveOnThePath() {
    browser.keys("1", "2", "5");
    assertThat(browser.text(".state")).isEqualTo("CONNECTED");

    browser.keys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
    assertThat(browser.text(".state")).isEqualTo("DISCONNECTED");
    assertThat(browser.all(".path li")).hasSize(4);

    browser.keys(Keys.ARROW_RIGHT);
    assertThat(browser.text(".state")).isEqualTo("CONNECTING");

    browser.keys("u");
    assertThat(browser.text(".state")).isEqualTo("DISCONNECTED");
    assertThat(browser.all(".path li")).hasSize(2);

    browser.keys("r");
    assertThat(browser.text(".state")).isEqualTo("UNKNOWN");
    assertThat(browser.all(".path li")).hasSize(1);
  }

  @Test
  void arrowsAndEnterTakeAnEvent() {
    browser.keys(Keys.ARROW_DOWN);
    assertThat(browser.focused().getText()).contains("Initialize");

    browser.keys(Keys.ENTER, Keys.ARROW_DOWN, Keys.ENTER);

    assertThat(browser.text(".state")).isEqualTo("CONNECTING");
    assertThat(browser.focused().getText()).contains("JoinChannel");
  }

  @Test
  void buttonsDoWhatTheKeysDo() {
    browser.event("Initialize");
    browser.all(".buttons button").get(1).click();
    assertThat(browser.text(".state")).isEqualTo("UNKNOWN");
    browser.all(".buttons button").get(2).click();
    assertThat(browser.text(".state")).isEqualTo("DISCONNECTED");
    browser.all(".buttons button").get(0).click();
    assertThat(browser.all(".path li")).hasSize(1);
    browser.event("Initialize");
    browser.all(".buttons button").get(3).click();
    assertThat(browser.text(".state")).isEqualTo("UNKNOWN");
  }

  @Test
  void anyLocationCanBeChosen() {
    browser.choose("#location", "RECONNECTING");

    assertThat(browser.text(".state")).isEqualTo("RECONNECTING");
    assertThat(browser.text(".timers")).contains("RECONNECT_WINDOW");
    browser.event("ReconnectWindowUsedUp");
    assertThat(browser.text(".step")).contains("RECONNECT_WINDOW has expired");
    assertThat(browser.text(".timers")).isEqualTo("No timer runs.");
  }

  @Test
  void aStepOfThePathLeadsBackToIt() {
    browser.keys("1", "2", "5");

    browser.all(".path button").get(1).click();

    assertThat(browser.text(".state")).isEqualTo("DISCONNECTED");
    assertThat(browser.text(".path [aria-current]")).contains("Initialize");
  }

  @Test
  void theHelpOpensAndClosesByKeys() {
    browser.keys("?");
    assertThat(browser.text("dialog")).contains("Keys", "undo the last step");

    browser.keys(Keys.ESCAPE);
    assertThat(browser.find("dialog").isDisplayed()).isFalse();
  }

  @Test
  void eachStepIsSaidToAScreenReader() {
    browser.keys("1", "2");
    assertThat(browser.find("[aria-live]").getAttribute("textContent"))
        .isEqualTo("JoinChannel taken. Now CONNECTING. Notified: CONNECTING, JOIN_CHANNEL (5).");

    browser.keys("2");
    assertThat(browser.find("[aria-live]").getAttribute("textContent"))
        .isEqualTo("JoinChannel refused. Code ALREADY_JOINING (30001).");
  }
}
