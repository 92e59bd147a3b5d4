package io.mooring.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.harness.trace.ConnectionTraces;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole job, in a cluster within this process. */
final class FleetTest {
  private static final Duration DISORDER = Duration.ofSeconds(5);

  @SuppressWarnings("NullAway.Init") // in start
  private static MiniCluster cluster;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.BIND_PORT, "0");
    configuration.set(CoreOptions.TMP_DIRS, folder.toString());
    configuration.set(WebOptions.TMP_DIR, folder.toString());
    cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(2)
                .build());
    cluster.start();
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.close();
  }

  private static StreamExecutionEnvironment environment() throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    URI rest = cluster.getRestAddress().get();
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createRemoteEnvironment(
            rest.getHost(), rest.getPort(), configuration);
    environment.setParallelism(2);
    environment.getConfig().setAutoWatermarkInterval(1);
    return environment;
  }

  /** Lines are numbered by the member {@code n}. */
  private static final CallbackReader.Members MEMBERS =
      new CallbackReader.Members("session", "time", "n", "version", "region");

  private static Fleet judged(DataStream<String> lines, FleetOptions options) {
    SingleOutputStreamOperator<Callback> callbacks = lines.process(new CallbackReader(MEMBERS));
    return Fleet.judge(
        callbacks.assignTimestampsAndWatermarks(
            WatermarkStrategy.<Callback>forBoundedOutOfOrderness(DISORDER)
                .withTimestampAssigner((callback, before) -> callback.time())),
        ConnectionTraces::validator,
        options);
  }

  static void page(DataStream<String> lines) {
    // region judge
    DataStream<Callback> callbacks =
        lines
            .process(
                new CallbackReader(CallbackReader.Members.DEFAULT, ConnectionTraces::validator))
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Callback>forBoundedOutOfOrderness(Duration.ofSeconds(5))
                    .withTimestampAssigner((callback, before) -> callback.time()));
    Fleet fleet =
        Fleet.judge(
            callbacks,
            ConnectionTraces::validator,
            FleetOptions.DEFAULT.duplicates(Duplicates.SEQUENCE).silence(Duration.ofHours(6)));

    fleet.alerts().print("rejected");
    fleet.unjudged().print("not judged");
    fleet.tallies(Duration.ofMinutes(1)).print("counted");
    // endregion
  }

  private static <T> List<T> list(CloseableIterator<T> iterator) throws Exception {
    try (iterator) {
      List<T> all = new ArrayList<>();
      iterator.forEachRemaining(all::add);
      return all;
    }
  }

  @Test
  void aJobGivesTheVerdictsOfTheFileAndCountsThem() throws Exception {
    RandomFleet fleet = new RandomFleet(new Random(7), 60, 14);
    StreamExecutionEnvironment environment = environment();
    DataStream<String> lines =
        environment.fromData(fleet.lines().stream().map(Callback::line).toList());

    Fleet judged = judged(lines, FleetOptions.DEFAULT.duplicates(Duplicates.SEQUENCE));
    CloseableIterator<Verdict> verdicts = judged.verdicts().collectAsync();
    CloseableIterator<Verdict> alerts = judged.alerts().collectAsync();
    CloseableIterator<Tally> tallies = judged.tallies(Duration.ofMinutes(1)).collectAsync();
    environment.execute();

    Map<String, String> expected = StreamProperties.expected(fleet);
    List<Verdict> all = list(verdicts);
    assertThat(StreamProperties.words(all)).isEqualTo(expected);
    // Both kinds are there, or the comparison says nothing.
    Map<Decision, Long> counts = counts(all);
    assertThat(counts).containsOnlyKeys(Decision.ACCEPTED, Decision.REJECTED);
    List<Tally> counted = list(tallies);
    assertThat(counted.stream().mapToLong(Tally::accepted).sum())
        .isEqualTo(counts.get(Decision.ACCEPTED));
    assertThat(counted.stream().mapToLong(Tally::rejected).sum())
        .isEqualTo(counts.get(Decision.REJECTED));
    assertThat(counted.stream().mapToLong(Tally::undecided).sum()).isZero();
    assertThat(counted).allMatch(each -> each.rule().isEmpty() == (each.rejected() == 0));
    assertThat(counted).extracting(each -> each.window() + each.key()).doesNotHaveDuplicates();
    long minute = Duration.ofMinutes(1).toMillis();
    assertThat(counted.stream().map(Tally::window).collect(Collectors.toSet()))
        .isEqualTo(
            all.stream()
                .map(each -> Math.floorDiv(each.last(), minute) * minute + minute)
                .collect(Collectors.toSet()));
    assertThat(counted).extracting(Tally::version).containsOnly("v2", "v3");
    // What is overdue at the end has no line that an alert could be about.
    assertThat(list(alerts))
        .extracting(each -> each.session() + each.message() + each.line())
        .containsExactlyInAnyOrderElementsOf(
            all.stream()
                .filter(each -> !each.line().isEmpty())
                .map(each -> each.session() + each.message() + each.line())
                .toList())
        .hasSizeGreaterThan(1);
  }

  private static Map<Decision, Long> counts(List<Verdict> verdicts) {
    return verdicts.stream()
        .collect(Collectors.groupingBy(Verdict::decision, TreeMap::new, Collectors.counting()));
  }

  @Test
  void namesAreHiddenEverywhereOnRequest() throws Exception {
    StreamExecutionEnvironment environment = environment();
    List<String> said = new ArrayList<>();
    said.add(Lines.joining("alice", 0).line());
    said.add(Lines.lost("alice", 1).line());
    said.add(Lines.joining("bob", 0).line());
    said.add("{\"time\":2000,\"session\":\"bob\",\"state\":\"bob's\"}");
    Fleet judged = judged(environment.fromData(said), FleetOptions.DEFAULT.keep(9).hidden("key"));
    CloseableIterator<Verdict> verdicts = judged.verdicts().collectAsync();
    CloseableIterator<Verdict> alerts = judged.alerts().collectAsync();
    CloseableIterator<Unjudged> unjudged = judged.unjudged().collectAsync();
    environment.execute();

    List<Verdict> all = list(verdicts);
    all.sort(Comparator.comparing(Verdict::decision));
    String bob = Texts.hidden("bob", "key");
    assertThat(bob).hasSize(24).isNotEqualTo(Texts.hidden("bob", "another key"));
    assertThat(all).extracting(Verdict::session).containsExactly(bob, Texts.hidden("alice", "key"));
    String words = all + " " + list(alerts) + " " + list(unjudged);
    assertThat(words).contains("is hidden").doesNotContain("alice").doesNotContain("bob");
  }

  @Test
  void whatBelongsToNoSessionIsPutAside() throws Exception {
    StreamExecutionEnvironment environment = environment();
    SingleOutputStreamOperator<Callback> callbacks =
        environment
            .fromData(
                "",
                "no JSON",
                "[1]",
                "{\"time\":1}",
                "{\"session\":7,\"time\":\"1970-01-01T00:00:01Z\",\"sequence\":3,\"x\":{\"y\":1}}",
                "{\"session\":\"a\",\"time\":\"yesterday\"}",
                "{\"session\":\"a\",\"version\":\"1\",\"region\":\"eu\"}")
            .process(new CallbackReader(CallbackReader.Members.DEFAULT));
    CloseableIterator<Unjudged> aside =
        callbacks.getSideOutput(CallbackReader.UNREADABLE).collectAsync();
    CloseableIterator<Callback> read = callbacks.collectAsync();
    environment.execute();

    assertThat(list(aside))
        .extracting(Unjudged::why)
        .containsExactlyInAnyOrder(
            "is no JSON object with a session and a time",
            "has no session",
            "has no session",
            "is no JSON object with a session and a time");
    assertThat(list(read))
        .extracting(each -> each.session() + each.time() + each.sequence() + each.version())
        .containsExactlyInAnyOrder("7" + 1_000 + 3, "a" + Callback.NONE + Callback.NONE + "1");
  }
}
