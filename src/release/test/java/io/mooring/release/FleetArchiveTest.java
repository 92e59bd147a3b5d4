package io.mooring.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job of a fleet as it is for people who have no checkout: from the archive alone. */
final class FleetArchiveTest {

  /** A line of the list for people: names of licences, a name, and the jar. */
  private static final Pattern FOREIGN =
      Pattern.compile("(?m)^ +((?:\\([^)]+\\) )+).* \\(([^:() ]+:[^:() ]+:[^:() ]+) - .*\\)$");

  private static final ObjectMapper JSON = new ObjectMapper();

  @SuppressWarnings("NullAway.Init") // in unpack
  private static Archive archive;

  @SuppressWarnings("NullAway.Init") // in unpack
  private static String list;

  private final Path work;

  FleetArchiveTest(@TempDir Path work) {
    this.work = work;
  }

  @BeforeAll
  static void unpack(@TempDir Path folder) throws IOException {
    archive = Archive.fleet(folder);
    list = Files.readString(archive.home().resolve("THIRD-PARTY.txt"));
  }

  private Started fleet(String... words) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    String jar = archive.home().resolve("mooring-fleet.jar").toString();
    return Started.in(work, Stream.concat(Stream.of(java, "-jar", jar), Stream.of(words)).toList());
  }

  /** What the first group of a pattern matches on the page, which matches once. */
  private static String shown(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    String text = found.group(1);
    assertThat(found.find()).as("again: " + pattern).isFalse();
    return text;
  }

  @Test
  void itDoesWhatThePageSays() throws Exception {
    String page = Files.readString(Deployed.PROJECT.resolve("src/docs/guide/fleet-quickstart.md"));
    String simulate = shown(page, "(?m)^\\./mooring (simulate .*)$");
    String judge = shown(page, "`java -jar mooring-fleet\\.jar ([^`]*)`");
    String report = shown(page, "(?m)^\\./mooring (atlas .*)$");
    String result = shown(page, "(?m)^(\\d.* accepted, .*)$");
    Archive commandLine = Archive.commandLine(Files.createDirectory(work.resolve("cli")));

    assertThat(commandLine.call(work, simulate.split(" ")).code()).isZero();
    Started judged = fleet(judge.split(" "));

    assertThat(judged.text().lines().toList()).last().isEqualTo(result);
    assertThat(judged.code()).isEqualTo(1);
    List<JsonNode> rejected =
        verdicts().stream().filter(each -> decision(each).equals("rejected")).toList();
    assertThat(String.format(Locale.ROOT, "%,d accepted, %d ", accepted(), rejected.size()))
        .isEqualTo(result.substring(0, result.indexOf("rejected")));
    int keep = Integer.parseInt(shown(judge, "--keep (\\d+)"));
    for (JsonNode each : rejected) {
      assertThat(each.path("rule").asText()).isNotEmpty();
      assertThat(each.path("message").asText()).isNotEmpty();
      assertThat(each.path("lines").size()).isBetween(1, keep);
    }
    // Only a checkout knows which specification is meant.
    String specification = Deployed.PROJECT.resolve("spec/RoomConnection.tla").toString();
    Started written = commandLine.call(work, (report + " --spec " + specification).split(" "));
    assertThat(written.code()).as(written.text()).isZero();
    assertThat(work.resolve(shown(report, "--out (\\S+)")))
        .content()
        .contains(rejected.get(0).path("session").asText());
  }

  private List<JsonNode> verdicts() throws IOException {
    List<JsonNode> verdicts = new ArrayList<>();
    try (Stream<Path> files = Files.list(work.resolve("results/verdicts"))) {
      for (Path file : files.toList()) {
        for (String line : Files.readAllLines(file)) {
          verdicts.add(JSON.readTree(line));
        }
      }
    }
    return verdicts;
  }

  private static String decision(JsonNode verdict) {
    return verdict.path("decision").asText();
  }

  private long accepted() throws IOException {
    return verdicts().stream().filter(each -> decision(each).equals("accepted")).count();
  }

  @Test
  void itSaysItsVersionAndRefusesAWrongCall() throws Exception {
    assertThat(fleet("--version")).isEqualTo(new Started(0, "fleet " + Deployed.VERSION + "\n"));
    Started wrong = fleet("--out", "results");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.text()).startsWith("fleet: there is no input").hasLineCount(1);
    assertThat(archive.home().resolve("README.txt"))
        .content()
        .startsWith("The job of Mooring " + Deployed.VERSION + " ");
  }

  private static Set<String> foreign() {
    Set<String> jars = new HashSet<>();
    for (MatchResult each : FOREIGN.matcher(list).results().toList()) {
      jars.add(each.group(2));
    }
    return jars;
  }

  @Test
  void theListForPeopleNamesEveryForeignJar() throws IOException {
    Set<String> names = new HashSet<>();
    for (String each : foreign()) {
      String[] parts = each.split(":", -1);
      names.add(parts[1] + "-" + parts[2] + ".jar");
    }
    assertThat(list).contains("Lists of " + names.size() + " third-party dependencies");
    assertThat(archive.jars()).isNotEmpty().allMatch(jar -> names.contains(fileName(jar)));

    JsonNode sbom = JSON.readTree(archive.home().resolve("sbom.json").toFile());
    assertThat(sbom.path("components")).isNotEmpty();
    for (JsonNode each : sbom.path("components")) {
      if (!each.path("group").asText().equals("io.mooring")) {
        assertThat(names)
            .contains(each.path("name").asText() + "-" + each.path("version").asText() + ".jar");
      }
    }
  }

  private static String fileName(Path file) {
    return file.getFileName().toString();
  }

  @Test
  void theTextOfEveryLicenceIsInIt() throws IOException {
    Set<String> texts = new HashSet<>();
    try (Stream<Path> files = Files.list(archive.home().resolve("licenses"))) {
      files.forEach(file -> texts.add(fileName(file).replace(".txt", "")));
    }
    Set<String> used = new HashSet<>();
    for (MatchResult each : FOREIGN.matcher(list).results().toList()) {
      // Of several that are offered one is enough.
      String text =
          Pattern.compile("\\(([^)]+)\\)")
              .matcher(each.group(1))
              .results()
              .map(name -> text(name.group(1)))
              .filter(texts::contains)
              .findFirst()
              .orElse("none of " + each.group(1));
      assertThat(texts).as(each.group(2)).contains(text);
      used.add(text);
    }
    assertThat(used).isEqualTo(texts);
    assertThat(archive.home().resolve("LICENSE"))
        .hasSameTextualContentAs(Deployed.PROJECT.resolve("LICENSE"));
  }

  /** The text of a licence that poms name in many ways. */
  private static String text(String name) {
    String version = name.replaceAll("\\D+", " ").strip().replaceFirst(" .*", "");
    if (name.contains("Apache")) {
      return "Apache-2.0";
    }
    if (name.contains("BSD")) {
      return "BSD-" + version + "-Clause";
    }
    if (name.contains("MIT")) {
      return "MIT";
    }
    return name.matches("EPL.*|.*Eclipse Public License.*") ? "EPL-" + version + ".0" : name;
  }

  @Test
  void toolsForTestsAreNotInTheJar() throws IOException {
    try (JarFile jar = new JarFile(archive.home().resolve("mooring-fleet.jar").toFile())) {
      List<String> entries = jar.stream().map(each -> each.getName()).toList();

      assertThat(entries).contains("io/mooring/flink/job/FleetJob.class");
      assertThat(entries)
          .noneMatch(each -> each.matches("(org/junit|net/jqwik|de/learnlib|net/automatalib)/.*"));
    }
  }
}
