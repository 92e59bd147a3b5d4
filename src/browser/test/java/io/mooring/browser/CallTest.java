package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A call of two users: the network of one is lost and comes back, and time is moved through. */
@InBrowser
final class CallTest {

  private final Browser browser;

  CallTest(Browser browser) {
    this.browser = browser;
    browser.open(Pages.room(), "view=call");
  }

  @AfterEach
  void preferNothing() {
    browser.prefer("", Map.of());
  }

  private void button(String text) {
    browser.all(".call button").stream()
        .filter(each -> each.getText().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + text))
        .click();
  }

  private List<String> lines() {
    return browser.all(".lines tbody tr").stream()
        .map(row -> row.getText().replaceAll("\\s+", " "))
        .toList();
  }

  private String panel(int number) {
    WebElement panel = browser.all(".panels section").get(number);
    return panel.getText().replaceAll("\\s+", " ");
  }

  @Test
  void theCallOfTheDocumentationHasTheLinesOfTheCommand() {
    button("45 s");

    assertThat(browser.text(".call .what")).isEqualTo("A's network is back after 45 s.");
    assertThat(lines())
        .containsExactly(
            "-4.00 s CONNECTING, JOIN_CHANNEL",
            "-3.96 s A joined",
            "-3.92 s CONNECTED, JOIN_SUCCEED",
            "0.00 s lost",
            "3.50 s RECONNECTING, MEDIA_CONNECTION_DISCONNECTED",
            "38.50 s FAILED, TIME_OUT",
            "43.00 s A left (timeout)",
            "45.00 s back");
    assertThat(browser.text(".call .note code"))
        .isEqualTo("./mooring simulate --schedule back-45_detection-3.5_window-35_patience-43");
    assertThat(browser.text(".lines caption"))
        .contains("the loss is noticed after 3.5 s; A's window: 35 s; the server waits 43 s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Back after 5 s            | A is back in the room at 5.1 s; B is not notified.
          29 s                      | A is back in the room at 29.1 s; B is not notified.
          Never                     | A gives up at 38.5 s; B is notified at 43 s: A left (timeout). A fails 4.5 s before B is notified.
          B is notified first       | A gives up at 46 s; B is notified at 41 s: A left (timeout). B is notified 5 s before A fails.
          Back after B was notified | A is back in the room at 44.1 s; B is notified at 40 s: A left (timeout) and at 44.0 s: A joined. A is back 4.1 s after B was notified that it left.
          """)
  void bothOrdersAreShown(String chosen, String outcome) {
    button(chosen);

    assertThat(browser.text(".call .outcome")).isEqualTo(outcome);
    assertThat(browser.find(".call svg").getAttribute("aria-label"))
        .contains(outcome.substring(0, outcome.indexOf(';')));
    assertThat(browser.all(".call .segments [aria-pressed=true]"))
        .extracting(WebElement::getText)
        .containsExactly(chosen);
  }

  /** Each slider is moved by the keyboard alone, to the second of one's choice. */
  @Test
  void theNetworkIsHealedAtASecondOfOnesChoice() {
    browser.find("#call-back").sendKeys(Keys.HOME);
    assertThat(browser.text(".call .what")).isEqualTo("A's network is back after 0.1 s.");
    assertThat(browser.text(".call .outcome")).isEqualTo("A never notices; B is not notified.");

    browser.find("#call-back").sendKeys(Keys.END, Keys.ARROW_LEFT);
    assertThat(browser.text(".call .what")).isEqualTo("A's network is back after 59.9 s.");

    browser.find("#call-never").sendKeys(Keys.SPACE);
    assertThat(browser.text(".call .what")).isEqualTo("A's network never comes back.");
    assertThat(browser.find("#call-back").isEnabled()).isFalse();

    browser.find("#call-window").sendKeys(Keys.END);
    browser.find("#call-detection").sendKeys(Keys.END);
    assertThat(browser.text(".call .outcome")).startsWith("A gives up at 50 s;");
    browser.find("#call-window").sendKeys(Keys.HOME);
    browser.find("#call-detection").sendKeys(Keys.HOME);
    browser.find("#call-patience").sendKeys(Keys.END);
    assertThat(browser.text(".call .outcome"))
        .isEqualTo(
            "A gives up at 30 s; B is notified at 50 s: A left (timeout)."
                + " A fails 20 s before B is notified.");
    assertThat(browser.find("#call-window").getAttribute("aria-valuetext")).isEqualTo("30 s");
  }

  @Test
  void bothSidesAreSeenAtEachMomentAndTheDriveFollowsA() {
    button("Never");
    assertThat(panel(0)).contains("Network down", "State CONNECTED", "Attempt none");
    assertThat(panel(1)).isEqualTo("Server A silent for 0 s of 43 s");
    assertThat(browser.text(".state")).isEqualTo("CONNECTED");

    button("Next");
    assertThat(panel(0))
        .contains(
            "State RECONNECTING",
            "Last callback RECONNECTING, MEDIA_CONNECTION_DISCONNECTED (8)",
            "Runs RECONNECT_WINDOW, 35 s left",
            "Attempt attempt 1");
    assertThat(panel(2)).contains("State CONNECTED", "Notified A joined");
    assertThat(browser.text(".state")).isEqualTo("RECONNECTING");
    assertThat(browser.text(".step")).contains("MediaLost taken");
    assertThat(browser.text(".lines [aria-current]")).startsWith("3.50 s");

    browser.find("#call-time").sendKeys(Keys.ARROW_RIGHT);
    assertThat(browser.text(".player output")).isEqualTo("3.60 s");
    assertThat(panel(0)).contains("34.9 s left");

    button("Next");
    button("Next");
    assertThat(browser.text(".player output")).isEqualTo("43.00 s");
    assertThat(panel(0)).contains("State FAILED", "FAILED, TIME_OUT (4)", "Runs none");
    assertThat(panel(1)).isEqualTo("Server A not in the room");
    assertThat(panel(2)).contains("Notified A left (timeout)");
    assertThat(browser.text(".step")).contains("ReconnectWindowUsedUp taken");
    assertThat(browser.find(".call .spoken").getAttribute("textContent"))
        .isEqualTo("At 43.00 s: B is notified: A left (timeout)");

    browser.all(".lines button").get(0).click();
    assertThat(browser.text(".player output")).isEqualTo("-4.00 s");
    assertThat(browser.text(".state")).isEqualTo("CONNECTING");
    assertThat(panel(1)).isEqualTo("Server A not in the room");
  }

  @Test
  void thePictureHasTheWindowsAndLeadsToAMoment() {
    button("45 s");
    double[] failed = band(".band.a");
    double[] notified = band(".band.b");
    double second = (failed[1] - failed[0]) / 20;

    assertThat(notified[0]).isCloseTo(failed[0] + 10 * second, within());
    assertThat(notified[1]).isCloseTo(failed[1], within());
    assertThat(browser.text(".call .legend")).contains("30 s to 50 s", "40 s to 50 s");
    assertThat(browser.all(".call .attempt")).hasSize(8);

    browser.run(
        """
        const bands = document.querySelectorAll(".call .band");
        const box = bands[1].getBoundingClientRect();
        bands[1].dispatchEvent(
          new MouseEvent("click", { bubbles: true, clientX: box.left, clientY: box.top + 1 }));
        """);
    assertThat(browser.text(".player output")).matches("(39\\.9|40\\.0).* s");
    assertThat(panel(0)).contains("State FAILED");
    assertThat(panel(1)).contains("of 43 s");
    assertThat(browser.fragment()).matches(".*at-(39\\.9|40).*");
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(0.01);
  }

  private double[] band(String selector) {
    WebElement band = browser.find(selector);
    double x = Double.parseDouble(Objects.requireNonNull(band.getAttribute("x")));
    double width = Double.parseDouble(Objects.requireNonNull(band.getAttribute("width")));
    return new double[] {x, x + width};
  }

  @Test
  void theAddressHasTheCallAndItsMoment() {
    button("B is notified first");
    button("Next");
    button("Next");
    String fragment = browser.fragment();
    String shown = lines() + panel(0) + browser.text(".step");

    browser.open(Pages.room(), fragment);

    assertThat(fragment)
        .contains("view=call", "call=back-never_detection-8_window-38_patience-41_at-41");
    assertThat(lines() + panel(0) + browser.text(".step")).isEqualTo(shown);
    assertThat(browser.text(".player output")).isEqualTo("41.00 s");
    assertThat(browser.find(".notice").isDisplayed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "back-29",
        "back-29_detection-3.5_window-29_patience-43_at-0",
        "back-29_detection-3.5_window-35_patience-43_at-66",
        "back-29_detection-3.5_window-35_patience-43_at-0_more-1",
        "back-1e1_detection-3.5_window-35_patience-43_at-0",
        "__proto__-1_detection-3.5_window-35_patience-43_at-0"
      })
  void aCallThatCannotBeIsReportedInOneLine(String call) {
    browser.open(
        Pages.room(),
        "view=call&call="
            + java.net.URLEncoder.encode(call, java.nio.charset.StandardCharsets.UTF_8));

    assertThat(browser.text(".notice")).startsWith("The link names a call that is none: ");
    assertThat(browser.text(".call .what")).isEqualTo("A's network is back after 45 s.");
    assertThat(browser.has("img")).isFalse();
  }

  /** Notes every time that is shown while the call is played, until enough were. */
  private List<?> playedTimes(int enough) {
    Object times =
        browser.runLater(
            """
            const end = arguments[arguments.length - 1];
            const output = document.querySelector(".player output");
            const times = [];
            const observer = new MutationObserver(() => {
              if (times.push(output.textContent) >= ENOUGH) {
                observer.disconnect();
                [...document.querySelectorAll(".player button")]
                  .find(each => each.textContent === "Pause").click();
                end(times);
              }
            });
            observer.observe(output, { childList: true });
            [...document.querySelectorAll(".player button")]
              .find(each => each.textContent === "Play").click();
            """
                .replace("ENOUGH", String.valueOf(enough)));
    return (List<?>) Objects.requireNonNull(times);
  }

  @Test
  void playedTimeSlides() {
    List<?> times = playedTimes(8);

    assertThat(times)
        .anyMatch(each -> lines().stream().noneMatch(line -> line.startsWith(each + " ")));
    assertThat(browser.all(".player button").get(1).getText()).isEqualTo("Play");
  }

  @Test
  void whoPrefersLessMotionSeesTheMomentsOneAfterTheOther() {
    browser.prefer("", Map.of("prefers-reduced-motion", "reduce"));

    List<?> times = playedTimes(2);

    assertThat(times).hasToString("[3.50 s, 38.50 s]");
    assertThat(browser.text(".state")).isEqualTo("FAILED");
    assertThat(browser.fragment()).contains("at-38.5");
  }

  @Test
  void aMachineWithoutSuchTimersHasNoCall() throws Exception {
    browser.open(Pages.turnstile(), "");

    assertThat(browser.all("[role=tab]")).noneMatch(each -> each.getText().equals("Call"));
    browser.open(Pages.turnstile(), "view=call");
    assertThat(browser.text(".notice")).contains("a view that this page does not have: call");
  }

  @Test
  void theDigitsAndLettersOfTheOtherViewsWorkBesideIt() {
    browser.keys("d");
    assertThat(browser.find("#tab-diagram").getAttribute("aria-selected")).isEqualTo("true");
    browser.keys("a");

    assertThat(browser.find("#tab-call").getAttribute("aria-selected")).isEqualTo("true");
    assertThat(browser.find(".call").findElements(By.tagName("table"))).hasSize(1);
    assertThat(browser.console()).isEmpty();
  }
}
