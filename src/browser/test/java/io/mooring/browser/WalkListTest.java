package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.codegen.atlas.Atlas;
import io.mooring.codegen.atlas.Enclosed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** What happened to a machine before its page was made, opened from the list of the walk. */
@InBrowser
final class WalkListTest {

  private final Browser browser;
  private final Dropped dropped;

  WalkListTest(Browser browser) {
    this.browser = browser;
    this.dropped = new Dropped(browser);
  }

  private void choose(String option) {
    browser.choose("#walks", option);
    dropped.awaitRead();
  }

  @Test
  void aCounterexampleOfTheManifestIsOpenedAndItsLastStepIsNotAllowed() {
    browser.open(Pages.room(), "view=walk");

    choose("LeaveKeepsTransport: violates B1_LeaveStopsEverythingInv");

    assertThat(browser.text(".what")).isEqualTo("Counterexample LeaveKeepsTransport");
    assertThat(browser.all(".entries li")).hasSize(6);
    dropped.button("1 not allowed: show it");
    assertThat(browser.text(".entry")).contains("State 6 LeaveChannel", "transportOpen = TRUE");
    assertThat(browser.text("#walks option:checked")).isEqualTo("In this page…");
  }

  @Test
  void aSampleTraceIsOpenedAfterAnother() {
    browser.open(Pages.room(), "view=walk");

    choose("reconnected.ndjson");
    assertThat(browser.text(".what")).isEqualTo("Callbacks reconnected.ndjson");
    assertThat(browser.text(".walked .tools")).contains("All callbacks are possible");

    choose("B8-kick-told-twice.ndjson");
    assertThat(browser.text(".what")).isEqualTo("Callbacks B8-kick-told-twice.ndjson");
    assertThat(browser.text(".walked .tools")).contains("1 not allowed: show it");
  }

  @Test
  void everyOneIsOfThisMachine() {
    browser.open(Pages.room(), "view=walk");
    List<String> names = browser.all("#walks option").stream().map(WebElement::getText).toList();

    assertThat(names).hasSizeGreaterThan(45);
    for (String name : names.subList(1, names.size())) {
      choose(name);
      assertThat(browser.text(".what")).endsWith(" " + name.replaceFirst(": violates .*", ""));
      assertThat(browser.find(".notice").isDisplayed()).as(name).isFalse();
      assertThat(browser.all(".entries li")).as(name).isNotEmpty();
    }
  }

  @Test
  void namesInTheListAreText(@TempDir Path folder) throws Exception {
    String text =
        Files.readString(
            Pages.root().resolve("src/browser/test/files/LeaveKeepsTransport.itf.json"));
    Enclosed.Walk walk = new Enclosed.Walk("</script><b>", text);
    Path page = folder.resolve("page.html");
    Atlas.of(
            Pages.roomModel(),
            new TreeMap<>(),
            "A header.",
            Enclosed.NOTHING.listing(List.of(new Enclosed.Listed(walk, "violates </script>"))))
        .write(page);

    browser.open(page, "view=walk");
    choose("</script><b>: violates </script>");
    assertThat(browser.text(".what")).isEqualTo("Counterexample </script><b>");
    assertThat(browser.has(".what b")).isFalse();
  }

  @Test
  void aPageWithoutThemHasNoList() throws Exception {
    browser.open(Pages.turnstile(), "view=walk");

    assertThat(browser.has("#walks")).isFalse();
    assertThat(browser.has(".walk .open")).isTrue();
  }
}
