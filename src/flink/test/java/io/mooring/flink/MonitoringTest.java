package io.mooring.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.room.harness.trace.ConnectionTraces;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.metrics.MetricNames;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.testutils.CommonTestUtils;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The dashboard and the alert rules name metrics that a running job has, as Flink's reporter for
 * Prometheus exposes them.
 */
final class MonitoringTest {

  private static final String DASHBOARD = "monitoring/mooring-fleet.json";
  private static final String ALERTS = "monitoring/mooring-fleet-alerts.yml";

  /** A metric in an expression, and what is in braces behind it. */
  private static final Pattern SELECTOR = Pattern.compile("\\b(flink_\\w+)(?:\\{([^}]*)\\})?");

  private static final Pattern MATCHER = Pattern.compile("(\\w+)(=~|=)\"([^\"]*)\"");
  private static final Pattern GROUPED = Pattern.compile("\\bby \\((\\w+)\\)");
  private static final Pattern SAMPLE = Pattern.compile("(\\w+)\\{(.*)\\} \\S+");
  private static final String OPERATOR = "flink_taskmanager_job_task_operator_";
  private static final String OURS = OPERATOR + "mooring_";

  /** What a source has that knows how much is ahead of it; this job's has nothing ahead. */
  private static final Set<String> OF_SOURCES = Set.of(OPERATOR + MetricNames.PENDING_RECORDS);

  private static final CountDownLatch SCRAPED = new CountDownLatch(1);

  /** The labels of each sample, by its metric. */
  private static final Map<String, List<Map<String, String>>> EXPOSED = new TreeMap<>();

