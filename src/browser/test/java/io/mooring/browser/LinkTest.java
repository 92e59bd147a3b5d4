package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The address has the whole position, and is not trusted. */
@InBrowser
final class LinkTest {

  private final Browser browser;

  LinkTest(Browser browser) {
    this.browser = browser;
    browser.open(Pages.room(), "");
  }

  @Test
  void theAddressHasEverythingThatWasChosen() {
    browser.keys("1", "2", "5", "t");
    browser.find("#filter").sendKeys("kicked");
    browser.all(".path button").get(2).click();
    browser.click("#here");
    String fragment = browser.fragment();
    String drive = browser.text(".step") + browser.text(".path");
    String table = browser.text(".rows");

    browser.open(Pages.room(), fragment);

    assertThat(fragment).contains("path=INITIALIZE.JOIN_CHANNEL.JOINED", "at=2", "view=table");
    assertThat(browser.text(".step") + browser.text(".path")).isEqualTo(drive);
    assertThat(browser.text(".rows")).isEqualTo(table).contains("Kicked");
    assertThat(browser.find(".notice").isDisplayed()).isFalse();
  }

  @Test
  void aLinkOpensALineAndAFold() {
    browser.open(Pages.room(), "view=source&file=RoomTiming.tla&line=3");
    assertThat(browser.text(".line.chosen .no")).isEqualTo("3");

    browser.open(Pages.room(), "start=RECONNECTING&fold=locations");
    assertThat(browser.text(".node.current")).startsWith("RECONNECTING");
    assertThat(browser.all(".node:not(.every)")).hasSize(8);
  }

  @Test
  void anAddressThatIsChangedByHandIsFollowed() {
    browser.run("location.hash = 'start=FAILED'");

    browser.runLater("setTimeout(arguments[arguments.length - 1], 50)");
    assertThat(browser.text(".state")).isEqualTo("FAILED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          start=NOWHERE | a location that this machine does not have: NOWHERE
          path=INITIALIZE.EXPLODE | an event that this machine does not have: EXPLODE
          view=secrets | a view that this page does not have: secrets
          at=-3 | no number as "at": -3
          line=1e9 | no number as "line": 1e9
          start=__proto__ | a location that this machine does not have: __proto__
          view=constructor | a view that this page does not have: constructor
          """)
  void whatTheMachineDoesNotHaveIsSaidInOneLine(String fragment, String problem) {
    browser.open(Pages.room(), fragment);

    assertThat(browser.text(".notice")).contains(problem);
    assertThat(browser.all(".event")).hasSize(17);
    browser.click(".notice button");
    assertThat(browser.find(".notice").isDisplayed()).isFalse();
  }

  @Test
  void aVeryLongPathIsCut() {
    browser.open(Pages.room(), "path=" + "INITIALIZE.".repeat(2_500) + "JOINED");

    assertThat(browser.text(".notice")).contains("more than 2000 events");
    assertThat(browser.all(".path li").size()).isLessThan(100);
    assertThat(browser.text(".path [aria-current]")).startsWith("2000");
  }
}
