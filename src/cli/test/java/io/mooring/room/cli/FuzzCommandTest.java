package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.codegen.counts.CountsJson;
import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.room.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FuzzCommandTest {

  private final Path folder;

  FuzzCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aRunEndsWithAReportAndTheCallThatRepeatsIt() {
    Called call = Called.from(Called.project(), "fuzz", "--tries", "200", "--seed", "7");

    assertThat(call.succeeds().out())
        .contains("oracle          tlc", "tries           200", "coverage        rows ")
        .contains("no violation")
        .endsWith("\nAgain:  ./mooring fuzz --seed 7 --tries 200\n");
  }

  @Test
  void runsInTimeAreJudgedByTheTimedSpecification() {
    Called call =
        Called.from(Called.project(), "fuzz", "--oracle", "timed", "--tries", "30", "--seed", "7");

    assertThat(call.succeeds().out())
        .contains("oracle          timed", "tries           30", "no violation")
        .endsWith("\nAgain:  ./mooring fuzz --oracle timed --seed 7 --tries 30\n");
  }

  @Test
  void aScheduleIsReplayed() throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("slow.events"),
            "Initialize\nin-callback advance 2s\nJoinChannel\nJoined\nMediaLost\nadvance 40s\n");

    Called call =
        Called.from(Called.project(), "fuzz", "--oracle", "timed", "--replay", list.toString());

    assertThat(call.succeeds().out())
        .contains("time      2.000 s", "notifies (FAILED, TIME_OUT)", "The list holds.");
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    String[] args = {"fuzz", "--tries", "100", "--seed", "7", "--oracle", "table"};

    assertThat(withoutTimes(Called.from(Called.project(), args)))
        .isEqualTo(withoutTimes(Called.from(Called.project(), args)));
  }

  private static String withoutTimes(Called call) {
    return call.succeeds().out().replaceAll("in [0-9.]+ s, [0-9,]+ steps/s", "");
  }

  @Test
  void aBlindRunSaysSoWhenItIsRepeated() {
    Called call =
        Called.from(
            Called.project(),
            "fuzz",
            "--blind",
            "--tries",
            "50",
            "--seed",
            "7",
            "--oracle",
            "table");

    assertThat(call.succeeds().out())
        .doesNotContain("corpus")
        .endsWith("\nAgain:  ./mooring fuzz --oracle table --blind --seed 7 --tries 50\n");
  }

  @Test
  void aCorpusIsKeptAndGoneOnWith() throws IOException {
    String[] args = {
      "fuzz", "--tries", "50", "--oracle", "table", "--threads", "2", "--corpus", "corpus"
    };
    Path corpus = Files.createTempDirectory(folder, "shared");
    args[args.length - 1] = corpus.toString();

    String first = Called.from(Called.project(), args).succeeds().out();
    String second = Called.from(Called.project(), args).succeeds().out();

    String on =
        "On from here:  ./mooring fuzz --oracle table --corpus "
            + corpus
            + " --threads 2 --tries 50";
    assertThat(first).contains("corpus          ", on);
    assertThat(second).contains(on);
    assertThat(steps(second)).isGreaterThan(steps(first));
  }

  @Test
  void aCorpusIsMadeSmaller() throws IOException {
    String corpus = Files.createTempDirectory(folder, "large").toString();
    Called.from(Called.project(), "fuzz", "--tries", "300", "--oracle", "table", "--corpus", corpus)
        .succeeds();

    Called first =
        Called.from(
            Called.project(), "fuzz", "--oracle", "table", "--corpus", corpus, "--minimise");

    Matcher counts =
        Pattern.compile("corpus +([0-9]+) lists, ([0-9]+) removed, ([0-9]+) left\n")
            .matcher(first.succeeds().out());
    assertThat(counts.find()).isTrue();
    assertThat(Integer.parseInt(counts.group(2))).isPositive();
    try (Stream<Path> files = Files.list(Path.of(corpus))) {
      assertThat(files).hasSize(Integer.parseInt(counts.group(3)));
    }
    Called.from(folder, "fuzz", "--minimise", "--corpus", "none")
        .isRefused("there is no folder none");
    Called.from(Called.project(), "fuzz", "--minimise")
        .isRefused("--minimise needs the folder to make smaller", "--corpus DIR");
  }

  /** How many steps a run had: one that goes on walks its corpus first. */
  private static int steps(String report) {
    Matcher steps = Pattern.compile(" ([0-9,]+) steps checked").matcher(report);
    assertThat(steps.find()).isTrue();
    return Integer.parseInt(steps.group(1).replace(",", ""));
  }

  @Test
  void theCountsOfARunAreWritten() throws Exception {
    Path file = folder.resolve("a/counts.json");

    Called call =
        Called.from(
            Called.project(),
            "fuzz",
            "--oracle",
            "table",
            "--tries",
            "50",
            "--seed",
            "7",
            "--counts",
            file.toString());

    assertThat(call.succeeds().out()).endsWith("The counts:  " + file + "\n");
    CoverageCounts counts = CountsJson.read(Files.readString(file));
    assertThat(counts.machine()).isEqualTo("RoomConnection");
    assertThat(counts.fingerprint()).isEqualTo(Table.FINGERPRINT);
    assertThat(counts.source())
        .isEqualTo("mooring fuzz, engine compiled, oracle table, seed 7, 50 lists");
    Matcher rows = Pattern.compile("coverage +rows ([0-9]+)/132 ").matcher(call.out());
    assertThat(rows.find()).isTrue();
    assertThat(counts.taken().keySet().stream().filter(each -> each.events().size() == 1))
        .hasSize(Integer.parseInt(rows.group(1)));
    assertThat(counts.impossible().stream().filter(each -> each.events().size() == 1)).hasSize(4);
  }

  @Test
  void countsThatCannotBeWrittenAreRefusedOrReported() throws Exception {
    Called.from(Called.project(), "fuzz", "--counts", folder.toString())
        .isRefused("--counts names", "which is a folder");
    Called.from(Called.project(), "fuzz", "--replay", "x.events", "--counts", "c.json")
        .isRefused("--counts belongs to a search");
    Path file = Files.writeString(folder.resolve("file"), "");

    Called call =
        Called.from(
            Called.project(),
            "fuzz",
            "--oracle",
            "table",
            "--tries",
            "1",
            "--counts",
            file.resolve("below.json").toString());

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.out()).contains("no violation");
    assertThat(call.err()).contains("below.json could not be written");
  }

  @Test
  void aBlindRunHasNoCorpus() {
    Called.from(Called.project(), "fuzz", "--blind", "--corpus", "somewhere")
        .isRefused("--blind keeps nothing");
  }

  @Test
  void aDurationEndsTheRun() {
    Called call = Called.from(Called.project(), "fuzz", "--for", "1s", "--oracle", "table");

    assertThat(call.succeeds().out())
        .contains("no violation", "Again:  ./mooring fuzz --oracle table");
  }

  @Test
  void aListIsReplayed() throws IOException {
    Path list =
        Files.writeString(folder.resolve("kick.events"), "Initialize\nJoinChannel\nKicked\n");

    Called call = Called.from(Called.project(), "fuzz", "--replay", list.toString());

    assertThat(call.succeeds().out()).contains("BE_KICKED", "The list holds.");
  }

  @Test
  void aListThatDoesNotParseIsRefusedWithFileAndLine() throws IOException {
    Path list = Files.writeString(folder.resolve("odd.events"), "Initialize\nJoinChanel\n");

    Called.from(Called.project(), "fuzz", "--oracle", "table", "--replay", list.toString())
        .isRefused("odd.events:2", "JoinChanel", "JoinChannel");
  }

  @Test
  void aListThatIsNotThereIsRefused() {
    Called.from(Called.project(), "fuzz", "--replay", "nowhere.events")
        .isRefused("there is no file nowhere.events");
  }

  @Test
  void aDurationThatIsNoneIsRefused() {
    Called.from(folder, "fuzz", "--for", "ten")
        .isRefused("--for", "'ten' is not a duration", "10m");
  }

  @Test
  void triesAndTimeExcludeEachOther() {
    Called.from(folder, "fuzz", "--for", "1s", "--tries", "5").isRefused("--tries", "--for");
  }

  @Test
  void noTriesAtAllAreRefused() {
    Called.from(Called.project(), "fuzz", "--tries", "0", "--oracle", "table")
        .isRefused("--tries must be 1 or more, not 0");
  }

  @Test
  void anUnknownEngineIsRefused() {
    Called.from(folder, "fuzz", "--engine", "steam")
        .isRefused("steam", "expected compiled or spring");
  }

  @Test
  void aSeedThatIsNoNumberIsRefused() {
    Called.from(folder, "fuzz", "--seed", "green").isRefused("--seed", "green");
  }

  @Test
  void withoutAProjectTheRefusalSaysSo() {
    Called.from(folder, "fuzz", "--tries", "1").isRefused("there is no spec/manifest.json");
  }
}
