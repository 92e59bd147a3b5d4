package io.mooring.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job on a cluster, from Kafka to Kafka, through faults: nothing is lost, nothing is doubled,
 * and the verdicts are those of {@code validate} on the same lines.
 */
@Tag("real-cluster")
final class ClusterTest {
  private static final String IN = "callbacks";
  private static final String GROUP = "mooring-fleet";
  private static final Duration OUTAGE = Duration.ofSeconds(30);

  /** What the dashboard shows, as Flink's reporter for Prometheus names it. */
  private static final List<String> METRICS =
      List.of(
          "mooring_accepted",
          "mooring_rejected",
          "mooring_undecided",
          "mooring_duplicates",
          "mooring_late",
          "mooring_unreadable",
          "mooring_lagMillis",
          "pendingRecords");

  private final Path folder;
  private final FleetLines fleet = new FleetLines(400, 600_000);

  ClusterTest(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
    this.folder = folder;
  }

  private List<String> job(Broker broker, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--kafka",
                broker.address(),
                "--topic",
                IN,
                "--to",
                "fleet-",
                "--checkpoints",
                folder.resolve("state").toString(),
                "--every",
                "2s",
                "--silence",
                "1h",
                "--time-member",
                "received",
                "--duplicates",
                "sequence"));
    args.addAll(List.of(more));
    return args;
  }

  private static void create(Topics topics, Broker broker) {
    List<String> names = new ArrayList<>(List.of(IN));
    for (String each : List.of("verdicts", "alerts", "unjudged", "tallies", "counts")) {
      names.add("fleet-" + each);
    }
    Await.until(
        "topics that are made",
        () -> {
          topics.create(names);
          return true;
        },
        broker.process());
  }

  private void send(Topics topics, int part, int of)
      throws ExecutionException, InterruptedException {
    topics.send(
        IN,
        fleet.part(part, of).stream()
            .map(
                line ->
                    Map.entry(line.session().isEmpty() ? line.text() : line.session(), line.text()))
            .toList());
  }

  /** Waits for a checkpoint in which all is that was sent. */
  private static void awaitCheckpoint(Topics topics, Broker broker, FlinkCluster flink) {
    Await.until(
        "a checkpoint with all lines",
        () -> topics.isCommitted(IN, GROUP),
        flink.with(broker.process()));
  }

  /** Waits until something was written that is in no checkpoint yet, or all is in one. */
  private static void awaitBetweenCheckpoints(Topics topics, Broker broker, FlinkCluster flink) {
    Await.until(
        "an alert in an open transaction",
        () -> topics.hasOpenTransaction("fleet-alerts") || topics.isCommitted(IN, GROUP),
        flink.with(broker.process()));
  }

  /** Ends all sessions, waits for their verdicts, and compares. */
  private void compare(Topics topics, Broker broker, FlinkCluster flink)
      throws IOException, ExecutionException, InterruptedException {
    Map<String, String> expected = fleet.decisions();
    topics.sendToAll(IN, List.of(FleetLines.later(0), FleetLines.later(1)));
    Await.until(
        "as many verdicts as sessions",
        () -> topics.read("fleet-verdicts").size() >= expected.size(),
        flink.with(broker.process()));
    // What else would come, comes with the next checkpoint.
    String job = flink.running();
    int before = flink.completed(job);
    Await.until("two more checkpoints", () -> flink.completed(job) >= before + 2);

    List<JsonNode> verdicts = topics.read("fleet-verdicts");
    Map<String, String> decisions = new TreeMap<>();
    verdicts.forEach(
        each -> decisions.put(each.path("session").asText(), each.path("decision").asText()));
    assertThat(decisions).isEqualTo(expected);
    assertThat(verdicts).hasSameSizeAs(expected.keySet());
    assertThat(expected.values()).contains("accepted", "rejected");
    assertThat(topics.read("fleet-unjudged"))
        .extracting(each -> each.path("line").asText())
        .containsExactlyInAnyOrderElementsOf(fleet.poison());
    assertThat(topics.read("fleet-alerts"))
        .extracting(each -> each.path("session").asText())
        .containsExactlyInAnyOrderElementsOf(
            expected.keySet().stream()
                .filter(each -> "rejected".equals(expected.get(each)))
                .toList());
    assertThat(
            topics.read("fleet-tallies").stream()
                .mapToLong(each -> each.path("accepted").asLong() + each.path("rejected").asLong())
                .sum())
        .isEqualTo(expected.size());
  }

  @Test
  void aTaskManagerTheBrokerAndTheJobManagerFail() throws Exception {
    try (Broker broker = Broker.start(folder.resolve("kafka"));
        Topics topics = new Topics(broker.address());
        FlinkCluster flink = FlinkCluster.start(folder.resolve("flink"), Map.of())) {
      create(topics, broker);
      flink.submit(job(broker, "--state", "rocksdb"));
      String job = flink.running();
      send(topics, 0, 5);
      awaitCheckpoint(topics, broker, flink);

      send(topics, 1, 5);
      awaitBetweenCheckpoints(topics, broker, flink);
      flink.killTaskManager();
      int restored = flink.restored(job);
      flink.addTaskManager();
      Await.until("a job that is restored", () -> flink.restored(job) > restored);
      flink.running();
      awaitCheckpoint(topics, broker, flink);

      send(topics, 2, 5);
      broker.stop();
      long stopped = System.nanoTime();
      Await.until("an outage of 30 s", () -> System.nanoTime() - stopped > OUTAGE.toNanos());
      broker.again();
      Await.until(
          "a broker that answers again",
          () -> {
            topics.isCommitted(IN, GROUP);
            return true;
          },
          broker.process());
      send(topics, 3, 5);
      awaitCheckpoint(topics, broker, flink);

      send(topics, 4, 5);
      awaitBetweenCheckpoints(topics, broker, flink);
      flink.killJobManager();
      flink.awaitTaskManagers(2);
      flink.submit(job(broker, "--state", "rocksdb", "--resume"));
      flink.running();

      compare(topics, broker, flink);
      for (String each : METRICS) {
        assertThat(flink.metrics()).contains("flink_taskmanager_job_task_operator_" + each + "{");
      }
    }
  }

  @Test
  void aJobManagerFailsAndTheNextGoesOnByItself() throws Exception {
    try (Broker broker = Broker.start(folder.resolve("kafka"));
        Topics topics = new Topics(broker.address());
        ZooKeeper zooKeeper = ZooKeeper.start(folder.resolve("zookeeper"));
        FlinkCluster flink =
            FlinkCluster.start(
                folder.resolve("flink"), zooKeeper.settings(folder.resolve("leaders")))) {
      create(topics, broker);
      flink.submit(job(broker));
      String job = flink.running();
      send(topics, 0, 3);
      awaitCheckpoint(topics, broker, flink);

      send(topics, 1, 3);
      awaitBetweenCheckpoints(topics, broker, flink);
      flink.killJobManager();
      Await.until("the same job, restored", () -> flink.restored(job) > 0, flink.processes());
      flink.running();
      send(topics, 2, 3);

      compare(topics, broker, flink);
    }
  }
}
