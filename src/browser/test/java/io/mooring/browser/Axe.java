package io.mooring.browser;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The checker of accessibility, run in the page that is open. */
final class Axe {

  private Axe() {}

  /** What axe finds, in lines: the rule, what it wants, and where. */
  static List<?> violations(Browser browser) throws Exception {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      browser.run(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    }
    Object found =
        browser.runLater(
            "const end = arguments[arguments.length - 1];"
                + "axe.run(document, {resultTypes: ['violations']}).then(found => end("
                + "found.violations.map(v => v.id + ': ' + v.help + ': ' +"
                + " v.nodes.slice(0, 3).map(n => n.html).join(' ')))).catch(e => end([String(e)]))");
    return (List<?>) Objects.requireNonNull(found);
  }
}
