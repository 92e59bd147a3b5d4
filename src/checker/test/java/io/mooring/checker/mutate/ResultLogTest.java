package io.mooring.checker.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.modelcheck.Reporter;
import io.mooring.checker.mutate.MutationRun.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that goes on where an earlier one was stopped. */
class ResultLogTest {

  private static final Path LAMP = Path.of("test/resources/mutate/Lamp.tla");

  private final Path module;
  private final Path config;
  private final Path file;

  ResultLogTest(@TempDir Path folder) {
    module = folder.resolve("Lamp.tla");
    config = folder.resolve("Lamp.cfg");
    file = folder.resolve("journal.ndjson");
  }

  @BeforeEach
  void copyTheLamp() throws Exception {
    Files.copy(LAMP, module);
    Files.copy(LAMP.resolveSibling("Lamp.cfg"), config);
  }

  private KillMatrix run(boolean resume, int most) throws Exception {
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

  private MutantSet mutantSet() throws Exception {
    return MutantFinder.mutants(Changes.TLC, module, List.of(config), List.of());
  }

  /** How many checks are written down. */
  private int count() {
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
    List<String> whole = ends(run(false, Integer.MAX_VALUE));

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
    int all = run(false, Integer.MAX_VALUE).results().size();
    Files.writeString(config, Files.readString(config) + "\n");

    run(true, Integer.MAX_VALUE);

    assertThat(count()).isEqualTo(2 * all);
  }

  @Test
  void withoutResumeItBeginsAnew() throws Exception {
    int all = run(false, Integer.MAX_VALUE).results().size();

    run(false, Integer.MAX_VALUE);

    assertThat(count()).isEqualTo(all);
  }
}
