package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of {@code check} that say how a specification is searched. */
final class SearchCommandTest {

  private static final Pattern AGAIN = Pattern.compile("this behaviour again: mooring (.*)");

  private final Path folder;

  SearchCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Wheel.in(folder);
  }

  private Called check(String... words) {
    String[] all = new String[words.length + 2];
    all[0] = "check";
    all[1] = "Wheel.tla";
    System.arraycopy(words, 0, all, 2, words.length);
    return Called.from(folder, all);
  }

  @Test
  void theCallThatAFailedSimulationNamesRepeatsItsBehaviour() {
    Called failed = check("--config", "Small.cfg", "--simulate", "--seed", "11");
    assertThat(failed.code()).isOne();
    Matcher again = AGAIN.matcher(failed.out());
    assertThat(again.find()).as(failed.out()).isTrue();
    String call = again.group(1);
    assertThat(call)
        .startsWith("check Wheel.tla --config Small.cfg --simulate --behaviours 1 --depth 100");

    Called repeated = Called.from(folder, call.split(" "));

    assertThat(repeated.code()).isOne();
    assertThat(steps(repeated)).isEqualTo(steps(failed)).hasSizeGreaterThan(3);
    assertThat(repeated.out()).contains("1 behaviour, ");
  }

  private static List<String> steps(Called call) {
    return call.out().lines().filter(line -> line.startsWith(" ")).toList();
  }

  @Test
  void severalWorkersSearchAndForTemporalPropertiesOneDoes() {
    assertThat(check("--config", "Low.cfg", "--workers", "auto").succeeds().out())
        .doesNotContain("instead of");
    assertThat(check("--workers", "3").succeeds().out())
        .contains(
            "1 worker instead of 3: with more, this checker misses violations of temporal properties");
  }

  @Test
  void coverageIsAskedFor() {
    assertThat(check("--coverage").succeeds().out())
        .contains("action Next  4 steps, 3 new states  (Wheel.tla:5)");
    assertThat(check().succeeds().out()).doesNotContain("action Next");
  }

  @Test
  void severalWitnessesAreCounted() {
    Called call = check("--witness", "Full", "--witness", "Over");

    assertThat(call.code()).isOne();
    assertThat(call.out())
        .contains(
            "Full: true in 1 distinct state; a shortest behaviour that leads to it, in 3 steps")
        .contains("Over: no reachable state or step makes it true within these bounds");
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    check("--seed", "3").isRefused("--seed belongs to --simulate");
    check("--behaviours", "3").isRefused("--behaviours belongs to --simulate");
    check("--simulate", "--witness", "Full").isRefused("--witness and --simulate exclude");
    check("--sweep", "N=1", "--witness", "Full").isRefused("--witness and --sweep exclude");
    Called.from(folder, "check", "--depth", "3").isRefused("--depth", "none is named");
    Called.from(folder, "check", "--sweep", "N=3").isRefused("--sweep", "none is named");
  }

  @Test
  void valuesThatMeanNothingAreRefused() {
    check("--workers", "0").isRefused("'0' is no number of threads; write 1 to 1024, or auto");
    check("--workers", "many").isRefused("is no number of threads");
    check("--depth", "0").isRefused("--depth is at least 1, not 0");
    check("--simulate", "--behaviours", "-1").isRefused("--behaviours is at least 0, not -1");
    check("--timeout", "0s").isRefused("is no time at all");
    check("--timeout", "soon").isRefused("is not a duration");
    check("--memory", "much").isRefused("is not a size of memory; write it as 500m or 4g");
    check("--memory", "0m").isRefused("is not a size of memory");
    check("--memory", "900t").isRefused("is more than Java may use here");
    check("--sweep", "N").isRefused("names no constant");
  }

  @Test
  void sizesAreThoseOfJava() {
    MemorySize sizes = new MemorySize();
    assertThat(sizes.convert("2k")).isEqualTo(2_048);
    assertThat(sizes.convert("500M")).isEqualTo(500L << 20);
    assertThat(sizes.convert("4g")).isEqualTo(4L << 30);
  }
}
