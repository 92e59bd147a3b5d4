package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A machine of 10,000 rows: tables instead of a picture, and still quick. */
@InBrowser
final class LargeTest {

  private final Browser browser;

  LargeTest(Browser browser) throws Exception {
    this.browser = browser;
    browser.open(Pages.large(), "");
  }

  @Test
  void itSaysWhyThereIsNoPicture() {
    assertThat(browser.text(".subtitle")).isEqualTo("2,500 locations, 4 events, 10,000 rows");
    assertThat(browser.text("#view")).contains("2500 locations are too many for a picture");
    assertThat(browser.has(".frame")).isFalse();
  }

  @Test
  void theMatrixIsShownByColumnsAndTheTableByRows() {
    browser.keys("m");
    assertThat(browser.text(".matrix .tools")).contains("Locations 1 to 24 of 2500");
    browser.all(".matrix .tools button").get(1).click();
    assertThat(browser.text(".matrix .tools")).contains("Locations 25 to 48 of 2500");

    browser.keys("t");
    assertThat(browser.text(".count")).isEqualTo("10,000 of 10,000 rows");
    assertThat(browser.all(".rows tbody tr")).hasSize(200);
    browser.click(".more");
    assertThat(browser.all(".rows tbody tr")).hasSize(400);
  }

  /** The quickest of many steps: what the page costs, and not what else the machine does. */
  @Test
  void aStepIsQuick() {
    Object quickest =
        browser.run(
            "const times = []; for (let i = 0; i < 100; i++) { const begin = performance.now();"
                + "document.querySelectorAll('.event')[i % 4].click();"
                + "document.body.offsetHeight; times.push(performance.now() - begin); }"
                + "return Math.min(...times)");

    assertThat(((Number) Objects.requireNonNull(quickest)).doubleValue()).isLessThan(50);
  }
}
