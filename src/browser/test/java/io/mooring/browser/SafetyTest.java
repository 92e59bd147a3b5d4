package io.mooring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page requests nothing, and nothing that gets into it runs. */
@InBrowser
final class SafetyTest {

  private static final String HOSTILE =
      "<img src=x onerror=\"window.hurt=1\"><script>window.hurt=1</script>";

  private final Browser browser;

  SafetyTest(Browser browser) {
    this.browser = browser;
  }

  private boolean isHurt() {
    return Boolean.TRUE.equals(browser.run("return window.hurt !== undefined"));
  }

  @Test
  void nothingIsRequestedButThePageItself() {
    browser.network();
    browser.open(Pages.room(), "");
    browser.keys("1", "m", "t", "n", "s", "c", "d", "?");

    List<String> requested =
        browser.network().stream()
            .filter(each -> each.contains("\"Network.requestWillBeSent\""))
            .filter(each -> !each.contains("\"url\":\"about:blank"))
            .toList();

    assertThat(requested).hasSize(1).first().asString().contains("atlas.html");
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void markupInTheAddressIsText() {
    String encoded = java.net.URLEncoder.encode(HOSTILE, java.nio.charset.StandardCharsets.UTF_8);
    for (String name : List.of("start", "path", "view", "at", "line")) {
      browser.open(Pages.room(), name + "=" + encoded);
      assertThat(browser.text(".notice")).contains("<img src=x");
      assertThat(browser.has("img")).isFalse();
      assertThat(isHurt()).isFalse();
    }
    browser.open(Pages.room(), "view=table&filter=" + encoded);
    assertThat(browser.find("#filter").getAttribute("value")).isEqualTo(HOSTILE);
    assertThat(browser.text(".count")).isEqualTo("0 of 136 rows");
    assertThat(isHurt()).isFalse();
  }

  @Test
  void markupInTheDataIsText(@TempDir Path folder) throws Exception {
    String hostile = HOSTILE.replace("<", "\\u003c").replace("\"", "\\\"");
    String text = Files.readString(Pages.room()).replace("The user asks to join a room.", hostile);
    Path page = Files.writeString(folder.resolve("page.html"), text);

    browser.open(page, "path=JOIN_CHANNEL&view=names");

    assertThat(browser.text(".step")).contains("<img src=x onerror=");
    assertThat(browser.has("img")).isFalse();
    assertThat(isHurt()).isFalse();
  }

  @Test
  void aScriptAddedToTheFileIsBlocked(@TempDir Path folder) throws Exception {
    String text = Files.readString(Pages.room()).replace("<noscript>", HOSTILE + "<noscript>");
    Path page = Files.writeString(folder.resolve("page.html"), text);

    browser.open(page, "");

    assertThat(isHurt()).isFalse();
    assertThat(browser.text("h1")).isEqualTo("RoomConnection");
    assertThat(browser.console()).anyMatch(each -> each.contains("Content Security Policy"));
  }

  @Test
  void theSameScriptRunsWithoutThePolicySoItIsThePolicyThatBlocksIt(@TempDir Path folder)
      throws Exception {
    String text =
        Files.readString(Pages.room())
            .replace("<noscript>", HOSTILE + "<noscript>")
            .replaceFirst("(?s)<meta\\s+http-equiv.*?>", "");
    Path page = Files.writeString(folder.resolve("page.html"), text);

    browser.open(page, "");

    assertThat(isHurt()).isTrue();
  }

  @Test
  void nothingCanBeSentAndNoMarkupCanBeMade() {
    browser.open(Pages.room(), "");

    assertThat(
            browser.runLater(
                "const end = arguments[arguments.length - 1];"
                    + "fetch('https://mooring.invalid').then(() => end('sent'), () => end('blocked'))"))
        .isEqualTo("blocked");
    assertThat(browser.console()).anyMatch(each -> each.contains("connect-src"));
    assertThat(
            browser.run(
                "try { document.body.innerHTML = '<b>x</b>'; return 'made' } catch (e) { return 'blocked' }"))
        .isEqualTo("blocked");
  }

  @Test
  void theRoomsPageIsSmall() throws Exception {
    assertThat(Files.size(Pages.room())).isLessThan(500_000);
    assertThat(Files.readString(Pages.room()))
        .doesNotContainPattern(Pattern.compile("(?i)(src|href)=[\"']?(https?:)?//"));
  }
}
