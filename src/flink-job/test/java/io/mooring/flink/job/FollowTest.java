package io.mooring.flink.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.flink.job.FleetLines.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The job as a program that follows a folder, and goes on after it was ended. */
final class FollowTest {
  private static final int SESSIONS = 12;

  /** One session is over long before the next begins. */
  private static final double PER_SECOND = 1.0 / 3600;

  private static final List<String> MACHINE =
      List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final int POLL_MILLIS = 50;

  /** How a program ends that the signal TERM ends. */
  private static final int TERMINATED = 143;

  private final Path folder;
  private final Path in;
  private final Path results;

  FollowTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.in = Files.createDirectories(folder.resolve("in"));
    this.results = folder.resolve("results");
    Files.createDirectories(folder.resolve("tmp"));
  }

  private Process start(String log, String... more) throws IOException {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--follow",
                "--files",
                in.toString(),
                "--out",
                results.toString(),
                "--checkpoints",
                folder.resolve("state").toString()));
    options.addAll(List.of("--every", "1s", "--parallelism", "2", "--idle", "1s"));
    options.addAll(List.of(more));
    return JobProcess.start(folder.resolve(log), MACHINE, folder.resolve("tmp"), options);
  }

  /** What a program printed, without what newer JVMs say of how Flink uses them. */
  private String said(String log) throws IOException {
    return Files.readAllLines(folder.resolve(log)).stream()
        .filter(line -> !line.startsWith("WARNING: "))
        .collect(Collectors.joining("\n"));
  }

  /** A file appears when it is whole. */
  private void appears(String name, List<Line> lines) throws IOException {
    Path file = Files.writeString(folder.resolve(name), FleetLines.text(lines));
    Files.move(file, in.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Waits for these verdicts in finished files. Fails if there is another one. */
  private void await(Process job, String log, Map<String, String> expected) throws Exception {
    Map<String, String> found = decisions();
    while (!found.equals(expected)) {
      assertThat(expected).containsAllEntriesOf(found);
      assertThat(job.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)).as(said(log)).isFalse();
      found = decisions();
    }
  }

  private Map<String, String> decisions() throws IOException {
    try {
      return Results.decisions(Results.of(results, "verdicts"));
    } catch (NoSuchFileException | UncheckedIOException renamedMeanwhile) {
      return Map.of();
    }
  }

  private void end(Process job, String log) throws Exception {
    job.destroy();
    assertThat(job.waitFor()).as(said(log)).isEqualTo(TERMINATED);
    assertThat(folder.resolve("tmp")).as("temporary files").isEmptyDirectory();
  }

  /** The first lines of sessions: where a part of the lines can end. */
  private static List<Integer> beginnings(List<Line> lines) {
    Map<String, Integer> first = new TreeMap<>();
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (first.putIfAbsent(lines.get(i).session(), i) == null) {
        found.add(i);
      }
    }
    return found;
  }

  /** The decisions on the sessions that are over when the next one has said its first line. */
  private static Map<String, String> over(List<Line> lines, int next) throws IOException {
    Map<String, String> decisions = new HashMap<>(FleetLines.decisions(lines.subList(0, next)));
    lines.subList(next, lines.size()).forEach(line -> decisions.remove(line.session()));
    return decisions;
  }

  @Test
  @Timeout(value = 9, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void filesThatAppearAreJudgedAndNothingIsLostOrDoubledWhenItIsEndedAndGoesOn() throws Exception {
    List<Line> lines = FleetLines.of(SESSIONS, "loss=50,bugs=50", PER_SECOND).lines();
    List<Integer> begins = beginnings(lines);
    assertThat(begins).hasSize(SESSIONS);
    int first = begins.get(4);
    int second = begins.get(8);
    int third = begins.get(SESSIONS - 1);
    assertThat(over(lines, third)).hasSize(SESSIONS - 1).containsValues("accepted", "rejected");

    Process job = start("begun", "--silence", "10m");
    try {
      appears("1.ndjson", lines.subList(0, first + 1));
      await(job, "begun", over(lines, first));
      appears("2.ndjson", lines.subList(first + 1, second + 1));
      await(job, "begun", over(lines, second));
      end(job, "begun");
      assertThat(said("begun")).isEmpty();

      appears("3.ndjson", lines.subList(second + 1, lines.size()));
      job = start("gone-on", "--silence", "10m", "--resume");
      await(job, "gone-on", over(lines, third));
      end(job, "gone-on");
      assertThat(said("gone-on")).startsWith("fleet: goes on from file:").hasLineCount(1);
    } finally {
      job.destroyForcibly().waitFor();
    }
    assertThat(Results.of(results, "unjudged")).isEmpty();
  }
}
