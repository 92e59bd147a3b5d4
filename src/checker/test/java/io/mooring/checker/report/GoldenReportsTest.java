package io.mooring.checker.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.InFamily;
import io.mooring.checker.TestedChecker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is written of each kind of result, in each form, is in the folder {@code
 * test/resources/report}: with {@code -Dmooring.write=true} the files are written, otherwise
 * compared.
 */
final class GoldenReportsTest {

  private static final Path FOLDER = Path.of("test/resources/report");

  private static final boolean WRITING = Boolean.getBoolean("mooring.write");

  /** How the names of files begin that the tests of traces write. */
  private static final String TRACES = "trace-";

  private final Path root;

  GoldenReportsTest(@TempDir Path root) {
    this.root = root;
  }

  static Set<String> samples() {
    return Samples.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsWrittenOfAResultIsTheFile(String sample) throws Exception {
    requireFiles(sample, Objects.requireNonNull(Samples.all().get(sample)).of(new Lift(root)));
  }

  static Set<String> newer() {
    return Newer.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("newer")
  @InFamily(value = "1.8", others = "1.7 refuses the keyword; the next test has a result by hand")
  void whatIsWrittenOfANewerCheckersResultIsTheFile(String sample) throws Exception {
    Newer result = Objects.requireNonNull(Newer.all().get(sample));
    requireFiles(sample, result.checked().of(new Lift(root, TestedChecker.TLC)));
  }

  @ParameterizedTest
  @MethodSource("newer")
  void theSameIsWrittenOfSuchAResultThatIsMadeByHand(String sample) throws Exception {
    Newer result = Objects.requireNonNull(Newer.all().get(sample));
    requireFiles(sample, result.byHand().of(new Lift(root)));
  }

  private void requireFiles(String sample, Report report) throws Exception {
    String json = ReportFormat.JSON.text(report);
    String sarif = ReportFormat.SARIF.text(report);
    assertThat(Schemas.report().violations(json)).isEmpty();
    assertThat(Schemas.sarif().violations(sarif)).isEmpty();
    assertThat(json + sarif).doesNotContain(root.toString());
    require(sample + ".json", json);
    require(sample + ".sarif", sarif);
    require(sample + ".xml", ReportFormat.JUNIT.text(report));
    require(
        sample + ".github.txt",
        String.join("", Annotations.lines(report).stream().map(line -> line + "\n").toList()));
  }

  @Test
  void thereIsNoFileOfAResultThatIsGone() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\..*", "")))
          .allMatch(
              name ->
                  name.startsWith(TRACES) || samples().contains(name) || newer().contains(name));
    }
  }

  @Test
  void everyFileIsAsItsSchemaSays() throws Exception {
    int seen = 0;
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file);
        if (file.toString().endsWith(".json")) {
          assertThat(Schemas.report().violations(text)).as(file.toString()).isEmpty();
          seen++;
        } else if (file.toString().endsWith(".sarif")) {
          assertThat(Schemas.sarif().violations(text)).as(file.toString()).isEmpty();
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(WRITING ? 0 : 2 * (samples().size() + newer().size()) - 1);
  }

  private static void require(String name, String text) throws Exception {
    Path file = FOLDER.resolve(name);
    if (WRITING) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }
    assertThat(text)
        .as(file + "; mvn -q -pl src/checker verify -Dmooring.write=true writes it")
        .isEqualTo(Files.exists(file) ? Files.readString(file) : "no such file");
  }
}
