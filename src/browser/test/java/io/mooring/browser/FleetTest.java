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

/** The report of a fleet, its rejected sessions, and the way from one to the other. */
@InBrowser
final class FleetTest {

  private static final String STEP = "RECONNECTING \u2192 (FAILED, TIME_OUT)";
  private static final String ROW =
      "row=%5B%22B7_NotTooEarlyProp%22%2C%224.2.0%22%2C%22RECONNECTING+-%3E+%28FAILED%2C+TIME_OUT"
          + "%29%22%5D";

  private final Browser browser;
  private final Path folder;

  FleetTest(Browser browser, @TempDir Path folder) {
    this.browser = browser;
    this.folder = folder;
  }

  @AfterEach
  void preferNothing() {
    browser.prefer("", Map.of());
    browser.viewport(1440, 1000);
  }

  private void openFew(String fragment) throws Exception {
    browser.open(Fleets.few(folder).page(), fragment);
    await();
  }

  /** Waits until all that was asked for is shown: sessions are opened a little later. */
  private void await() {
    browser.runLater("setTimeout(arguments[0])");
  }

  private List<String> rows() {
    return browser.all(".report tbody tr").stream().map(WebElement::getText).toList();
  }

  @Test
  void thePageOpensAtTheReportWithUndecidedBesideRejected() throws Exception {
    openFew("");

    assertThat(browser.find("#tab-fleet").getAttribute("aria-selected")).isEqualTo("true");
    assertThat(browser.text(".fleet .what")).isEqualTo("Sessions of out");
    assertThat(browser.text(".state-of-fleet"))
        .isEqualTo("Some sessions do what the specification does not allow.");
    assertThat(browser.text(".totals"))
        .isEqualTo("Sessions 108 Accepted 96 88.88 % Rejected 5 4.62 % Undecided 7 6.48 %");
    assertThat(rows())
        .containsExactly(
            "B7_NotTooEarlyProp 4.2.0 " + STEP + " 3 30.00 % 0 0.00 % 10 " + lineOfRule(),
            "TransitionTable 4.1.0 CONNECTING or CONNECTING_PROXIED \u2192 (CONNECTED,"
                + " REJOIN_SUCCEED) 1 1.04 % 5 5.20 % 96",
            "B10_JoinIsAnsweredInTimeInv 4.2.0 CONNECTING \u2192 nothing in time 1 10.00 % 0 0.00 %"
                + " 10",
            "no rule is violated 5.0.0 no step 0 0.00 % 2 100.00 % 2");
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void nothingIsRequestedButThePageItself() throws Exception {
    browser.network();
    openFew(ROW);
    browser.all(".sessions tbody th button").get(0).click();
    await();

    assertThat(
            browser.network().stream()
                .filter(each -> each.contains("\"Network.requestWillBeSent\""))
                .filter(each -> !each.contains("\"url\":\"about:blank")))
        .hasSize(1)
        .first()
        .asString()
        .contains("page.html");
  }

  private String lineOfRule() {
    return browser.text(".report .line-link");
  }

  @Test
  void theTableIsSortedFilteredAndGrouped() throws Exception {
    openFew("");
    browser.click("[data-order=sessions]");
    assertThat(rows()).first().asString().startsWith("TransitionTable 4.1.0");
    assertThat(browser.find(".report [aria-sort]").getText()).startsWith("Sessions");
    assertThat(browser.focused().getAttribute("data-order")).isEqualTo("sessions");
    browser.click("[data-order=sessions]");
    assertThat(rows()).first().asString().startsWith("no rule is violated 5.0.0");
    browser.click("[data-order=rule]");
    assertThat(rows()).last().asString().startsWith("TransitionTable");

    browser.find("#fleet-filter").sendKeys("b7 4.2");
    assertThat(rows()).hasSize(1);
    assertThat(browser.text(".fleet .count")).isEqualTo("1 of 4");
    assertThat(browser.fragment()).contains("words=b7+4.2", "order=rule");

    browser.find("#fleet-filter").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
    browser.click("[data-dimension=step]");
    browser.click("[data-dimension=region]");
    assertThat(rows()).contains("B7_NotTooEarlyProp 4.2.0 us 2 66.66 % 0 0.00 % 3 " + lineOfRule());
    browser.click("[data-dimension=rule]");
    browser.click("[data-dimension=version]");
    browser.click("[data-order=rejected]");
    assertThat(rows())
        .containsExactly(
            "us 4 100.00 % 0 0.00 % 4", "eu 1 0.98 % 5 4.90 % 102", "ap 0 0.00 % 2 100.00 % 2");
    browser.click("[data-dimension=region]");
    assertThat(rows()).as("one dimension is left").hasSize(3);
    assertThat(browser.fragment()).contains("by=region");
  }

  @Test
  void twoClicksLeadFromTheReportToTheTraceOfASession() throws Exception {
    openFew("");

    browser.all(".report tbody th button").get(0).click();
    assertThat(browser.text(".sessions .what")).isEqualTo("B7_NotTooEarlyProp, 4.2.0, " + STEP);
    assertThat(browser.text(".sessions .note")).isEqualTo("3 of 3 sessions");
    assertThat(browser.focused().getText()).isEqualTo("B7_NotTooEarlyProp, 4.2.0, " + STEP);
    assertThat(browser.all(".sessions tbody th button").stream().map(WebElement::getText))
        .containsExactly("s104", "s103", "s102");
    browser.all(".sessions tbody th button").get(0).click();
    await();

    assertThat(browser.find("#tab-walk").getAttribute("aria-selected")).isEqualTo("true");
    assertThat(browser.text(".session .what")).isEqualTo("Session s104");
    assertThat(browser.text(".session dl")).contains("Refused step " + STEP);
    assertThat(browser.all(".entries li")).hasSize(5);
    assertThat(browser.text(".entries [aria-current]")).startsWith("4 (FAILED, TIME_OUT");
    assertThat(browser.text(".entries .bad")).startsWith("4 (FAILED, TIME_OUT");
    assertThat(browser.text(".entry .problem"))
        .isEqualTo("Not allowed: (FAILED, TIME_OUT) comes after 21.000 s of RECONNECTING");
    browser.keys(Keys.ARROW_LEFT);
    assertThat(browser.text(".state")).isEqualTo("RECONNECTING");
    assertThat(browser.text(".walked .tools .count")).isEqualTo("3 of 4");

    browser.click(".session .line-link");
    assertThat(browser.text(".source .chosen")).contains("B7_NotTooEarlyProp ==");
    browser.keys("w");
    browser.click(".session .back");
    assertThat(browser.text(".sessions .what")).isEqualTo("B7_NotTooEarlyProp, 4.2.0, " + STEP);
    browser.click(".sessions .back");
    assertThat(rows()).hasSize(4);
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void theAddressHoldsTheRowTheSessionAndItsLine() throws Exception {
    openFew(ROW);
    assertThat(browser.text(".sessions .what")).isEqualTo("B7_NotTooEarlyProp, 4.2.0, " + STEP);
    browser.all(".sessions tbody th button").get(2).click();
    await();
    browser.keys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
    String address = browser.fragment();
    assertThat(address).contains("session=s102%40", "entry=2", "view=walk");

    browser.open(folder.resolve("page.html"), address);
    await();
    assertThat(browser.text(".session .what")).isEqualTo("Session s102");
    assertThat(browser.text(".walked .tools .count")).isEqualTo("2 of 4");
    assertThat(browser.text(".state")).isEqualTo("CONNECTED");
    assertThat(browser.fragment()).isEqualTo(address);
  }

  @Test
  void aLinkToWhatThePageDoesNotHaveIsReported() throws Exception {
    openFew("row=%5B%22B7%22%5D");
    assertThat(browser.text(".notice")).contains("a row that the report does not have: [\"B7\"]");
    assertThat(rows()).hasSize(4);
    openFew("view=walk&session=nobody%401&entry=3");
    assertThat(browser.text(".notice")).contains("a session that is not in this page: nobody@1");
    openFew("by=rule.shoe&order=%3Cb%3E");
    assertThat(rows()).hasSize(4);
    browser.open(Pages.room(), "view=fleet");
    assertThat(browser.text(".notice")).contains("a view that this page does not have: fleet");
    browser.keys("l");
    assertThat(browser.find("#tab-diagram").getAttribute("aria-selected")).isEqualTo("true");
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void aSessionWhoseBeginningWasNotKeptIsWalkedFromWhereItMayHaveBeen() throws Exception {
    openFew("view=walk&session=s103%40" + (Fleets.BEGIN + 103 * 60_000L));

    assertThat(browser.all(".entries li")).hasSize(3);
    assertThat(browser.all(".entries .bad")).hasSize(1);
    browser.keys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
    assertThat(browser.text(".entry .doc")).startsWith("Earlier lines of the session");
    assertThat(browser.text(".state")).isEqualTo("CONNECTED");
  }

  @Test
  void whatIsMissingAtTheEndIsMarkedBehindTheLastLine() throws Exception {
    openFew("view=walk&session=s105%40" + (Fleets.BEGIN + 105 * 60_000L));

    assertThat(browser.all(".entries li")).hasSize(3);
    assertThat(browser.text(".entries .bad")).startsWith("end of the session");
    assertThat(browser.text(".entry .problem")).isEqualTo("Not allowed: the join has no outcome");
  }

  @Test
  void whatTheTableDoesNotHaveIsMarkedWithWhatWasPossible() throws Exception {
    openFew("view=walk&session=s95%40" + (Fleets.BEGIN + 95 * 60_000L));

    assertThat(browser.text(".entry .problem")).isEqualTo("Not allowed: nothing leads there");
    assertThat(browser.has(".possible")).isTrue();
    browser.viewport(1300, 1000);
    assertThat(
            browser.run(
                "const rows = [...document.querySelectorAll('.possible tbody tr')];"
                    + "return rows.length > 3 && rows.every((each) => each.offsetHeight < 60)"))
        .as("one or two lines each")
        .isEqualTo(true);
  }

  @Test
  void hiddenSessionsHaveNoLinesAndLinesThatCannotBeReadAreShown() throws Exception {
    Fleets fleet = new Fleets(folder);
    fleet.early("4.2.0", "eu", 0).put("session", "3f9ac0").remove(List.of("line", "lines"));
    browser.open(fleet.page(), "");
    assertThat(browser.text(".fleet")).contains("No lines are in this page");
    browser.open(folder.resolve("page.html"), "view=walk&session=3f9ac0%40" + Fleets.BEGIN);
    await();
    assertThat(browser.text(".walked .note")).startsWith("There are no lines of this session");
    assertThat(browser.fragment()).contains("session=3f9ac0");

    Fleets other = new Fleets(folder);
    other.early("4.2.0", "eu", 0).put("line", "<img src=x onerror=hurt()>");
    browser.open(other.page(), "view=walk&session=s0%40" + Fleets.BEGIN);
    await();
    assertThat(browser.all(".raw li")).hasSize(5);
    assertThat(browser.text(".raw li:last-child")).isEqualTo("<img src=x onerror=hurt()>");
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void aFleetThatDecidedNothingNeverLooksGood() throws Exception {
    Fleets fleet = new Fleets(folder);
    browser.open(fleet.page(), "");
    assertThat(browser.text(".state-of-fleet")).startsWith("No session is decided");
    fleet.undecided(3, "4.1.0", "eu");
    browser.open(fleet.page(), "");
    assertThat(browser.text(".state-of-fleet")).startsWith("Nothing is decided");
    fleet.accepted(1, "4.1.0", "eu");
    browser.open(fleet.page(), "");
    assertThat(browser.text(".state-of-fleet")).startsWith("Most sessions are undecided");
    fleet.accepted(9, "4.1.0", "eu");
    browser.open(fleet.page(), "");
    assertThat(browser.text(".state-of-fleet"))
        .isEqualTo("No session is rejected, but some are undecided.");
    assertThat(browser.find(".state-of-fleet").getAttribute("data-state")).isEqualTo("undecided");

    Fleets good = new Fleets(folder);
    good.accepted(3, "4.1.0", "eu");
    browser.open(good.page(), "");
    assertThat(browser.text(".state-of-fleet"))
        .isEqualTo("The specification explains every session.");
  }

  @Test
  void aRefusedStepLeadsToWhatWasPossibleThere() throws Exception {
    openFew("");
    browser.click("[data-dimension=rule]");
    browser.click("[data-dimension=version]");
    assertThat(rows()).first().asString().startsWith(STEP + " 3 ");
    browser.all(".report tbody th button").get(2).click();
    assertThat(browser.all(".places button").stream().map(WebElement::getText))
        .containsExactly("CONNECTING", "CONNECTING_PROXIED");

    browser.all(".places button").get(1).click();

    assertThat(browser.fragment()).contains("start=CONNECTING_PROXIED", "row=", "by=step");
    assertThat(browser.text(".sessions .what")).startsWith("CONNECTING or");
  }

  @Test
  void theWindowsAreAPictureAndATable() throws Exception {
    openFew("");
    assertThat(browser.find(".windows svg").getAttribute("aria-label"))
        .matches("From \\d{4}-.* UTC, at most: 1 sessions, 1 rejected, 1 undecided");
    assertThat(browser.all(".windows .rejected rect[height='34']")).hasSize(5);
    browser.click(".windows summary");
    assertThat(browser.all(".windows tbody tr")).hasSize(108);

    openFew(ROW);
    assertThat(browser.all(".windows .rejected rect[height='34']")).hasSize(3);
  }

  @Test
  void axeFindsNothingWideAndNarrowLightAndDark() throws Exception {
    Path page = Fleets.counted(folder).page();
    for (String scheme : List.of("light", "dark")) {
      for (int width : List.of(1440, 320)) {
        browser.prefer("", Map.of("prefers-color-scheme", scheme));
        browser.viewport(width, 900);
        for (String place :
            List.of(
                "",
                ROW,
                "view=coverage",
                "view=walk&session=s102%40" + (Fleets.BEGIN + 102 * 60_000L))) {
          browser.open(page, place);
          await();
          assertThat(Axe.violations(browser)).as(scheme + " " + width + " " + place).isEmpty();
          assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
              .as(width + " " + place)
              .isEqualTo(true);
        }
      }
    }
  }

  @Test
  void theReportIsUsedByTheKeyboardAlone() throws Exception {
    openFew("view=diagram");
    browser.keys("l");
    browser.run("document.getElementById('fleet-filter').focus()");
    browser.tab();
    browser.tab();
    assertThat(browser.focused().getAttribute("data-order")).isEqualTo("rule");
    for (int i = 0; i < 12 && browser.focused().getAttribute("data-order") != null; i++) {
      browser.tab();
    }
    assertThat(browser.focused().getAttribute("aria-label"))
        .isEqualTo("Sessions: B7_NotTooEarlyProp, 4.2.0, " + STEP);
    browser.keys(Keys.ENTER);
    for (int i = 0; i < 12 && !"s104".equals(browser.focused().getText()); i++) {
      browser.tab();
    }
    browser.keys(Keys.ENTER);
    await();
    assertThat(browser.text(".session .what")).isEqualTo("Session s104");
  }
}
