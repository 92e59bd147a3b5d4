package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** Walking what happened: counterexamples, traces and lists that are dropped onto the page. */
@InBrowser
final class WalkTest {

  private static final Path COUNTEREXAMPLE =
      Pages.root().resolve("src/browser/test/files/LeaveKeepsTransport.itf.json");
  private static final Path TRACES = Pages.root().resolve("src/harness/test/traces");

  /** What the order of callbacks alone does not show: it needs their times. */
  private static final Set<String> BY_TIME =
      Set.of(
          "B3-outcome-never-told.ndjson",
          "B7-window-from-an-earlier-episode.ndjson",
          "B7-window-started-again.ndjson");

  private final Browser browser;
  private final Dropped dropped;

  WalkTest(Browser browser) {
    this.browser = browser;
    this.dropped = new Dropped(browser);
    browser.open(Pages.room(), "");
  }

  private void key(CharSequence key, int times) {
    for (int i = 0; i < times; i++) {
      browser.keys(key);
    }
  }

  @Test
  void aCounterexampleIsWalkedStepByStepAndItsLastStepIsNotAllowed() throws Exception {
    dropped.file(COUNTEREXAMPLE);

    assertThat(browser.text(".what")).isEqualTo("Counterexample LeaveKeepsTransport.itf.json");
    assertThat(browser.all(".entries li")).hasSize(6);
    assertThat(browser.text(".state")).isEqualTo("UNKNOWN");

    key(Keys.ARROW_RIGHT, 2);
    assertThat(browser.text(".entry"))
        .contains(
            "State 3 JoinChannel",
            "state DISCONNECTED CONNECTING",
            "transportOpen FALSE TRUE",
            "Notified CONNECTING, JOIN_CHANNEL",
            "Effects OPEN_TRANSPORT ARM_JOIN_TIMEOUT");
    assertThat(browser.text(".state")).isEqualTo("CONNECTING");
    assertThat(browser.text(".step")).contains("JoinChannel taken");
    assertThat(browser.has(".entry .problem")).isFalse();

    key(Keys.ARROW_LEFT, 1);
    assertThat(browser.text(".entry")).contains("State 2 Initialize");
    assertThat(browser.text(".state")).isEqualTo("DISCONNECTED");

    dropped.button("1 not allowed: show it");
    assertThat(browser.text(".entry"))
        .contains(
            "State 6 LeaveChannel",
            "Not allowed: no location of the machine has state = DISCONNECTED",
            "transportOpen = TRUE");
    assertThat(browser.text(".possible caption")).isEqualTo("Possible in RECONNECTING");
    assertThat(browser.all(".possible tbody tr"))
        .anyMatch(each -> each.getText().startsWith("LeaveChannel → DISCONNECTED_DEPARTED"))
        .anyMatch(each -> each.getText().startsWith("Rejoined → CONNECTED"))
        .noneMatch(each -> each.getText().startsWith("Joined"));
    browser.click(".possible .line-link");
    assertThat(browser.find(".line.chosen").isDisplayed()).isTrue();
  }

  @Test
  void aFileIsOpenedByItsButtonToo() {
    browser.keys("w");
    assertThat(browser.find(".open").isDisplayed()).isTrue();

    browser.find("#file").sendKeys(COUNTEREXAMPLE.toString());
    dropped.awaitRead();

    assertThat(browser.text(".what")).contains("LeaveKeepsTransport.itf.json");
  }

  private static String step(int seconds, String event, String from, String to, String notified) {
    return String.format(
        Locale.ROOT,
        "{\"nanos\":%d,\"session\":1,\"event\":\"%s\",\"from\":\"%s\",\"to\":\"%s\","
            + "\"outcome\":\"taken\",\"code\":\"OK\",\"told\":[%s],\"effects\":[]}%n",
        seconds * 1_000_000_000L,
        event,
        from,
        to,
        notified);
  }

