package io.mooring.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A standalone cluster of Flink on loopback: a JobManager with 256 MiB of heap, and TaskManagers
 * with a slot and 256 MiB of heap each, as processes of their own from Flink's jars.
 */
final class FlinkCluster implements AutoCloseable {
  private static final Duration REQUEST = Duration.ofSeconds(10);
  private static final Path JOB = Path.of("../flink-job/target").toAbsolutePath().normalize();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final int rest;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Child> taskManagers = new ArrayList<>();
  private final List<Integer> metrics = new ArrayList<>();
  private Child jobManager;
  private int started;

  private FlinkCluster(Path folder, int rest, Child jobManager) {
    this.folder = folder;
    this.rest = rest;
    this.jobManager = jobManager;
  }

  /** Starts a cluster with these settings beside its own, and two TaskManagers. */
  static FlinkCluster start(Path folder, Map<String, String> settings) throws IOException {
    Files.createDirectories(folder);
    List<Integer> ports = Ports.free(2);
    Map<String, String> all = new LinkedHashMap<>();
    all.put("jobmanager.rpc.address", "127.0.0.1");
    all.put("jobmanager.rpc.port", ports.get(0).toString());
    all.put("jobmanager.bind-host", "127.0.0.1");
    all.put("rest.address", "127.0.0.1");
    all.put("rest.bind-address", "127.0.0.1");
    all.put("rest.port", ports.get(1).toString());
    all.put("taskmanager.host", "127.0.0.1");
    all.put("taskmanager.bind-host", "127.0.0.1");
    all.put("taskmanager.numberOfTaskSlots", "1");
    all.put("taskmanager.cpu.cores", "1.0");
    all.put("taskmanager.memory.framework.heap.size", "128m");
    all.put("taskmanager.memory.framework.off-heap.size", "64m");
    all.put("taskmanager.memory.jvm-metaspace.size", "160m");
    all.put("taskmanager.memory.jvm-overhead.min", "64m");
    all.put("taskmanager.memory.jvm-overhead.max", "64m");
    all.put("taskmanager.memory.task.heap.size", "128m");
    all.put("taskmanager.memory.task.off-heap.size", "0m");
    all.put("taskmanager.memory.network.min", "32m");
    all.put("taskmanager.memory.network.max", "32m");
    all.put("taskmanager.memory.managed.size", "64m");
    all.put("parallelism.default", "2");
    all.put("heartbeat.interval", "1000");
    all.put("heartbeat.timeout", "8000");
    all.put("restart-strategy.type", "fixed-delay");
    all.put("restart-strategy.fixed-delay.attempts", "1000");
    all.put("restart-strategy.fixed-delay.delay", "1s");
    all.put("io.tmp.dirs", folder.resolve("tmp").toString());
    all.put("metrics.reporter.prom.factory.class", PROMETHEUS);
    all.putAll(settings);
    List<String> lines = new ArrayList<>();
    all.forEach((key, value) -> lines.add(key + ": " + value));
    Files.write(folder.resolve("config.yaml"), lines);
    Files.createDirectories(folder.resolve("tmp"));
    FlinkCluster cluster = new FlinkCluster(folder, ports.get(1), jobManager(folder, 0));
    try {
      cluster.addTaskManager();
      cluster.addTaskManager();
      cluster.awaitTaskManagers(2);
      return cluster;
    } catch (IOException | RuntimeException | Error failed) {
      cluster.close();
      throw failed;
    }
  }

  private static final String PROMETHEUS =
      "org.apache.flink.metrics.prometheus.PrometheusReporterFactory";

  /** Flink's jars, as they stand beside the job's. */
  static String classPath() throws IOException {
    Path list = JOB.resolve("class-path.txt");
    if (!Files.exists(list) || !Files.exists(jar())) {
      throw new AssertionError("the job is not built; run: mvn -Pfleet verify -pl src/cluster -am");
    }
    return Files.readString(list);
  }

  private static Path jar() {
    return JOB.resolve("mooring-fleet.jar");
  }

