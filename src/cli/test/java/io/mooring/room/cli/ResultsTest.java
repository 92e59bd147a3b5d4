package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The places of results, and the report of a finding that cannot be written there. */
final class ResultsTest {

  private static final String COUNTER =
      """
      ---- MODULE Counter ----
      EXTENDS Integers
      VARIABLE n
      Init == n = 0
      Next == n' = (n + 1) % 4
      Spec == Init /\\ [][Next]_n
      TinyInv == n < 2
      SmallInv == n < 3
      Full == n = 3
      TypeInv == n \\in 0..3
      ====
      """;

  private final Path folder;

  ResultsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    specification("a");
    specification("b");
  }

  private void specification(String name) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.writeString(home.resolve("Counter.tla"), COUNTER);
    Files.writeString(home.resolve("Counter.cfg"), "SPECIFICATION Spec\nINVARIANT TinyInv\n");
    Files.writeString(home.resolve("Small.cfg"), "SPECIFICATION Spec\nINVARIANT SmallInv\n");
    Files.writeString(home.resolve("Good.cfg"), "SPECIFICATION Spec\nINVARIANT TypeInv\n");
  }

  @Test
  void specificationsAndConfigurationsOfOneNameHaveResultsOfTheirOwn() throws IOException {
    Called.from(folder, "check", "a/Counter.tla");
    Called.from(folder, "check", "b/Counter.tla");
    Called.from(folder, "check", "a/Counter.tla", "--config", "a/Small.cfg");
    Called.from(folder, "check", "a/Counter.tla", "--config", "b/Small.cfg");
    Called.from(folder.resolve("b"), "check", "../a/Counter.tla", "--out", "../out");

    Path check = folder.resolve("target/mooring/check");
    assertThat(check.resolve("a/Counter-TinyInv.mmd")).exists();
    assertThat(check.resolve("b/Counter-TinyInv.mmd")).exists();
    assertThat(check.resolve("a/Counter.Small-SmallInv.mmd")).exists();
    assertThat(check.resolve("a/Counter...+b+Small-SmallInv.mmd")).exists();
    assertThat(folder.resolve("out"))
        .isDirectoryRecursivelyContaining("regex:.*/a-[0-9a-f]{8}/Counter-TinyInv.mmd");
  }

  @Test
  void resultsGoToTheWorkingFolderAlsoBelowAProject() throws IOException {
    Files.createDirectories(folder.resolve("spec"));
    Files.writeString(
        folder.resolve("spec/manifest.json"), "{\"models\":[{\"module\":\"a\",\"config\":\"b\"}]}");

    Called.from(folder.resolve("a"), "check", "Counter.tla");

    assertThat(folder.resolve("a/target/mooring/check/Counter-TinyInv.mmd")).exists();
    assertThat(folder.resolve("target")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/Counter.cfg", "a/Counter.cfg/deeper"})
  void aCounterexampleThatCannotBeWrittenIsAWarningAndStaysAFinding(String out) {
    Called violated = Called.from(folder, "check", "a/Counter.tla", "--out", out);
    assertThat(violated.code()).isOne();
    assertThat(violated.out())
        .contains("warning: the behaviour could not be written to ", "a file is in the way")
        .contains("TinyInv is violated")
        .doesNotContain("written:");

    Called witness =
        Called.from(
            folder,
            "check",
            "a/Counter.tla",
            "--config",
            "a/Good.cfg",
            "--witness",
            "Full",
            "--out",
            out);
    assertThat(witness.code()).isZero();
    assertThat(witness.out()).contains("warning: the behaviour could not be written to ");
  }

  @Test
  void aMatrixThatCannotBeWrittenIsAWarningAndStaysAFinding() {
    String[] call = {
      "mutate",
      "a/Counter.tla",
      "--config",
      "a/Good.cfg",
      "--out",
      "a/Counter.cfg",
      "--only",
      "drop-update"
    };
    Called survived = Called.from(folder, call);

    assertThat(survived.code()).isOne();
    assertThat(survived.out()).contains("1 survived or undecided").doesNotContain("written:");
    assertThat(survived.err())
        .contains("Counter.journal.ndjson cannot be written (a file is in the way)")
        .contains("Counter.Good.md could not be written (a file is in the way)");
  }

  @Test
  void aPictureThatCannotBeWrittenIsAWarning() {
    Called played = Called.from(folder, "simulate", "--seed", "1", "--svg", "a/Counter.cfg/x.svg");

    assertThat(played.code()).isZero();
    assertThat(played.err()).contains("x.svg could not be written (a file is in the way)");
    assertThat(played.out()).doesNotContain("Picture:");
  }
}
