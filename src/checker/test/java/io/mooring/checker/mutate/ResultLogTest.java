package io.mooring.checker.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.modelcheck.Reporter;
import io.mooring.checker.mutate.MutationRun.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that goes on where an earlier one was stopped. */
class ResultLogTest {

  private static final Path LAMP = Path.of("test/resources/mutate/Lamp.tla");

  private static Path module;
  private static Path config;
  private static Path file;

  /** The results of a whole run, and what it has written. */
  private static List<String> whole;

  private static String journal;

  @BeforeAll
  static void runOnce(@TempDir Path folder) throws Exception {
    module = Files.copy(LAMP, folder.resolve("Lamp.tla"));
    config = Files.copy(LAMP.resolveSibling("Lamp.cfg"), folder.resolve("Lamp.cfg"));
    file = folder.resolve("journal.ndjson");
    whole = ends(run(false, Integer.MAX_VALUE));
    journal = Files.readString(file);
  }

  @BeforeEach
  void wholeRunWasWritten() throws Exception {
    Files.copy(LAMP.resolveSibling("Lamp.cfg"), config, StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(file, journal);
    assertThat(count()).isEqualTo(whole.size());
  }

  private static KillMatrix run(boolean resume, int most) throws Exception {
    AtomicInteger lines = new AtomicInteger();
    Reporter counting =
        new Reporter() {
          @Override
          public void line(String text) {}

          @Override
          public void progress(String text) {
            lines.set(Files.exists(file) ? count() : 0);
          }
        };
    return new MutationRun(
            Changes.TLC,
            mutantSet(),
            new Limits(2_000L, Duration.ofMinutes(5), null, false),
            ResultLog.in(file, resume, Assertions::fail),
            counting,
            () -> lines.get() >= most)
        .run(mutantSet().mutants(), List.of(config));
  }

  private static MutantSet mutantSet() throws Exception {
    return MutantFinder.mutants(Changes.TLC, module, List.of(config), List.of());
  }

  /** How many checks are written down. */
  private static int count() {
    try {
      return (int) Files.readString(file).lines().filter(line -> line.endsWith("}")).count();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> ends(KillMatrix matrix) {
    return matrix.results().stream()
        .map(result -> result.mutant().id() + " " + result.killer() + " " + result.steps())
        .toList();
  }

  @Test
  void whatWasCheckedBeforeTheStopIsNotCheckedAgain() throws Exception {
    KillMatrix stopped = run(false, 5);
    int before = count();
    Files.writeString(file, Files.readString(file) + "{\"question\": \"cut o");
    KillMatrix rest = run(true, Integer.MAX_VALUE);

    assertThat(stopped.results()).hasSizeBetween(5, whole.size() - 1);
    assertThat(before).isEqualTo(stopped.results().size());
    assertThat(ends(rest)).isEqualTo(whole);
    assertThat(count()).isEqualTo(whole.size());
  }

  @Test
  void aJournalOfAnotherTextSaysNothing() throws Exception {
    Files.writeString(config, Files.readString(config) + "\n");

    run(true, Integer.MAX_VALUE);

    assertThat(count()).isEqualTo(2 * whole.size());
  }

  @Test
  void withoutResumeItBeginsAnew() throws Exception {
    run(false, Integer.MAX_VALUE);

    assertThat(count()).isEqualTo(whole.size());
  }
}