  /** Holds the job until its metrics were read. */
  private static final class Held implements MapFunction<String, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String map(String line) throws InterruptedException {
      SCRAPED.await();
      return line;
    }
  }

  @BeforeAll
  static void readTheMetricsOfARunningJob(@TempDir Path folder) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.BIND_PORT, "0");
    configuration.set(CoreOptions.TMP_DIRS, folder.toString());
    configuration.set(WebOptions.TMP_DIR, folder.toString());
    int port = freePort();
    configuration.setString(
        "metrics.reporter.prom.factory.class",
        "org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
    configuration.setString("metrics.reporter.prom.port", String.valueOf(port));
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(1)
                .build());
    try {
      cluster.start();
      JobClient job = start(cluster);
      try {
        // Then the operators have registered what they count.
        CommonTestUtils.waitForAllTaskRunning(cluster, job.getJobID(), false);
        scrape(port);
      } finally {
        SCRAPED.countDown();
      }
      job.getJobExecutionResult().get();
    } finally {
      cluster.close();
    }
  }

  @AfterAll
  static void release() {
    SCRAPED.countDown();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static JobClient start(MiniCluster cluster) throws Exception {
    URI rest = cluster.getRestAddress().get();
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createRemoteEnvironment(rest.getHost(), rest.getPort());
    environment.setParallelism(1);
    environment.enableCheckpointing(Duration.ofHours(1).toMillis());
    Fleet fleet =
        Fleet.judge(
            environment
                .fromData(Lines.joining("a", 0).line())
                .map(new Held())
                .returns(Types.STRING)
                .process(new CallbackReader(CallbackReader.Members.DEFAULT))
                .assignTimestampsAndWatermarks(
                    WatermarkStrategy.<Callback>forMonotonousTimestamps()
                        .withTimestampAssigner((callback, before) -> callback.time())),
            ConnectionTraces::validator,
            FleetOptions.DEFAULT);
    fleet.verdicts().print();
    fleet.tallies(Duration.ofMinutes(1)).print();
    return environment.executeAsync("mooring");
  }

  private static void scrape(int port) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
            .timeout(Duration.ofSeconds(10))
            .build();
    SAMPLE
        .matcher(client.send(request, BodyHandlers.ofString()).body())
        .results()
        .forEach(
            sample ->
                EXPOSED
                    .computeIfAbsent(sample.group(1), metric -> new ArrayList<>())
                    .add(labels(sample.group(2))));
  }

  private static Map<String, String> labels(String text) {
    return MATCHER
        .matcher(text)
        .results()
        .collect(Collectors.toMap(each -> each.group(1), each -> each.group(3)));
  }

  /** What the operators count, by their own class. */
  private static Set<String> ours() {
    Set<String> names = new TreeSet<>();
    new FleetMetrics(new NamedMetrics(names::add));
    return names.stream().map(each -> OURS + each).collect(Collectors.toSet());
  }

  private static Set<String> named(String text) {
    return SELECTOR.matcher(text).results().map(each -> each.group(1)).collect(Collectors.toSet());
  }

  /** Each expression of the dashboard, for all jobs, and the text of the alerts as one. */
  private static List<String> expressions() throws IOException {
    List<String> all = new ArrayList<>();
    for (JsonNode panel : new ObjectMapper().readTree(read(DASHBOARD)).path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        all.add(target.path("expr").textValue().replace("$job", ".*"));
      }
    }
    all.add(read(ALERTS));
    return all;
  }

  /** What a selector selects of a scrape: the labels of each sample. */
  private static List<Map<String, String>> selected(MatchResult selector) {
    Stream<Map<String, String>> samples =
        EXPOSED.getOrDefault(selector.group(1), List.of()).stream();
    String braces = Objects.requireNonNullElse(selector.group(2), "");
    for (MatchResult each : MATCHER.matcher(braces).results().toList()) {
      String value = each.group(2).equals("=") ? Pattern.quote(each.group(3)) : each.group(3);
      samples = samples.filter(labels -> labels.getOrDefault(each.group(1), "").matches(value));
    }
    return samples.toList();
  }

  private static String read(String name) throws IOException {
    try (InputStream in = Fleet.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void everyMetricOfTheDashboardAndOfTheAlertsIsExposed() throws Exception {
    Set<String> known = new TreeSet<>(EXPOSED.keySet());
    known.addAll(OF_SOURCES);

    assertThat(known).containsAll(named(read(DASHBOARD))).containsAll(named(read(ALERTS)));
  }

  @Test
  void everyMetricOfTheOperatorsIsInTheDashboard() throws Exception {
    assertThat(EXPOSED).containsKeys(ours().toArray(String[]::new));
    assertThat(named(read(DASHBOARD))).containsAll(ours());
  }

  @Test
  void everyExpressionSelectsSamplesAndGroupsThemByLabelsThatTheyHave() throws Exception {
    int selectors = 0;
    for (String expression : expressions()) {
      List<String> groups =
          GROUPED.matcher(expression).results().map(each -> each.group(1)).toList();
      for (MatchResult each : SELECTOR.matcher(expression).results().toList()) {
        if (!OF_SOURCES.contains(each.group(1))) {
          assertThat(selected(each))
              .as(each.group() + " in " + expression)
              .isNotEmpty()
              .allSatisfy(labels -> assertThat(labels.keySet()).containsAll(groups));
          selectors++;
        }
      }
    }
    assertThat(selectors).isGreaterThan(30);
  }

  @Test
  void theDashboardIsOneThatGrafanaReads() throws Exception {
    JsonNode dashboard = new ObjectMapper().readTree(read(DASHBOARD));

    assertThat(dashboard.path("schemaVersion").intValue()).isGreaterThanOrEqualTo(41);
    assertThat(dashboard.path("uid").asText()).isNotEmpty();
    List<JsonNode> panels = new ArrayList<>();
    dashboard.path("panels").forEach(panels::add);
    assertThat(panels).hasSizeGreaterThan(10);
    assertThat(panels.stream().map(each -> each.path("id").intValue())).doesNotHaveDuplicates();
    for (JsonNode panel : panels) {
      assertThat(panel.path("title").asText()).isNotEmpty();
      assertThat(panel.at("/gridPos/x").intValue() + panel.at("/gridPos/w").intValue())
          .isLessThanOrEqualTo(24);
      if (!panel.path("type").asText().equals("row")) {
        assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
        assertThat(panel.path("targets")).isNotEmpty();
        panel
            .path("targets")
            .forEach(each -> assertThat(each.path("expr").asText()).contains("flink_"));
      }
    }
  }
}
