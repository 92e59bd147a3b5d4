package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the memory or the disk is full, by the contract of the command line. */
final class FullContractTest {

  /** A disk on which nothing has room. */
  private static final Path FULL = Path.of("/dev/full");

  /** A few large states, and one value that is larger. */
  private static final String LARGE =
      """
      ---- MODULE Large ----
      EXTENDS Naturals, Sequences
      VARIABLE x
      Init == x = <<0>>
      Next == x' = [i \\in 1..300000 |-> x[1] + i]
      Stays == UNCHANGED x
      Rising == x[1] >= 0
      Huge == Len([i \\in 1..200000000 |-> i]) > 0
      ====
      """;

  private final Path folder;
  private final Path temporary;
  private final StartScript script;

  FullContractTest(@TempDir Path home, @TempDir Path folder, @TempDir Path temporary)
      throws IOException {
    this.folder = folder;
    this.temporary = temporary;
    this.script = new StartScript(home);
    Wheel.in(folder);
    Files.writeString(folder.resolve("Large.tla"), LARGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INIT Init\nNEXT Next\nINVARIANT Rising\n",
        "INIT Init\nNEXT Stays\nINVARIANT Huge\n"
      })
  @Says(
      "`2` is a check that needs more memory than Java may use: the message says how much that is, and"
          + " which option gives it more.")
  void memory(String config) throws Exception {
    Files.writeString(folder.resolve("Large.cfg"), config);
    Map<String, String> little = Map.of("MOORING_OPTS", "-Xmx40m -Djava.io.tmpdir=" + temporary);

    Called full = script.run(folder, little, "check", "Large.tla");

    assertThat(full.code()).as(full.err()).isEqualTo(2);
    // If it is completely full, the check cannot be named.
    assertThat(full.err().lines().collect(Collectors.joining(" ")))
        .matches(
            "mooring check: Large.tla: the check needs more memory than Java may use here, which is"
                + " \\d+ MB; MOORING_OPTS=-Xmx1g gives it more"
                + "|mooring: the \\d+ MB of memory that Java may use here are used up"
                + " MOORING_OPTS=-Xmx1g gives it more.");
    assertThat(full.out()).isEmpty();
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.filter(each -> each.toString().contains("mooring"))).isEmpty();
    }
  }

  @Test
  void nobodyKnowsOfAMutantThatNeedsMoreMemory() throws Exception {
    Files.writeString(
        folder.resolve("Sets.tla"),
        """
        ---- MODULE Sets ----
        EXTENDS Naturals, Sequences
        VARIABLE x
        Init == x = 0
        Next == x' = IF Len([i \\in 1..2 ^ (2 ^ 3) |-> i]) = 0 THEN 1 ELSE 0
        None == x = 0
        ====
        """);
    Files.writeString(folder.resolve("Sets.cfg"), "INIT Init\nNEXT Next\nINVARIANT None\n");
    Map<String, String> little = Map.of("MOORING_OPTS", "-Xmx60m");

    Called mutated =
        script.run(folder, little, "mutate", "Sets.tla", "--only", "off-by-one", "--verbose");

    assertThat(mutated.code()).as(mutated.err()).isEqualTo(1);
    assertThat(mutated.out()).contains("1..2 ^ (3 ^ 3)", "undecided", "needs more memory");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "others have no /dev/full")
  @Says(
      "A result that cannot be written is reported, and the finding keeps its exit code;"
          + " with `--json`, `--junit`, `--sarif` or `--html`, `0` becomes `2`.")
  void disk() throws Exception {
    Path results = Files.createDirectories(folder.resolve("results"));
    for (String file : List.of("Wheel.Small-Small.mmd", "Wheel.Small-Small.itf.json")) {
      Files.createSymbolicLink(results.resolve(file), FULL);
    }
    for (String file : List.of("Wheel.md", "Wheel.json", "Wheel.journal.ndjson")) {
      Files.createSymbolicLink(results.resolve(file), FULL);
    }

    Called violated =
        Called.from(
            folder,
            "check",
            "Wheel.tla",
            "--config",
            "Small.cfg",
            "--out",
            "results",
            "--json",
            FULL.toString());
    assertThat(violated.code()).isEqualTo(1);
    assertThat(violated.out()).contains("Invariant Small is violated", "n = 2");
    assertThat(violated.out() + violated.err())
        .contains(
            "the behaviour could not be written to results (No space left on device)",
            "warning: /dev/full could not be written (No space left on device)")
        .doesNotContain("Exception");

    Called mutated = Called.from(folder, "mutate", "Wheel.tla", "--out", "results");
    assertThat(mutated.code()).isEqualTo(Called.from(folder, "mutate", "Wheel.tla").code());
    assertThat(mutated.err())
        .contains(
            "results/Wheel.md could not be written (No space left on device)",
            "results/Wheel.json could not be written (No space left on device)",
            "results/Wheel.journal.ndjson cannot be written (No space left on device)");

    Called good = Called.from(folder, "check", "Wheel.tla", "--json", FULL.toString());
    assertThat(good.code()).isEqualTo(2);
    assertThat(good.out()).contains("No violation");
    assertThat(good.err()).contains("warning: /dev/full could not be written");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "others have no /dev/full")
  @Says(
      "A standard output that cannot be written, to a full disk for example, is reported on"
          + " the standard error, and `0` becomes `2`.")
  void output() throws Exception {
    Path call = folder.resolve("call");
    Files.writeString(call, "\"$1\" check Wheel.tla --config Wheel.cfg > /dev/full\n");
    Called good = script.call(folder, Map.of(), "call");
    Files.writeString(call, "\"$1\" check Wheel.tla --config Small.cfg > /dev/full\n");
    Called violated = script.call(folder, Map.of(), "call");

    assertThat(List.of(good.code(), violated.code())).containsExactly(2, 1);
    for (Called each : List.of(good, violated)) {
      assertThat(each.err())
          .contains("mooring: the output could not be written: No space left on device")
          .doesNotContain("\tat ");
    }
  }
}
