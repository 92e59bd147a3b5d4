package io.mooring.checker.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.InFamily;
import io.mooring.checker.TestedChecker;
import io.mooring.checker.modelcheck.ModelChecking;
import io.mooring.checker.modelcheck.RecordedReporter;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A counterexample of each kind of result, as people get it: the lines, the diagram and the trace.
 * {@code mvn -pl src/checker -am test -Dtest=GoldenTracesTest -Dmooring.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false} writes the files that are compared.
 */
class GoldenTracesTest {

  private static final Path RESOURCES = Path.of("test/resources/trace");
  private static final Path GOLDEN = RESOURCES.resolve("golden");
  private static final boolean WRITE = Boolean.getBoolean("mooring.write");

  /** What a viewer of Mermaid accepts without being configured. */
  private static final int MERMAID_LIMIT = 50_000;

  private static final String REFUSED = "1.7 refuses the keyword, see ToldErrorsTest";

  private final Path folder;

  GoldenTracesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** What a check says, without its time and without where the files are on this machine. */
  private String check(String module, String config) throws IOException, TlcException {
    return check(Tlc.bundled(), module, config);
  }

  private String check(Tlc tlc, String module, String config) throws IOException, TlcException {
    try (Stream<Path> files = Files.list(RESOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
    RecordedReporter reporter = new RecordedReporter();
    new ModelChecking(tlc, folder.resolve("out"))
        .checkOne(
            ModelChecking.request(folder.resolve(module + ".tla"), folder.resolve(config + ".cfg")),
            reporter);
    return String.join("\n", reporter.lines())
            .replace(folder + "/", "")
            .replaceFirst("depth (\\d+), [\\d.]+ s", "depth $1, 0.1 s")
        + "\n";
  }

  private Optional<Path> written(String ending) throws IOException {
    if (!Files.isDirectory(folder.resolve("out"))) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst();
    }
  }

  private static void compare(String text, String name) throws IOException {
    Path file = GOLDEN.resolve(name);
    if (WRITE) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }

  @ParameterizedTest
  @CsvSource({
    "Queue, invariant",
    "Queue, action",
    "Queue, deadlock",
    "Queue, stuttering",
    "Queue, initial",
    "Queue, evaluation",
    "Lamp, lasso",
    "Wide, wide",
    "Wide, long"
  })
  void aCounterexampleIsShownAsTheFilesSay(String module, String config)
      throws IOException, TlcException {
    isAsTheFilesSay(config, check(module, config));
  }

  private void isAsTheFilesSay(String config, String text) throws IOException, TlcException {
    compare(text, config + ".txt");
    assertThat(text.lines().filter(line -> line.startsWith("  ")))
        .isNotEmpty()
        .allMatch(line -> line.length() <= TraceView.USUAL.width());

    String mermaid = Files.readString(written(".mmd").orElseThrow());
    compare(mermaid, config + ".mmd");
    assertThat(mermaid).hasSizeLessThan(MERMAID_LIMIT);

    Path itf = written(TraceFiles.ITF).orElseThrow();
    String stored = Files.readString(itf);
    if (!config.equals("long")) {
      compare(stored, config + TraceFiles.ITF);
    }
    StoredTrace read = ItfTrace.read(itf);
    assertThat(ItfWriter.text(read)).isEqualTo(stored);
    List<String> again =
        TraceText.lines(read.trace(), TraceView.USUAL.of(itf.getFileName().toString()));
    assertThat(text).contains(String.join("\n", again) + "\n");
  }

  @Test
  @InFamily(value = "1.8", others = REFUSED)
  void anAliasIsShownInPlaceOfTheVariables() throws IOException, TlcException {
    isAsTheFilesSay("alias", check(TestedChecker.TLC, "Queue", "alias"));
  }

  @Test
  void anAliasThatWasStoredIsShownByEveryBuildAsItsFilesSay() throws IOException, TlcException {
    Path itf = GOLDEN.resolve("alias.itf.json");
    StoredTrace read = ItfTrace.read(itf);
    TraceView view = TraceView.USUAL.of("Queue.alias-InTime.itf.json");

    assertThat(read.names()).containsExactly("jobs", "newest", "votes");
    assertThat(read.variables()).containsExactly("phase", "queue", "round", "seen", "votes");
    assertThat(ItfWriter.text(read)).isEqualTo(Files.readString(itf));
    assertThat(Files.readString(GOLDEN.resolve("alias.txt")))
        .contains(String.join("\n", TraceText.lines(read.trace(), view)) + "\n");
    assertThat(MermaidTrace.text(read.title(), read.trace(), view))
        .isEqualTo(Files.readString(GOLDEN.resolve("alias.mmd")));
  }

  @Test
  @InFamily(value = "1.8", others = REFUSED)
  void aPostconditionThatIsFalseHasNoBehaviourToShow() throws IOException, TlcException {
    compare(check(TestedChecker.TLC, "Queue", "postcondition"), "postcondition.txt");
    assertThat(written(".mmd")).isEmpty();
  }

  @Test
  void aFalseAssumptionHasNoBehaviourToShow() throws IOException, TlcException {
    compare(check("Asm", "assumption"), "assumption.txt");
    assertThat(written(".mmd")).isEmpty();
  }

  @Test
  void aLongCounterexampleIsWhollyInItsTraceAndShowsWhereTheMiddleIs()
      throws IOException, TlcException {
    String text = check("Wide", "long");

    assertThat(text.lines().count()).isLessThan(350);
    assertThat(text).contains("steps left out (11 to 781; Wide.long-NotLast.itf.json has all)");
    Path itf = written(TraceFiles.ITF).orElseThrow();
    assertThat(ItfTrace.read(itf).trace().steps()).hasSize(801);
  }

  @Test
  void aLassoAndStutteringAreMarkedInAllThreeAndReadBack() throws IOException, TlcException {
    assertThat(check("Lamp", "lasso")).contains("Back to step ");
    Path itf = written(TraceFiles.ITF).orElseThrow();
    assertThat(Files.readString(written(".mmd").orElseThrow())).contains("loop for ever", "end\n");
    assertThat(Files.readString(itf)).contains("\"loop\" : ");
    assertThat(ItfTrace.read(itf).trace().stutters()).isFalse();
    assertThat(ItfTrace.read(itf).trace().loopTo()).isPresent();
  }

  @Test
  void stutteringIsMarkedInAllThreeAndReadBack() throws IOException, TlcException {
    assertThat(check("Queue", "stuttering")).contains("Here nothing happens any more.");
    Path itf = written(TraceFiles.ITF).orElseThrow();
    assertThat(Files.readString(written(".mmd").orElseThrow()))
        .contains("nothing happens any more")
        .doesNotContain("loop for ever");
    assertThat(ItfTrace.read(itf).trace().stutters()).isTrue();
  }
}
