package io.mooring.flink.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a job in this process when something of it fails. */
final class JobFailureTest {
  private static final String RESTARTS = "restart-strategy.exponential-delay.";

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final FleetLines fleet;

  JobFailureTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.fleet = FleetLines.of(20, "bugs=30", 1);
  }

  private int judge(Object... more) throws IOException {
    Path lines = Files.writeString(folder.resolve("lines"), FleetLines.text(fleet.lines()));
    Stream<Object> call =
        Stream.of(
            "--files",
            lines,
            "--out",
            FaultyFiles.address(folder.resolve("results")),
            "--parallelism",
            1);
    return FleetJob.run(
        new PrintWriter(out),
        new PrintWriter(err),
        Stream.concat(call, Arrays.stream(more)).map(Object::toString).toArray(String[]::new));
  }

  private List<Object> checkpoints(String pause) {
    return List.of(
        "--checkpoints",
        folder.resolve("state"),
        "--every",
        "1s",
        "-D",
        "execution.checkpointing.interval=100ms",
        "-D",
        RESTARTS + "initial-backoff=" + pause,
        "-D",
        RESTARTS + "max-backoff=" + pause);
  }

  @Test
  void aJobThatFailsAgainAndAgainEndsWithTheReason() throws IOException {
    int failures = 100;
    FaultyFiles.fail(failures, 0);

    int code = judge(checkpoints("2ms").toArray());

    assertThat(err.toString())
        .isEqualTo("fleet: the job failed: IOException: the disk is full; --verbose prints more\n");
    assertThat(out.toString()).isEmpty();
    assertThat(code).isEqualTo(2);
    assertThat(failures - FaultyFiles.left()).as("attempts, as the guide says").isEqualTo(9);
  }

  @Test
  void withoutCheckpointsTheFirstFailureEndsIt() throws IOException {
    FaultyFiles.fail(100, 0);

    assertThat(judge()).isEqualTo(2);
    assertThat(err.toString()).contains("the disk is full").hasLineCount(1);
    assertThat(FaultyFiles.left()).isEqualTo(99);
  }

  @Test
  void whatFailsAtTheEndChangesNoResult() throws IOException {
    FaultyFiles.fail(1, 3);

    int code = judge(checkpoints("2ms").toArray());

    Map<String, String> expected = fleet.decisions();
    long rejected = expected.values().stream().filter("rejected"::equals).count();
    assertThat(err.toString()).isEmpty();
    assertThat(FaultyFiles.left()).isZero();
    assertThat(out.toString())
        .startsWith(expected.size() - rejected + " accepted, " + rejected + " rejected, 0 ");
    assertThat(code).isEqualTo(1);
    assertThat(Results.decisions(Results.of(folder.resolve("results"), "verdicts")))
        .isEqualTo(expected);
  }

  @Test
  void aJobWithoutItsTotalsIsNotTakenForOneWithoutSessions() {
    assertThat(Summary.of(Map.of())).isEmpty();
    assertThat(Summary.of(Map.of("mooring.ACCEPTED", 1L))).isEmpty();
  }
}
