package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MutateCommandTest {

  private static final String COUNTER =
      """
      ---- MODULE Counter ----
      EXTENDS Integers
      VARIABLE n
      Init == n = 0
      Next == n' = (n + 1) % 4
      Spec == Init /\\ [][Next]_n
      SmallInv == n \\in 0..3
      StartInv == n = 0
      StepProp == [][n' = n + 1 \\/ (n = 3 /\\ n' = 0)]_n
      MovesInv == ENABLED <<Next>>_n
      BeginsProp == n = 0
      ====
      """;

  private static final String IDLE = "Counter:Next:drop-update:n' = (n + 1) % 4 -> n' = n";

  private final Path folder;

  MutateCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    write("Counter.tla", COUNTER);
    write(
        "Counter.cfg",
        "SPECIFICATION Spec\nINVARIANTS SmallInv MovesInv\nPROPERTIES StepProp BeginsProp\n");
    write("Weak.cfg", "SPECIFICATION Spec\nINVARIANT SmallInv\nPROPERTY StepProp\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void reviewed(String mutant) throws IOException {
    write(
        "Counter.survivors.json",
        String.format(
            Locale.ROOT,
            "{\"survivors\": [{\"mutant\": \"%s\", \"finding\": \"harmless\", \"why\": \"it may rest\"}]}",
            mutant));
  }

  @Test
  void whatWasCheckedBeforeIsTakenFromTheJournal() throws IOException {
    Path journal = folder.resolve("target/mooring/mutate/Counter.journal.ndjson");
    Called.from(folder, "mutate", "Counter.tla").succeeds();
    write(
        "target/mooring/mutate/Counter.journal.ndjson",
        Files.readString(journal)
            .replace("\"property\":\"StepProp\"", "\"property\":\"Remembered\""));

    assertThat(Called.from(folder, "mutate", "Counter.tla", "--resume").succeeds().out())
        .contains("Remembered");
    assertThat(Called.from(folder, "mutate", "Counter.tla").succeeds().out())
        .doesNotContain("Remembered");
  }

  @Test
  void whereEveryMutantIsKilledTheEndIsGood() throws IOException {
    Called call = Called.from(folder, "mutate", "Counter.tla").succeeds();

    assertThat(call.out())
        .contains("none survived", "score 100 %", "written: target/mooring/mutate/Counter.md\n");
    assertThat(folder.resolve("target/mooring/mutate/Counter.json"))
        .content()
        .contains("\"status\" : \"killed\"");
  }

  @Test
  void aSurvivorIsShownAsADifferenceAndEndsWithOne() {
    Called call =
        Called.from(
            folder, "mutate", "Counter.tla", "--config", "Weak.cfg", "--only", "drop-update");

    assertThat(call.code()).isOne();
    assertThat(call.out())
        .contains("Counter.tla:5: drop-update in Next, survived")
        .contains("  - Next == n' = (n + 1) % 4", "  + Next == n' = n", "  " + IDLE)
        .doesNotContain(folder.toString());
  }

  @Test
  void whatTheFirstConfigurationLeavesTheNextKills() {
    Called call =
        Called.from(
                folder,
                "mutate",
                "Counter.tla",
                "--config",
                "Weak.cfg",
                "--config",
                "Counter.cfg",
                "--only",
                "drop-update")
            .succeeds();

    assertThat(call.out())
        .contains("Weak.cfg             1        0  has none")
        .contains("Counter.cfg          1        1  has none", "1 killed, none survived");
  }

  @Test
  void aFigureOfTheManifestNoticesWhatNoPropertyDoes() throws IOException {
    write(
        "manifest.json",
        """
        {"models": [{"name": "Weak", "module": "Counter.tla", "config": "Weak.cfg",
                     "result": "success", "distinctStates": 4, "edges": 4}]}
        """);
    String[] call = {"mutate", "Counter.tla", "--config", "Weak.cfg", "--only", "drop-update"};
    String[] never = Arrays.copyOf(call, call.length + 2);
    never[call.length] = "--pins";
    never[call.length + 1] = "never";

    assertThat(Called.from(folder, call).succeeds().out())
        .contains("0 killed, 1 detected by figures alone", "score 0 %, with pins 100 %");
    assertThat(Called.from(folder, never).code()).isOne();
  }

  @Test
  void aReviewedSurvivorIsAccepted() throws IOException {
    reviewed(IDLE);

    assertThat(
            Called.from(
                    folder,
                    "mutate",
                    "Counter.tla",
                    "--config",
                    "Weak.cfg",
                    "--only",
                    "drop-update")
                .succeeds()
                .out())
        .contains("1 survived or undecided (1 of them reviewed)");
  }

  @Test
  void whatIsReviewedNeedNotBeChecked() throws IOException {
    String[] call = {"mutate", "Counter.tla", "--list", "--skip-reviewed"};
    String before = Called.from(folder, call).succeeds().out();
    reviewed(IDLE);
    String after = Called.from(folder, call).succeeds().out();

    assertThat(before).contains(IDLE);
    assertThat(after.lines()).hasSize((int) before.lines().count() - 1);
    assertThat(after).doesNotContain(IDLE);
  }

  @Test
  void aReviewedMutantThatIsKilledOrGoneEndsWithOne() throws IOException {
    reviewed(IDLE);
    Called killed = Called.from(folder, "mutate", "Counter.tla", "--only", "drop-update");
    reviewed("Counter:Next:negate:gone");
    Called gone = Called.from(folder, "mutate", "Counter.tla", "--only", "drop-update");

    assertThat(killed.code()).isOne();
    assertThat(killed.out()).contains(IDLE + ": is no survivor: killed by MovesInv");
    assertThat(gone.code()).isOne();
    assertThat(gone.out()).contains("Counter:Next:negate:gone: there is no such mutant any more");
  }

  @Test
  void mutantsAreListedWithoutBeingChecked() {
    assertThat(Called.from(folder, "mutate", "Counter.tla", "--list").succeeds().out())
        .contains("Counter.tla:5  " + IDLE);
    assertThat(folder.resolve("target")).doesNotExist();
  }

  @Test
  void aSampleIsTheSameForTheSameSeed() {
    String[] call = {"mutate", "Counter.tla", "--list", "--sample", "3", "--seed", "7"};
    String first = Called.from(folder, call).succeeds().out();

    assertThat(first.lines()).hasSize(3);
    assertThat(Called.from(folder, call).out()).isEqualTo(first);
  }

  @Test
  void theMutantsOfOneDefinitionAreChosenByTheirIds() {
    String all = Called.from(folder, "mutate", "Counter.tla", "--list").succeeds().out();
    String some =
        Called.from(folder, "mutate", "Counter.tla", "--list", "--matching", ":Init:")
            .succeeds()
            .out();

    assertThat(some.lines()).isNotEmpty().allMatch(line -> line.contains(":Init:"));
    assertThat(all.lines()).hasSizeGreaterThan((int) some.lines().count());
  }

  @Test
  void operatorsAreListed() {
    assertThat(Called.from(folder, "mutate", "--operators").succeeds().out())
        .contains("drop-conjunct", "weaken-fairness");
  }

  @Test
  void mistakesAreRefused() throws IOException {
    Called.from(folder, "mutate").isRefused("names no specification");
    Called.from(folder, "mutate", "Nowhere.tla").isRefused("there is no file Nowhere.tla");
    Called.from(folder, "mutate", "Counter.tla", "--config", "No.cfg")
        .isRefused("there is no file No.cfg");
    Called.from(folder, "mutate", "Counter.tla", "--config", "Weak.cfg", "--config", "./Weak.cfg")
        .isRefused("--config names two files Weak.cfg");
    Called.from(folder, "mutate", "Counter.tla", "--manifest", "No.json")
        .isRefused("there is no file No.json");
    Called.from(folder, "mutate", "Counter.tla", "--manifest", "Counter.cfg", "--pins", "never")
        .isRefused("--pins never leaves nothing to ask of --manifest");
    Called.from(folder, "mutate", "Counter.tla", "--pins", "now").isRefused("--pins");
    Called.from(folder, "mutate", "Counter.tla", "--only", "drop-all")
        .isRefused("there is no operator 'drop-all'", "drop-conjunct");
    Called.from(folder, "mutate", "Counter.tla", "--reviewed", "No.json")
        .isRefused("there is no file No.json");
    Called.from(folder, "mutate", "Counter.tla", "--module", "Clock")
        .isRefused("uses no module Clock");
    Called.from(folder, "mutate", "Counter.tla", "--sample", "0").isRefused("--sample 0");
    Called.from(folder, "mutate", "Counter.tla", "--only", "weaken-fairness")
        .isRefused("none of its ", " mutants is left by --only");
    write("Counter.survivors.json", "{\"survivors\": [{\"mutant\": \"x\"}]}");
    Called.from(folder, "mutate", "Counter.tla").isRefused("Counter.survivors.json", "finding");
  }

  @Test
  void aSpecificationThatDoesNotHoldIsRefused() throws IOException {
    write("False.cfg", "SPECIFICATION Spec\nINVARIANT StartInv\n");

    Called.from(folder, "mutate", "Counter.tla", "--config", "False.cfg")
        .isRefused("does not hold itself", "StartInv is violated");
  }
}
