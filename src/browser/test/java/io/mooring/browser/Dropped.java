package io.mooring.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** Drops files onto a page as a person does, and waits until they are read. */
final class Dropped {

  private static final String DROP =
      "const transfer = new DataTransfer(); transfer.items.add(file);"
          + "document.body.dispatchEvent(new DragEvent('drop',"
          + " {dataTransfer: transfer, bubbles: true, cancelable: true}));";

  private static final String AWAIT =
      "const wait = (then) => document.querySelector('.reading').hidden"
          + " ? then() : setTimeout(() => wait(then), 2);";

  private final Browser browser;

  Dropped(Browser browser) {
    this.browser = browser;
  }

  void file(Path file) throws IOException {
    text(file.getFileName().toString(), Files.readString(file));
  }

  void text(String name, String text) {
    browser.run("window.content = [arguments[0]]", text == null ? "" : text);
    run(name, "window.content");
  }

  /** Drops a file with this content: an expression, the parts of a blob. */
  void run(String name, String parts) {
    browser.run("window.fileName = arguments[0]", name);
    browser.runLater(
        AWAIT
            + "const file = new File("
            + parts
            + ", window.fileName);"
            + DROP
            + "wait(arguments[0])");
  }

  /**
   * Drops a trace of 50 MB.
   *
   * @param beside a script that runs after the drop and returns a function that is called at the
   *     end
   * @return what that function returns
   */
  Object large(String beside) {
    browser.scriptsTakeUpTo(Duration.ofMinutes(3));
    return Objects.requireNonNull(
        browser.runLater(
            AWAIT
                + "const end = arguments[0];"
                + "const line = (state, reason, i) => JSON.stringify({time: i * 1000, session: 'a',"
                + " state, reason, padding: '0'.repeat(10)}) + '\\n';"
                + "const loss = line('RECONNECTING', 'SIGNAL_DISCONNECTED', 1);"
                + "const back = line('CONNECTED', 'REJOIN_SUCCEED', 1);"
                + "const parts = [line('CONNECTING', 'JOIN_CHANNEL', 1),"
                + " line('CONNECTED', 'JOIN_SUCCEED', 1), (loss + back).repeat(349999)];"
                + "const file = new File(parts, 'large.ndjson');"
                + "if (file.size < 50e6) { end('only ' + file.size); return; }"
                + DROP
                + "const finish = (() => {"
                + beside
                + "})(); wait(() => end(finish()))"));
  }

  /** Clicks the button of this text in the walked file. */
  void button(String text) {
    browser.all(".walked .tools button").stream()
        .filter(each -> each.getText().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + text))
        .click();
  }

  void awaitRead() {
    browser.runLater(AWAIT + "wait(arguments[0])");
  }
}
