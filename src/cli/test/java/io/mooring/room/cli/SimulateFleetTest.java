package io.mooring.room.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.trace.RejectedEntry;
import io.mooring.mbt.trace.TraceValidator;
import io.mooring.mbt.trace.ValidationReport;
import io.mooring.room.harness.trace.ConnectionTraces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of a fleet, and the sessions in them that the specification does not explain. */
final class SimulateFleetTest {
  private static final String RECIPE = "loss=30,kick=5,redispatch=10,proxy=10,death=10,bugs=10";

  private static Called simulate(Path folder, String... args) {
    Stream<String> first =
        Stream.of("simulate", "--fleet", "3000", "--marks", folder.resolve("marks").toString());
    return Called.from(
        Called.project(), Stream.concat(first, Stream.of(args)).toArray(String[]::new));
  }

  private static Set<String> marked(Path folder, String kind) throws IOException {
    return Files.readAllLines(folder.resolve("marks")).stream()
        .filter(each -> each.contains("\"" + kind + "\":"))
        .map(each -> each.replaceAll("\\{\"session\":\"([^\"]*)\".*", "$1"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void exactlyTheFaultySessionsAreRejected(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("fleet.ndjson");
    String text =
        simulate(folder, "--faults", RECIPE, "--seed", "5", "--out", file.toString())
            .succeeds()
            .out();
    ValidationReport report =
        ConnectionTraces.validate(List.of(file), TraceValidator.Options.DEFAULT);
    Set<String> faulty = marked(folder, "fault");

    assertThat(report.rejections())
        .extracting(RejectedEntry::session)
        .containsExactlyInAnyOrderElementsOf(faulty);
    assertThat(report.sessions()).isEqualTo(3_000);
    assertThat(report.faults()).isEmpty();
    assertThat(faulty).hasSizeBetween(200, 400);
    assertThat(text)
        .contains("sessions are faulty on purpose", "fights-a-kick, version 3.4.2")
        .doesNotContain("too late");
    // All that may happen to a client has happened to some.
    assertThat(Files.readString(file))
        .contains("\"TIME_OUT\"", "\"BE_KICKED\"", "\"restored\":", "\"event\":\"ReDispatched\"")
        .contains("\"event\":\"ProxyConnecting\"", "\"event\":\"Rejoined\"");
  }

  @Test
  void aSeedNamesOneFleetInAnyForm(@TempDir Path folder) throws IOException {
    Path plain = folder.resolve("fleet.ndjson");
    Path packed = folder.resolve("fleet.ndjson.gz");
    Path parts = Files.createDirectory(folder.resolve("parts"));
    simulate(folder, "--seed", "3", "--out", plain.toString()).succeeds();
    String marks = Files.readString(folder.resolve("marks"));
    simulate(folder, "--seed", "3", "--out", packed.toString()).succeeds();
    simulate(folder, "--seed", "3", "--out", parts.toString()).succeeds();

    byte[] all = Files.readAllBytes(plain);
    try (GZIPInputStream unpacked =
        new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(packed)))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(all);
    }
    assertThat(Files.readAllBytes(parts.resolve("fleet-00001.ndjson"))).isEqualTo(all);
    assertThat(Files.readString(folder.resolve("marks"))).isEqualTo(marks);
    simulate(folder, "--seed", "4", "--out", plain.toString()).succeeds();
    assertThat(Files.readAllBytes(plain)).isNotEqualTo(all);
  }

  @Test
  void aDeliveryChangesTheOrderAndTheNumberOfLinesAlone(@TempDir Path folder) throws IOException {
    Path ordered = folder.resolve("ordered");
    Path delivered = folder.resolve("delivered");
    simulate(folder, "--out", ordered.toString(), "--longest", "500").succeeds();
    String text =
        simulate(
                folder,
                "--out",
                delivered.toString(),
                "--longest",
                "500",
                "--disorder",
                "5",
                "--duplicates",
                "2",
                "--late",
                "0.1")
            .succeeds()
            .out();
    List<String> lines = Files.readAllLines(ordered, UTF_8);
    List<String> arrived = Files.readAllLines(delivered, UTF_8);

    assertThat(arrived).hasSizeGreaterThan(lines.size()).isNotEqualTo(lines);
    assertThat(new TreeSet<>(arrived)).isEqualTo(new TreeSet<>(lines));
    assertThat(lines.stream().filter(each -> each.contains("\"longest\"")).count())
        .isBetween(490L, 510L);
    assertThat(lines).isSortedAccordingTo((one, other) -> Long.compare(time(one), time(other)));
    assertThat(lateSessions(arrived)).isSubsetOf(marked(folder, "late")).isNotEmpty();
    assertThat(text).contains("sessions have a line that comes too late");
  }

  private static long time(String line) {
    return Long.parseLong(line.replaceAll("\\{\"time\":(\\d+).*", "$1"));
  }

  /** The sessions with a line that is older than all before it allow, its first time. */
  private static Set<String> lateSessions(List<String> arrived) {
    Set<String> late = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    long newest = 0;
    for (String each : arrived) {
      newest = Math.max(newest, time(each));
      if (seen.add(each) && time(each) <= newest - 5_000) {
        late.add(each.replaceAll(".*\"session\":\"([^\"]*)\".*", "$1"));
      }
    }
    return late;
  }

  @Test
  void whatIsNoFleetIsRefused(@TempDir Path folder) {
    simulate(folder, "--faults", "rain=5").isRefused("there is no rain in a fleet");
    simulate(folder, "--faults", "loss").isRefused("\"loss\" is no NAME=PERCENT");
    simulate(folder, "--faults", "loss=101").isRefused("loss is a share of 0 to 100 percent");
    simulate(folder, "--late", "-1").isRefused("-1.0 is no share of 0 to 100 percent");
    simulate(folder, "--rate", "0").isRefused("0.0 clients cannot begin in a second");
    simulate(folder, "--runs", "3").isRefused("--fleet writes the lines of many clients");
    Called.from(Called.project(), "simulate", "--longest", "3")
        .isRefused("--out, --marks, --lines and --longest are of a fleet");
  }
}