  @Test
  void stepsThatDoNotFollowEachOtherAreMarkedAndStayInTheLink() {
    dropped.text(
        "room.ndjson",
        step(0, "Initialize", "UNKNOWN", "DISCONNECTED", "")
            + step(5, "RoomRequestFailed", "CONNECTING", "CONNECTED", ""));
    key(Keys.ARROW_RIGHT, 2);

    assertThat(browser.text(".entry"))
        .contains(
            "Not allowed: it begins in CONNECTING, but the step before it ended in DISCONNECTED");
    assertThat(browser.text(".possible caption")).isEqualTo("Possible in DISCONNECTED");
    assertThat(browser.text(".path")).contains("CONNECTING: RoomRequestFailed");
    String fragment = browser.fragment();
    String path = browser.text(".path") + browser.text(".step");

    browser.open(Pages.room(), fragment);

    assertThat(fragment).contains("path=INITIALIZE.CONNECTING%3AROOM_REQUEST_FAILED");
    assertThat(browser.text(".path") + browser.text(".step")).isEqualTo(path);
    assertThat(browser.find(".notice").isDisplayed()).isFalse();
    browser.open(Pages.room(), "path=NOWHERE:KICKED");
    assertThat(browser.text(".notice")).contains("does not have: NOWHERE");
  }

  @Test
  void aStepThatIsNotItsRowSaysWhatTheRowHas() {
    dropped.text(
        "room.ndjson",
        step(0, "Initialize", "UNKNOWN", "DISCONNECTED", "")
            + step(1, "RoomClosed", "DISCONNECTED", "FAILED", ""));
    key(Keys.ARROW_RIGHT, 1);
    assertThat(browser.has(".problem")).isFalse();
    key(Keys.ARROW_RIGHT, 1);

    assertThat(browser.text(".problem"))
        .isEqualTo("Not allowed: RoomClosed in DISCONNECTED has as its outcome ignored, not taken");
    assertThat(browser.all(".entries .bad")).hasSize(1);
    assertThat(browser.text(".entries .bad")).contains("RoomClosed", "not allowed");
    assertThat(browser.all(".possible tbody tr"))
        .anyMatch(each -> each.getText().startsWith("RoomClosed ignored"))
        .anyMatch(each -> each.getText().startsWith("JoinChannel → CONNECTING"))
        .noneMatch(each -> each.getText().startsWith("Kicked"));
  }

