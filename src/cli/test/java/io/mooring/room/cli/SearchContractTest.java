package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the contract of the command line says of searches and their limits. */
final class SearchContractTest {

  private final Path folder;

  SearchContractTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Wheel.in(folder);
  }

  private Called wheel(String config, String... words) {
    String[] all = new String[words.length + 4];
    all[0] = "check";
    all[1] = "Wheel.tla";
    all[2] = "--config";
    all[3] = config + ".cfg";
    System.arraycopy(words, 0, all, 4, words.length);
    return Called.from(folder, all);
  }

  private static void hasNoVerdict(Called call, String why) {
    assertThat(call.code()).as("%s%s", call.out(), call.err()).isEqualTo(3);
    assertThat(call.out())
        .contains("No verdict: ", why)
        .doesNotContain("No violation", "Nothing is violated", "as expected");
    assertThat(call.err()).isEmpty();
  }

  @Test
  @Says(
      "`3` is a check that a limit ended before a verdict: `--timeout`, `--memory`, or a `--depth` that cut the search; the message says which, and what is counted is a part.")
  void aLimitThatEndsACheckHasACodeOfItsOwn() throws IOException {
    hasNoVerdict(wheel("Endless", "--timeout", "1s"), "after 1 s, when its time was over");
    hasNoVerdict(wheel("Endless", "--memory", "1m"), "more than the 1 MB of memory");
    hasNoVerdict(wheel("Endless", "--depth", "9"), "cut at depth 9");
    hasNoVerdict(wheel("Low", "--depth", "2"), "cut at depth 2, where 1 state was not followed");
    assertThat(wheel("Low", "--depth", "5", "--timeout", "1h").succeeds().out())
        .contains("No violation of Low");
    Called models =
        Called.from(
            folder, "check", "--manifest", Wheel.manifest(folder, "all", 4), "--timeout", "1h");
    assertThat(models.code()).isZero();
  }

  @Test
  @Says("A violation that is found before a limit ends the check is a violation: `1`.")
  void aViolationIsOneWhateverTheLimit() {
    assertThat(wheel("Small", "--depth", "3").code()).isOne();
    assertThat(wheel("Small", "--timeout", "1h").code()).isOne();
    assertThat(wheel("Small", "--depth", "2").code()).isEqualTo(3);
  }

  @Test
  @Says(
      "`check --simulate` ends with `0` when no random behaviour fails, and says that nothing is known of all others; with 0 behaviours, or temporal properties alone, nothing is checked: `2`.")
  void aSimulationIsSaidAsWhatItIs() throws IOException {
    Called good = wheel("Low", "--simulate", "--behaviours", "20", "--depth", "9", "--seed", "4");
    assertThat(good.succeeds().out())
        .contains("20 behaviours, 160 steps")
        .contains("Nothing is violated in 20 random behaviours of at most 9 states (seed 4)")
        .contains("of all others nothing is known")
        .doesNotContain("No violation");

    Called none = wheel("Low", "--simulate", "--behaviours", "0");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.out()).contains("0 behaviours were simulated, so nothing was judged");
    java.nio.file.Files.writeString(
        folder.resolve("Comes.cfg"), "SPECIFICATION Spec\nPROPERTY Comes\nCHECK_DEADLOCK FALSE\n");
    assertThat(wheel("Comes", "--simulate").code()).isEqualTo(2);
    assertThat(wheel("Small", "--simulate").code()).isOne();
  }

  @Test
  @Says(
      "`check --sweep` ends with the worst code of its values: `2` before `1`, `1` before `3`; an empty sweep and a constant that does not exist are `2`.")
  void aSweepEndsWithItsWorstCode() throws IOException {
    java.nio.file.Files.writeString(
        folder.resolve("Size.tla"),
        """
        ---- MODULE Size ----
        EXTENDS Integers
        CONSTANT Size
        VARIABLE n
        Init == n = 0
        Next == n' = (n + 1) % Size
        Low == n < 4
        ====
        """);
    java.nio.file.Files.writeString(
        folder.resolve("Size.cfg"), "CONSTANT Size = 1\nINIT Init\nNEXT Next\nINVARIANT Low\n");

    assertThat(Called.from(folder, "check", "Size.tla", "--sweep", "Size=2,3").succeeds().out())
        .contains("Size=2  success, 2 distinct states", "Size=3  success, 3 distinct states");
    assertThat(Called.from(folder, "check", "Size.tla", "--sweep", "Size=3,9").code()).isOne();
    assertThat(
            Called.from(folder, "check", "Size.tla", "--sweep", "Size=3,9", "--depth", "3").code())
        .isEqualTo(3);
    assertThat(Called.from(folder, "check", "Size.tla", "--sweep", "Size=9,\"a\"").code())
        .isEqualTo(2);
    Called.from(folder, "check", "Size.tla", "--sweep", "Size=").isRefused("is empty");
    Called.from(folder, "check", "Size.tla", "--sweep", "Sise=1")
        .isRefused("no constant Sise", "did you mean Size?");
  }
}