  private static Child java(Path folder, String name, List<String> options, List<String> command)
      throws IOException {
    return Child.start(
        folder,
        new Child.Start(
            name, classPath(), options, Map.of("FLINK_CONF_DIR", folder.toString()), command));
  }

  private static Child jobManager(Path folder, int number) throws IOException {
    return java(
        folder,
        "jobmanager-" + number,
        List.of("-Xmx256m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=info"),
        List.of(
            "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
            "--configDir",
            folder.toString(),
            "--host",
            "127.0.0.1"));
  }

  /** Starts one more. */
  void addTaskManager() throws IOException {
    started++;
    int port = Ports.free(1).get(0);
    taskManagers.add(
        java(
            folder,
            "taskmanager-" + started,
            List.of(
                "-Xmx256m",
                "-XX:MaxDirectMemorySize=192m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=info"),
            List.of(
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                "--configDir",
                folder.toString(),
                "-D",
                "metrics.reporter.prom.port=" + port)));
    metrics.add(port);
  }

  /** What Flink's reporter for Prometheus shows of all TaskManagers that were started. */
  String metrics() throws InterruptedException {
    StringBuilder all = new StringBuilder();
    for (int port : metrics) {
      try {
        all.append(text("http://127.0.0.1:" + port + "/metrics"));
      } catch (IOException killed) {
        // That of one that is no more.
      }
    }
    return all.toString();
  }

  /** The same, and one more. */
  Child[] with(Child other) {
    List<Child> all = new ArrayList<>(List.of(processes()));
    all.add(other);
    return all.toArray(Child[]::new);
  }

  /** What must run while something is waited for. */
  Child[] processes() {
    List<Child> all = new ArrayList<>(taskManagers);
    all.add(jobManager);
    return all.toArray(Child[]::new);
  }

  void awaitTaskManagers(int count) {
    Await.until(
        count + " free or used slots",
        () -> get("/overview").path("slots-total").asInt() == count,
        processes());
  }

  /** Kills the oldest. */
  void killTaskManager() throws InterruptedException {
    taskManagers.remove(0).kill();
  }

  /** Kills the JobManager, and starts it again at its address. */
  void killJobManager() throws InterruptedException, IOException {
    jobManager.kill();
    started++;
    jobManager = jobManager(folder, started);
  }

  /** Submits the job, as {@code flink run} does. Returns what was printed. */
  String submit(List<String> args) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "org.apache.flink.client.cli.CliFrontend",
                "run",
                "-d",
                "-m",
                "127.0.0.1:" + rest,
                jar().toString()));
    command.addAll(args);
    started++;
    try (Child client = java(folder, "client-" + started, List.of("-Xmx192m"), command)) {
      if (client.end(Duration.ofMinutes(2)) != 0) {
        throw new AssertionError("the job was not submitted; " + client.said());
      }
      return client.said();
    }
  }

  /** What Flink's REST interface answers. */
  JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(text("http://127.0.0.1:" + rest + path));
  }

  private String text(String address) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create(address)).timeout(REQUEST).build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
        .body();
  }

  /** The job that runs, whose tasks all do. */
  String running() {
    List<String> found = new ArrayList<>();
    Await.until(
        "a job of which all tasks run",
        () -> {
          found.clear();
          for (JsonNode each : get("/jobs/overview").path("jobs")) {
            JsonNode tasks = each.path("tasks");
            if (each.path("state").asText().equals("RUNNING")
                && tasks.path("running").asInt() == tasks.path("total").asInt()) {
              found.add(each.path("jid").asText());
            }
          }
          return found.size() == 1;
        },
        processes());
    return found.get(0);
  }

  /** How many checkpoints a job has completed. */
  int completed(String job) throws IOException, InterruptedException {
    return get("/jobs/" + job + "/checkpoints").path("counts").path("completed").asInt();
  }

  /** How often a job was restored. */
  int restored(String job) throws IOException, InterruptedException {
    return get("/jobs/" + job + "/checkpoints").path("counts").path("restored").asInt();
  }

  @Override
  public void close() {
    jobManager.close();
    taskManagers.forEach(Child::close);
  }
}
