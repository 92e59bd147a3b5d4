package io.mooring.flink.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mooring.codegen.atlas.Atlas;
import io.mooring.codegen.atlas.Enclosed;
import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.codegen.fleet.FleetReader;
import io.mooring.codegen.fleet.FleetReport;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulated clients, the job, and the page that reads what the job has written. */
final class ReportOfJobTest {
  private static final int CLIENTS = 300;
  private static final int KEPT = 3;

  private final Path folder;

  ReportOfJobTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private String judge(FleetLines fleet, Object... more) throws Exception {
    Path lines = Files.writeString(folder.resolve("lines"), FleetLines.text(fleet.lines()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> args =
        new ArrayList<>(
            List.of("--files", lines.toString(), "--out", folder.resolve("results").toString()));
    args.addAll(List.of("--parallelism", "2", "--duplicates", "sequence"));
    for (Object each : more) {
      args.add(each.toString());
    }
    int code =
        FleetJob.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
    assertThat(err.toString()).isEmpty();
    assertThat(code).isEqualTo(1);
    return out.toString();
  }

  @Test
  void theReportHasTheTotalsTheCountsAndTheLinesOfTheJob() throws Exception {
    FleetLines fleet = FleetLines.of(CLIENTS, "loss=20,kick=5,proxy=5,bugs=10", 50);
    Model room =
        ModelJson.read(Files.readString(Path.of("../../generated/model/room-connection.json")));

    String said = judge(fleet, "--keep", KEPT, "--window", "10s");
    FleetReport report = FleetReader.read(folder.resolve("results"));

    int faulty = fleet.faulty().size();
    assertThat(faulty).isGreaterThan(10);
    assertThat(said)
        .startsWith((CLIENTS - faulty) + " accepted, " + faulty + " rejected, 0 undecided; ");
    assertThat(report.decided()).isEqualTo(new FleetReport.Decided(CLIENTS - faulty, faulty, 0));
    assertThat(report.verdicts()).isEqualTo(CLIENTS);
    assertThat(report.unjudged()).isEmpty();
    assertThat(report.windows().windows())
        .as("those of the job are put together to minutes")
        .extracting(each -> each.end() % 60_000)
        .containsOnly(0L);
    assertThat(counted(report, FleetReport.Tally::version)).isEqualTo(counted(fleet.faulty()));
    hasSteps(report);

    CoverageCounts counts = report.counts().of(room).orElseThrow();
    long taken = counts.taken().values().stream().mapToLong(Long::longValue).sum();
    long refused = report.sessions().stream().filter(each -> !each.line().isEmpty()).count();
    assertThat(taken).isGreaterThan(CLIENTS);
    assertThat(taken + report.counts().uncertain(room))
        .as("each line is counted, or is not certain, or is not explained")
        .isBetween(fleet.lines().size() - refused * 20, (long) fleet.lines().size());
    assertThat(report.counts().foreign(room)).isZero();
    assertThat(report.counts().uncertain(room))
        .as("of a room most lines are certain")
        .isLessThan(taken / 20);
    assertThat(counts.impossible())
        .isNotEmpty()
        .doesNotContainAnyElementsOf(counts.taken().keySet());
    hasLines(fleet, report);

    Enclosed enclosed = Enclosed.NOTHING.reporting(report, Optional.of(counts));
    assertThat(Atlas.of(room, new TreeMap<>(Map.of("a.tla", "")), "x", enclosed).parts())
        .extracting(Atlas.Part::name)
        .contains("fleet", "counts");
  }

  /** Each rejected session has the step that was refused, and they are counted by it. */
  private static void hasSteps(FleetReport report) {
    assertThat(report.sessions())
        .extracting(FleetReport.Session::step)
        .allMatch(
            each -> each.matches("[A-Z_]+( or [A-Z_]+)* -> (\\(\\w+, \\w+\\)|nothing in time)"))
        .contains("RECONNECTING -> (RECONNECTING, SIGNAL_DISCONNECTED)");
    assertThat(counted(report, FleetReport.Tally::step))
        .isEqualTo(
            report.sessions().stream()
                .collect(
                    Collectors.groupingBy(
                        FleetReport.Session::step, TreeMap::new, Collectors.counting())));
  }

  private static Map<String, Long> counted(
      FleetReport report, Function<FleetReport.Tally, String> by) {
    return report.tallies().stream()
        .filter(each -> each.decided().rejected() > 0)
        .collect(
            Collectors.groupingBy(
                by, TreeMap::new, Collectors.summingLong(each -> each.decided().rejected())));
  }

  private static Map<String, Long> counted(Map<String, String> versions) {
    return versions.values().stream()
        .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
  }

  /** Of each rejected session the last lines up to the rejected one, as they were written. */
  private static void hasLines(FleetLines fleet, FleetReport report) {
    Map<String, List<String>> written =
        fleet.lines().stream()
            .collect(
                Collectors.groupingBy(
                    FleetLines.Line::session,
                    Collectors.mapping(FleetLines.Line::text, Collectors.toList())));
    assertThat(report.sessions())
        .extracting(FleetReport.Session::name, FleetReport.Session::version)
        .containsExactlyInAnyOrderElementsOf(
            fleet.faulty().entrySet().stream()
                .map(each -> tuple(each.getKey(), each.getValue()))
                .toList());
    for (FleetReport.Session each : report.sessions()) {
      List<String> all = written.getOrDefault(each.name(), List.of());
      int end = each.line().isEmpty() ? all.size() : all.indexOf(each.line()) + 1;
      assertThat(each.lines())
          .as(each.name())
          .isNotEmpty()
          .isEqualTo(all.subList(Math.max(0, end - KEPT), end));
    }
  }

  @Test
  void hiddenNamesLeadToNoLinesInTheReport() throws Exception {
    FleetLines fleet = FleetLines.of(60, "bugs=30", 50);
    Path key = Files.writeString(folder.resolve("key"), "a key that nobody guesses\n");

    judge(fleet, "--keep", KEPT, "--hide-with", key);
    FleetReport report = FleetReader.read(folder.resolve("results"));

    assertThat(report.decided().rejected()).isEqualTo(fleet.faulty().size()).isGreaterThan(5);
    assertThat(report.sessions()).hasSize(fleet.faulty().size());
    for (FleetReport.Session each : report.sessions()) {
      assertThat(each.lines()).isEmpty();
      assertThat(each.line()).isEmpty();
      assertThat(fleet.faulty()).doesNotContainKey(each.name());
    }
  }
}