  @Test
  void everySampleOfCallbacksIsJudgedByItsOrder() throws Exception {
    Set<String> wrong = new TreeSet<>();
    Set<String> bad = new TreeSet<>();
    try (Stream<Path> files = Files.list(TRACES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".ndjson")).toList()) {
        String name = file.getFileName().toString();
        dropped.file(file);
        assertThat(browser.text(".what")).isEqualTo("Callbacks " + name);
        if (!browser.text(".walked .tools").contains("All callbacks are possible")) {
          wrong.add(name);
        }
        if (name.startsWith("B") && !BY_TIME.contains(name)) {
          bad.add(name);
        }
      }
    }
    assertThat(wrong).isEqualTo(bad).isNotEmpty();
  }

  @Test
  void aCallbackThatIsNotPossibleShowsWhatWas() throws Exception {
    dropped.file(TRACES.resolve("B8-loss-told-twice.ndjson"));

    dropped.button("1 not allowed: show it");

    assertThat(browser.text(".problem"))
        .startsWith("Not allowed: no event notifies of (RECONNECTING,")
        .endsWith("in RECONNECTING");
    assertThat(browser.text(".state")).isEqualTo("RECONNECTING");
    assertThat(browser.has(".difference")).isFalse();
    assertThat(browser.text(".possible"))
        .contains("Rejoined → CONNECTED", "LeaveChannel → DISCONNECTED");
    key(Keys.ARROW_LEFT, 1);
    assertThat(browser.text(".entry")).contains("Explained by", "RECONNECTING");
    assertThat(browser.text(".state")).isEqualTo("RECONNECTING");
  }

  @Test
  void connectionsThatAreMixedAreWalkedOneByOne() throws Exception {
    dropped.file(TRACES.resolve("B12-callback-after-release.ndjson"));
    assertThat(browser.all(".entries li")).hasSize(5);

    browser.choose(".walked select", "session b");

    assertThat(browser.all(".entries li")).hasSize(2);
    assertThat(browser.text(".entries")).contains("(CONNECTING, JOIN_CHANNEL (5))");
  }

  @Test
  void timeIsAStripOfStatesAndTimers() throws Exception {
    dropped.file(TRACES.resolve("reconnected.ndjson"));

    assertThat(browser.find(".strip").getAttribute("aria-label"))
        .asString()
        .isEqualTo(
            "Time, 74\u00a0s: UNKNOWN at 0\u00a0s, CONNECTING at 0\u00a0s, CONNECTED at 1\u00a0s,"
                + " RECONNECTING at 10\u00a0s, CONNECTED at 14\u00a0s, DISCONNECTED at 74\u00a0s");
    assertThat(browser.text(".strip")).contains("JOIN_TIMEOUT", "RECONNECT_WINDOW", "CONNECTED");
    assertThat(browser.all(".bar.timer")).hasSize(2);
    browser.run(
        "[...document.querySelectorAll('.bar')].find(e => e.textContent.startsWith('RECONNECTING'))"
            + ".dispatchEvent(new MouseEvent('click', {bubbles: true}))");
    assertThat(browser.text(".state")).isEqualTo("RECONNECTING");
    assertThat(browser.text(".entry h4")).endsWith("10 s");
    assertThat(browser.find(".now").getAttribute("visibility")).isEqualTo("visible");
  }

  @Test
  void aSequenceDiagramStandsBesideTheEntries() throws Exception {
    dropped.file(COUNTEREXAMPLE);
    key(Keys.ARROW_RIGHT, 4);

    assertThat(browser.all(".participant"))
        .extracting(each -> each.getText())
        .containsExactly("User", "RoomConnection", "World");
    assertThat(browser.all(".entry-part.chosen text"))
        .extracting(each -> each.getText())
        .containsExactly(
            "MediaLost",
            "→ RECONNECTING (taken)",
            "ARM_WINDOW",
            "START_RECONNECTING",
            "RECONNECTING, MEDIA_CONNECTION_DISCONNECTED (8)");
    assertThat(browser.all(".entry-part.chosen .answer")).hasSize(1);
    assertThat(browser.find(".sequence").getAttribute("aria-label"))
        .isEqualTo("Sequence diagram of the entries 0 to 5. The list of entries has the same.");
    assertThat(browser.text(".sequence .bad")).isEqualTo("not allowed");

    browser.run(
        "document.querySelectorAll('.entry-part')[2]"
            + ".dispatchEvent(new MouseEvent('click', {bubbles: true}))");
    assertThat(browser.text(".state")).isEqualTo("CONNECTING");
    assertThat(browser.text(".entry")).contains("State 3 JoinChannel");
  }

  @Test
  void theDiagramHasWhatTheFileSaysAndWhatAnsweredACommand() {
    dropped.text(
        "room.ndjson",
        step(0, "Initialize", "UNKNOWN", "DISCONNECTED", "")
            + step(1, "LeaveChannel", "DISCONNECTED", "DISCONNECTED", ""));
    key(Keys.ARROW_RIGHT, 2);

    assertThat(browser.all(".entry-part.chosen text"))
        .extracting(each -> each.getText())
        .containsExactly(
            "LeaveChannel", "stays in DISCONNECTED (refused)", "NOT_JOINED (30101)", "not allowed");
  }

  @Test
  void aListIsWalkedByTheTable() {
    dropped.text(
        "list.txt",
        "Initialize\nJoinChannel  # a call\nadvance 29s\nstale 1 Joined\njoinTimeout\n");
    key(Keys.ARROW_RIGHT, 3);
    assertThat(browser.text(".entry")).contains("Line 3 advance 29s", "depends on the run");
    assertThat(browser.text(".state")).isEqualTo("CONNECTING");

    key(Keys.ARROW_RIGHT, 2);
    assertThat(browser.text(".entry")).contains("joinTimeout", "state CONNECTING FAILED");
    assertThat(browser.text(".step")).contains("JOIN_TIMEOUT has expired");
  }

  @Test
  void thePathCanLeaveTheFileAndComeBack() throws Exception {
    dropped.file(COUNTEREXAMPLE);
    key(Keys.ARROW_RIGHT, 2);

    browser.event("Kicked");
    assertThat(browser.text(".walked .count")).isEqualTo("The path has left the file.");

    dropped.button("Back to the file");
    assertThat(browser.text(".walked .count")).isEqualTo("2 of 5");
    assertThat(browser.text(".state")).isEqualTo("CONNECTING");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | it is empty.
          '{"states":[{"queue":[]}]}' | state 1 has not the variables of RoomConnection and its record out; it has: queue
          '{"states":[' | it is no JSON object, or was cut off: its last brace is missing.
          '{"rows":[{' | it is no JSON object, or was cut off: its last brace is missing.
          '{"a":1}' | line 1 is no entry of a trace; its members are: a
          '{"event":"Push","from":"LOCKED","to":"LOCKED"}' | line 1 names no location of RoomConnection: LOCKED
          '{"event":"Push","stale":true}' | line 1 names no event of RoomConnection: Push
          '{"state":"OPEN","reason":"PUSH"}' | none of its callbacks is one of RoomConnection.
          '[{"event":"Joined"}]' | it is a JSON array; a trace has one JSON object a line.
          'Push' | line 1 is neither JSON nor a line of a list for RoomConnection: Push
          '__proto__' | line 1 is neither JSON nor a line of a list for RoomConnection: __proto__
          """)
  void aFileThatSaysNothingOfThisMachineIsRefusedInOneLine(String text, String problem) {
    dropped.text("some.file", text);

    assertThat(browser.text(".notice")).isEqualTo("some.file: " + problem + " Dismiss");
    assertThat(browser.has(".what")).isFalse();
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void binaryAndOtherEncodingsAreRefused() {
    dropped.run("bytes", "[new Uint8Array([0x1f, 0x8b, 8, 1])]");
    assertThat(browser.text(".notice")).contains("bytes: it is binary or compressed");

    dropped.run("latin", "['JoinChannel ', new Uint8Array([0xe4, 0xf6])]");
    assertThat(browser.text(".notice")).contains("latin: it is not encoded in UTF-8.");
  }

  @Test
  void markupAndControlCharactersInAFileAreText() {
    String hostile = "<img src=x onerror=window.hurt=1>\\u202e\\u0007";
    List<String> files =
        List.of(
            "{\"session\":\"" + hostile + "\",\"state\":1,\"reason\":\"" + hostile + "\"}\n",
            "{\"event\":\"" + hostile + "\",\"from\":\"UNKNOWN\"}\n",
            "{\"#meta\":{},\"states\":[{\"" + hostile + "\":1}]}");
    for (String each : files) {
      dropped.text("<img src=x onerror=window.hurt=1>", each);
      assertThat(browser.text(".notice")).contains("<img src=x").doesNotContain("\u202e", "\u0007");
    }
    String valid = "{\"state\":\"CONNECTING\",\"reason\":5,\"session\":\"s\"}\n";
    dropped.text("<b>", valid + "{\"state\":\"" + hostile + "\",\"reason\":5,\"session\":\"s\"}\n");
    dropped.button("1 not allowed: show it");
    assertThat(browser.text(".entry")).contains("<img src=x onerror=window.hurt=1>");
    assertThat(browser.has("img")).isFalse();
    assertThat(browser.run("return window.hurt === undefined")).isEqualTo(true);
  }

  /** Between the slices others get their turn; how long a slice takes is not measured. */
  @Test
  void fiftyMegabytesDoNotFreezeThePageAndAreWalkedInParts() {
    Object turns =
        dropped.large(
            "let turns = 0; const timer = setInterval(() => turns++, 1);"
                + "return () => { clearInterval(timer); return turns; }");

    assertThat(((Number) turns).intValue()).isGreaterThan(50);
    assertThat(browser.text(".walked .count")).isEqualTo("0 of 700,000");
    browser.run(
        "const s = document.querySelector('input[type=range]'); s.value = 699999;"
            + "s.dispatchEvent(new Event('input'))");
    key(Keys.ARROW_RIGHT, 1);
    assertThat(browser.text(".walked .count")).isEqualTo("700,000 of 700,000");
    assertThat(browser.text(".state")).isEqualTo("CONNECTED");
    assertThat(browser.all(".entries li")).hasSize(60);
    assertThat(browser.fragment().length()).isLessThan(10_000);
  }

  @Test
  void readingIsCancelled() {
    Object atCancel =
        dropped.large(
            "window.slices = 0; const slice = Blob.prototype.slice;"
                + "Blob.prototype.slice = function(...a) { slices++; return slice.apply(this, a); };"
                + "let seen = 0; setTimeout(() => {"
                + " document.querySelector('.reading button').click(); seen = slices; });"
                + "return () => seen");
    browser.runLater("setTimeout(arguments[0], 300)");

    assertThat(browser.run("return slices")).isEqualTo(atCancel);
    assertThat(browser.has(".what")).isFalse();
    assertThat(browser.find(".reading").isDisplayed()).isFalse();
    assertThat(browser.find(".notice").isDisplayed()).isFalse();
  }
}
