package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page is for everybody: keyboard, screen reader, contrast, width, motion, paper. */
@InBrowser
final class AccessTest {

  private static final String PATH = "path=INITIALIZE.JOIN_CHANNEL.JOINED.SIGNAL_LOST.JOIN_CHANNEL";

  private final Browser browser;

  AccessTest(Browser browser) {
    this.browser = browser;
  }

  @AfterEach
  void preferNothing() {
    browser.prefer("", Map.of());
    browser.viewport(1440, 1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diagram",
        "matrix",
        "table",
        "names",
        "source",
        "compare",
        "walk",
        "coverage",
        "call"
      })
  void axeFindsNothingInAnyViewLightAndDark(String view) throws Exception {
    for (String scheme : List.of("light", "dark")) {
      browser.prefer("", Map.of("prefers-color-scheme", scheme));
      browser.open(Pages.room(), PATH + "&file=RoomTiming.tla&view=" + view);
      assertThat(Axe.violations(browser)).as(scheme).isEmpty();
    }
  }

  @Test
  void axeFindsNothingInAWalkedFileWideAndNarrow() throws Exception {
    for (String scheme : List.of("light", "dark")) {
      for (int width : List.of(1440, 320)) {
        browser.prefer("", Map.of("prefers-color-scheme", scheme));
        browser.viewport(width, 900);
        browser.open(Pages.room(), "");
        new Dropped(browser)
            .text(
                "a.ndjson",
                """
                {"time":0,"state":"CONNECTING","reason":"JOIN_CHANNEL"}
                {"time":9000,"state":"CONNECTING","reason":"JOIN_CHANNEL"}
                """);
        browser.click(".entries .bad");
        assertThat(browser.has(".possible")).isTrue();
        assertThat(Axe.violations(browser)).as(scheme + " " + width).isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
            .isEqualTo(true);
      }
    }
  }

  @Test
  void axeFindsNothingOnANarrowScreen() throws Exception {
    browser.viewport(320, 700);
    browser.open(Pages.room(), PATH);
    assertThat(Axe.violations(browser)).isEmpty();
  }

  @Test
  void axeFindsNothingInTheHelpTheNoticeAndTheTurnstile() throws Exception {
    browser.open(Pages.room(), "start=NOWHERE");
    assertThat(Axe.violations(browser)).isEmpty();
    browser.keys("?");
    assertThat(Axe.violations(browser)).isEmpty();
    browser.open(Pages.turnstile(), "");
    assertThat(Axe.violations(browser)).isEmpty();
  }

  @Test
  void axeFindsWhatIsWrong() throws Exception {
    browser.open(Pages.room(), "");
    browser.run(
        "document.querySelector('#help').removeAttribute('aria-label');"
            + "document.querySelector('#help').textContent = ''");

    assertThat(Axe.violations(browser))
        .anyMatch(each -> String.valueOf(each).startsWith("button-name"));
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 500, 800, 1024, 2200})
  void thePageItselfNeverScrollsSideways(int width) {
    for (String view :
        List.of(
            "diagram",
            "matrix",
            "table",
            "names",
            "source",
            "compare",
            "walk",
            "coverage",
            "call")) {
      browser.viewport(width, 900);
      browser.open(Pages.room(), PATH + "&view=" + view);
      assertThat(browser.run("return innerWidth")).isEqualTo((long) width);
      assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
          .as(view)
          .isEqualTo(true);
    }
  }

  @Test
  void everythingIsReachedByTheKeyboardAlone() {
    browser.open(Pages.room(), "");

    browser.tab();
    assertThat(browser.focused().getText()).isEqualTo("Skip to the views");
    browser.keys(Keys.ENTER);
    assertThat(browser.focused().getAttribute("id")).isEqualTo("view");

    browser.open(Pages.room(), "");
    for (int i = 0; i < 40 && !"tab".equals(browser.focused().getAttribute("role")); i++) {
      browser.tab();
    }
    browser.keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    assertThat(browser.focused().getText()).isEqualTo("Transitions");
    assertThat(browser.text(".count")).isEqualTo("136 of 136 rows");
    browser.tab();
    assertThat(browser.focused().getAttribute("id")).isEqualTo("filter");
  }

  @Test
  void whatIsTypedIntoAFieldIsNoCommand() {
    browser.open(Pages.room(), "view=table");
    browser.click("#filter");

    browser.keys("1mr");

    assertThat(browser.find("#filter").getAttribute("value")).isEqualTo("1mr");
    assertThat(browser.text(".state")).isEqualTo("UNKNOWN");
  }

  @Test
  void aPictureHasANameAndSaysWhereItsTablesAre() {
    browser.open(Pages.room(), "");

    assertThat(browser.find(".frame svg").getAttribute("aria-label"))
        .contains("UNKNOWN, DISCONNECTED, CONNECTING", "Matrix and Transitions");
  }

  @Test
  void nothingMovesForThoseWhoPreferThat() {
    browser.open(Pages.room(), "");
    String moves = "return getComputedStyle(document.querySelector('.event')).transitionDuration";
    browser.prefer("", Map.of("prefers-reduced-motion", "no-preference"));
    assertThat(browser.run(moves)).asString().startsWith("0.12s");

    browser.prefer("", Map.of("prefers-reduced-motion", "reduce"));
    assertThat(browser.run(moves)).isEqualTo("0s");
  }

  @Test
  void onPaperThereIsWhatCanBeReadAndNothingToClick() {
    browser.open(Pages.room(), PATH);
    assertThat(browser.find(".buttons").isDisplayed()).isTrue();

    browser.prefer("print", Map.of());

    assertThat(browser.find(".buttons").isDisplayed()).isFalse();
    assertThat(browser.find(".tabs").isDisplayed()).isFalse();
    assertThat(browser.find(".step").isDisplayed()).isTrue();
    assertThat(browser.find(".frame svg").isDisplayed()).isTrue();
  }
}
