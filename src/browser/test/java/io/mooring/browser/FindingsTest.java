package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of a check: its results, and the walk through each behaviour. */
@InBrowser
final class FindingsTest {

  private final Browser browser;
  private final Path folder;

  FindingsTest(Browser browser, @TempDir Path folder) {
    this.browser = browser;
    this.folder = folder;
  }

  @AfterEach
  void usual() {
    browser.prefer("", Map.of());
    browser.viewport(1440, 1000);
  }

  private List<String> names() {
    return browser.all(".findings .name").stream().map(WebElement::getText).toList();
  }

  private void result(String name) {
    browser.all(".findings button").stream()
        .filter(each -> each.getText().startsWith(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no result " + name))
        .click();
  }

  private Path violated() throws Exception {
    return Found.checked(folder, "SPECIFICATION Spec", "INVARIANTS Known Short");
  }

  @Test
  void aCounterexampleIsWalkedWithWhatEachStepChanges() throws Exception {
    browser.open(violated(), "");

    assertThat(browser.text("h1")).isEqualTo("Queue.tla");
    assertThat(names()).containsExactly("The run", "Short", "evaluation", "deadlock", "Known");
    assertThat(browser.text(".finding h2")).isEqualTo("Short failed");
    assertThat(browser.text(".entry")).contains("1 Init", "It begins with queue = <<>> round = 0");

    browser.keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    assertThat(browser.text(".tools .count")).isEqualTo("3 of 4");
    assertThat(browser.text(".changes")).isEqualTo("queue = <<0, 1>> round = 0");
    assertThat(browser.text(".branch"))
        .isEqualTo(
            "/\\ Len(queue) < 3 /\\ queue' = Append(queue, round) /\\ round' = (round + 1) % 2");
    assertThat(browser.all(".state-table tbody tr").stream().map(WebElement::getText))
        .containsExactly("queue <<0, 1>> <<0>>", "round 0 1");
    assertThat(browser.text("p.spoken")).isEqualTo("Step 3: Put. queue = <<0, 1>>, round = 0");

    browser.keys(Keys.ARROW_LEFT);
    assertThat(browser.text(".changes")).isEqualTo("queue = <<0>> round = 1");
    browser.all(".entries button").get(3).click();
    assertThat(browser.text(".tools .count")).isEqualTo("4 of 4");
    browser.keys(Keys.ARROW_RIGHT);
    assertThat(browser.text(".tools .count")).isEqualTo("4 of 4");
  }

  @Test
  void aStepLeadsToTheLineOfItsActionAndAPropertyToItsOwn() throws Exception {
    browser.open(violated(), "step=2");

    browser.click(".entry .line-link");
    assertThat(browser.text(".line.chosen")).isEqualTo("6 /\\ Len(queue) < 3");
    assertThat(browser.text(".line.last")).isEqualTo("6 /\\ Len(queue) < 3");
    assertThat(browser.all(".source .keyword")).isNotEmpty();

    browser.keys("r");
    browser.click(".finding > .note .line-link");
    assertThat(browser.text(".line.chosen")).endsWith("Short == Len(queue) < 3");
    browser.keys(Keys.ARROW_LEFT);
    assertThat(browser.has(".line.last")).isFalse();
  }

  @Test
  void aBehaviourThatRepeatsGoesAround() throws Exception {
    browser.open(Found.checked(folder, "SPECIFICATION Spec", "PROPERTY Empties"), "");

    int steps = browser.all(".entries li").size() - 1;
    int repeated = browser.all(".entries .repeats").size();
    int first = steps - repeated + 1;
    assertThat(repeated).isBetween(1, steps - 1);
    assertThat(browser.text(".behaviour > .note"))
        .isEqualTo("The steps from " + first + " on repeat for ever.");

    for (int i = 0; i < steps; i++) {
      browser.keys(Keys.ARROW_RIGHT);
    }
    assertThat(browser.text(".tools .count")).isEqualTo(first + " of " + steps);
    browser.click(".end .link");
    assertThat(browser.text(".tools .count")).isEqualTo(first + " of " + steps);
    assertThat(browser.text(".end")).contains("Back to step " + first + ", and so on for ever");
  }

  @Test
  void aBehaviourInWhichNothingHappensAnyMoreSaysSo() throws Exception {
    browser.open(Found.checked(folder, "SPECIFICATION Idle", "PROPERTY Empties"), "");

    assertThat(browser.text(".end")).isEqualTo("Here nothing happens any more.");
    assertThat(browser.has(".repeats")).isFalse();
    int steps = browser.all(".entries li").size() - 1;
    browser.open(folder.resolve("page.html"), "step=" + steps);
    browser.keys(Keys.ARROW_RIGHT);
    assertThat(browser.text(".tools .count")).isEqualTo(steps + " of " + steps);
  }

  @Test
  void aCheckThatFindsNothingShowsWhatWasChecked() throws Exception {
    browser.open(Found.checked(folder, "SPECIFICATION Spec", "INVARIANT Known"), "");

    assertThat(browser.text(".finding h2")).isEqualTo("The run");
    assertThat(browser.text(".said")).isEqualTo("3 passed");
    assertThat(browser.text(".figures"))
        .contains("distinct states 7", "longest shortest path 6", "Expected success");
    assertThat(names()).containsExactly("The run", "evaluation", "deadlock", "Known");

    result("Known");
    assertThat(browser.text(".finding"))
        .contains("Known passed", "Holds within these bounds", "There is no behaviour to walk.");
    browser.keys("k", "k");
    assertThat(browser.text(".finding h2")).isEqualTo("evaluation passed");
  }

  @Test
  void theAddressHasTheResultTheStepAndTheView() throws Exception {
    Path page = violated();
    browser.open(page, "");
    browser.keys(Keys.ARROW_RIGHT, "s");
    assertThat(browser.fragment()).isEqualTo("step=2&view=source");

    browser.open(page, "step=4");
    assertThat(browser.text(".tools .count")).isEqualTo("4 of 4");
    browser.open(page, "result=0");
    assertThat(browser.text(".finding h2")).isEqualTo("The run");
    for (String wrong : List.of("result=99", "step=-1", "view=%3Cimg%20src=x%3E", "file=7")) {
      browser.open(page, wrong);
      assertThat(browser.text(".notice")).startsWith("The link has no");
      assertThat(browser.text(".finding h2")).isEqualTo("Short failed");
      assertThat(browser.has("img")).isFalse();
    }
  }

  @Test
  void nothingIsRequestedAndEveryoneCanReadIt() throws Exception {
    Path page = violated();
    browser.network();
    browser.open(page, "step=3");
    assertThat(
            browser.network().stream()
                .filter(each -> each.contains("\"Network.requestWillBeSent\""))
                .filter(each -> !each.contains("\"url\":\"about:blank")))
        .hasSize(1);
    assertThat(browser.console()).isEmpty();

    for (String scheme : List.of("light", "dark")) {
      browser.prefer("", Map.of("prefers-color-scheme", scheme));
      for (String place : List.of("step=3", "result=0", "view=source&line=5", "result=4")) {
        browser.open(page, place);
        assertThat(Axe.violations(browser)).as(scheme + " " + place).isEmpty();
      }
    }
    browser.keys("?");
    assertThat(Axe.violations(browser)).isEmpty();
    browser.keys(Keys.ESCAPE);
    browser.viewport(320, 640);
    for (String place : List.of("step=3", "result=0", "view=source")) {
      browser.open(page, place);
      assertThat(browser.run("return document.documentElement.scrollWidth <= 320"))
          .as(place)
          .isEqualTo(true);
    }
  }
}
