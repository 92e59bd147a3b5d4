package io.mooring.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium with a new profile and no way out: every host name and every connection is refused. */
final class Browser implements AutoCloseable {

  private static final List<Path> CHROMIUM =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));

  /** Selenium warns that it knows no classes for the protocol of this Chromium; none are used. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final Path profile;
  private final ChromeDriver driver;

  private Browser(Path profile, ChromeDriver driver) {
    this.profile = profile;
    this.driver = driver;
  }

  static Browser start() {
    Path chromium = CHROMIUM.stream().filter(Files::isExecutable).findFirst().orElse(null);
    if (chromium == null || !Files.isExecutable(DRIVER)) {
      throw new IllegalStateException(
          "There is no Chromium with its driver; on Debian: apt-get install -y chromium chromium-driver."
              + " Without -Pjanus these tests are left out.");
    }
    SELENIUM.setLevel(Level.SEVERE);
    try {
      Path profile = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "profile");
      LoggingPreferences logged = new LoggingPreferences();
      logged.enable(LogType.BROWSER, Level.ALL);
      logged.enable(LogType.PERFORMANCE, Level.ALL);
      ChromeOptions options = new ChromeOptions();
      options.setBinary(chromium.toString());
      options.setCapability("goog:loggingPrefs", logged);
      options.addArguments(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--host-resolver-rules=MAP * ~NOTFOUND",
          "--proxy-server=127.0.0.1:9",
          "--proxy-bypass-list=<-loopback>",
          "--user-data-dir=" + profile);
      ChromeDriverService service =
          new ChromeDriverService.Builder()
              .usingDriverExecutable(DRIVER.toFile())
              .usingAnyFreePort()
              .build();
      ChromeDriver driver = new ChromeDriver(service, options);
      driver.manage().timeouts().implicitlyWait(Duration.ZERO);
      Browser browser = new Browser(profile, driver);
      browser.viewport(1440, 1000);
      return browser;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /**
   * Opens a page of the disk anew, at a fragment, in the present viewport. What an earlier page has
   * said to its developer is forgotten.
   */
  void open(Path page, String fragment) {
    driver.get("about:blank");
    console();
    driver.get(page.toUri() + (fragment.isEmpty() ? "" : "#" + fragment));
  }

  /** Gives the page this size, which may be less than a window can have. */
  void viewport(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** What the page says to its developer: errors, and what its policy has blocked. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(each -> each.getMessage())
        .toList();
  }

  /** The messages of the network since the last call, as JSON. */
  List<String> network() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(each -> each.getMessage())
        .toList();
  }

  /** The part of the address after its {@code #}. */
  String fragment() {
    return String.valueOf(run("return location.hash.slice(1)"));
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  boolean has(String selector) {
    return !all(selector).isEmpty();
  }

  /** The text that is seen of an element, in one line. */
  String text(String selector) {
    return find(selector).getText().replaceAll("\\s+", " ").strip();
  }

  void click(String selector) {
    find(selector).click();
  }

  /** Chooses an option by its text. */
  void choose(String selector, String option) {
    all(selector + " option").stream()
        .filter(each -> each.getText().equals(option))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no option " + option))
        .click();
  }

  /** Clicks the event of this text in the drive. */
  void event(String text) {
    all(".event").stream()
        .filter(each -> each.findElement(By.className("name")).getText().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no event " + text))
        .click();
  }

  /** Presses keys where the focus is. */
  void keys(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  void tab() {
    keys(Keys.TAB);
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  @Nullable Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  void scriptsTakeUpTo(Duration duration) {
    driver.manage().timeouts().scriptTimeout(duration);
  }

  @Nullable Object runLater(String script) {
    return driver.executeAsyncScript(script);
  }

  /**
   * Lets the page believe that the reader prefers something: a colour scheme, less motion, print.
   */
  void prefer(String media, Map<String, String> features) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            features.entrySet().stream()
                .map(each -> Map.of("name", each.getKey(), "value", each.getValue()))
                .toList()));
  }

  @Override
  public void close() {
    driver.quit();
    try {
      Files.walkFileTree(
          profile,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws IOException {
              Files.deleteIfExists(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException busy) {
      throw new UncheckedIOException(busy);
    }
  }
}
