package io.mooring.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form of what people write: links, widths, and the size of the README. */
final class MarkdownTest {

  private static final int COLUMNS = 100;
  private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:)([^)#\\s]*)(?:#([^)]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  private final Path project = Project.root();

  /** The text of each page, by its path in the project. */
  private Map<String, String> pages() throws IOException {
    List<Path> files =
        new ArrayList<>(
            List.of(
                project.resolve("README.md"),
                project.resolve("CONTRIBUTING.md"),
                project.resolve("CHANGELOG.md"),
                project.resolve("spec/README.md")));
    try (Stream<Path> docs = Files.walk(project.resolve("src/docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).forEach(files::add);
    }
    Map<String, String> pages = new TreeMap<>();
    for (Path file : files) {
      pages.put(project.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    }
    return pages;
  }

  @Test
  void everyLinkLeadsToAFileAndToAHeadingOfIt() throws IOException {
    for (Map.Entry<String, String> page : pages().entrySet()) {
      assertThat(brokenLinks(page.getKey(), page.getValue())).as(page.getKey()).isEmpty();
    }
  }

  @Test
  void aLinkToAFileOrAHeadingThatDoesNotExistIsBroken() throws IOException {
    assertThat(brokenLinks("CHANGELOG.md", "[a](NO.md) [b](README.md#no) [c](README.md#why)"))
        .containsExactly("NO.md", "README.md#no");
  }

  private List<String> brokenLinks(String page, String text) throws IOException {
    Path folder = project.resolve(page).resolveSibling("");
    List<String> broken = new ArrayList<>();
    for (Matcher link = LINK.matcher(withoutCode(text)); link.find(); ) {
      Path target = link.group(1).isEmpty() ? project.resolve(page) : folder.resolve(link.group(1));
      String heading = link.group(2);
      if (!Files.exists(target)
          || (heading != null && !headings(Files.readString(target)).contains(heading))) {
        broken.add(link.group(1) + (heading == null ? "" : "#" + heading));
      }
    }
    return broken;
  }

  /** The names under which a page's headings can be linked. */
  private static List<String> headings(String text) {
    return HEADING
        .matcher(withoutCode(text))
        .results()
        .map(each -> each.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", ""))
        .map(each -> each.replace(' ', '-'))
        .toList();
  }

  @Test
  void textIsWrapped() throws IOException {
    for (Map.Entry<String, String> page : pages().entrySet()) {
      assertThat(tooLong(page.getValue())).as(page.getKey()).isEmpty();
    }
  }

  @Test
  void aLongLineIsOnlyAllowedInATableOrCodeOrForALink() {
    String words = "word ".repeat(COLUMNS / 5) + "end";
    assertThat(tooLong(words + "\n| " + words + " |\n```\n" + words + "\n```\n[a](" + words + ")"))
        .containsExactly(words);
  }

  private static List<String> tooLong(String text) {
    return withoutCode(text)
        .lines()
        .filter(line -> line.codePointCount(0, line.length()) > COLUMNS)
        .filter(line -> !line.startsWith("|") && !line.startsWith("    ") && !line.contains("]("))
        .toList();
  }

  @Test
  void specificationsAreWrapped() throws IOException {
    try (Stream<Path> spec = Files.walk(project.resolve("spec"))) {
      List<Path> modules = spec.filter(file -> file.toString().endsWith(".tla")).toList();
      assertThat(modules).hasSizeGreaterThan(20);
      for (Path module : modules) {
        assertThat(tooLongInTla(Files.readString(module))).as(module.toString()).isEmpty();
      }
    }
  }

  @Test
  void aLongLineOfASpecificationIsOnlyAllowedInATable() {
    String words = "/\\ x' = y ".repeat(COLUMNS / 10) + "/\\ end";
    assertThat(tooLongInTla(words + "\n     <<" + words + ">>,\n\\* " + words))
        .containsExactly(words, "\\* " + words);
  }

  /** A row of a table is a tuple on a line of its own. */
  private static List<String> tooLongInTla(String text) {
    return text.lines()
        .filter(line -> line.codePointCount(0, line.length()) > COLUMNS)
        .filter(line -> !line.strip().startsWith("<<"))
        .toList();
  }

  private static String withoutCode(String text) {
    return text.replaceAll("(?ms)^ *```.*?^ *```", "");
  }

  @Test
  void theReadmeIsShortAndBeginsWithTheTwoCommands() throws IOException {
    String readme = Files.readString(project.resolve("README.md"));
    assertThat(readme.lines().count()).isLessThanOrEqualTo(200);
    assertThat(Files.size(project.resolve("README.md"))).isLessThanOrEqualTo(12 * 1024);
    assertThat(readme.lines().limit(25))
        .anyMatch(line -> line.startsWith("./mooring prove"))
        .anyMatch(line -> line.startsWith("mvn verify"));
  }

  @Test
  void theIndexNamesEveryPage() throws IOException {
    Map<String, String> pages = pages();
    assertThat(pages).hasSizeGreaterThan(20);
    String index = Files.readString(project.resolve("src/docs/README.md"));
    assertThat(
            pages.keySet().stream()
                .filter(page -> page.matches("src/docs/(guide|measured)/.*"))
                .filter(page -> !index.contains("](" + page.substring("src/docs/".length()) + ")")))
        .as("pages that src/docs/README.md does not name")
        .isEmpty();
  }
}
