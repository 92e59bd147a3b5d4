package io.mooring.flink.job;

import io.mooring.flink.Callback;
import io.mooring.flink.CallbackReader;
import io.mooring.flink.Fleet;
import io.mooring.flink.FleetJson;
import io.mooring.flink.Unjudged;
import io.mooring.flink.job.Totals.Counted;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.BasePathBucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import picocli.CommandLine.Option;

/** Where results go: five streams, each a folder or a topic of JSON objects. */
final class Outputs {

  static final String VERDICTS = "verdicts";
  static final String ALERTS = "alerts";
  static final String UNJUDGED = "unjudged";
  static final String TALLIES = "tallies";
  static final String COUNTS = "counts";

  /** The names of all. */
  static final List<String> STREAMS = List.of(VERDICTS, ALERTS, UNJUDGED, TALLIES, COUNTS);

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write to the folders verdicts, alerts, unjudged, tallies and counts in this folder, one"
              + " JSON object on a line. A file that begins with a point is not finished.")
  String folder = "";

  @Option(
      names = "--to",
      paramLabel = "PREFIX",
      description =
          "Write to the topics PREFIXverdicts, and so on, which must exist, in transactions: read"
              + " them with isolation.level=read_committed.")
  String prefix = "";

  @Option(
      names = "--to-kafka",
      paramLabel = "SERVERS",
      description = "The brokers of these topics. Default: those of --kafka.")
  String servers = "";

  @Option(
      names = "--transaction-timeout",
      paramLabel = "TIME",
      defaultValue = "15m",
      description =
          "For how long the brokers keep a transaction open whose job is down; a job that is down"
              + " for longer loses it. Not more than their transaction.max.timeout.ms. Default:"
              + " ${DEFAULT-VALUE}.")
  Duration timeout = Duration.ZERO;

  @Option(
      names = "--window",
      paramLabel = "TIME",
      defaultValue = "1m",
      description =
          "For how long verdicts and rows are counted together. Default: ${DEFAULT-VALUE}.")
  Duration window = Duration.ZERO;

  /** Refuses what does not go together. */
  void check(InputOptions input) {
    if (folder.isEmpty() == prefix.isEmpty()) {
      throw new WrongCallException(
          folder.isEmpty()
              ? "there is no output: give --out DIR, or --to PREFIX for topics"
              : "--out and --to are two outputs: give one of them");
    }
    if (servers.isEmpty()) {
      servers = input.servers;
    }
    if (!prefix.isEmpty() && servers.isEmpty()) {
      throw new WrongCallException("--to needs the brokers: give --to-kafka SERVERS");
    }
  }

  boolean isKafka() {
    return !prefix.isEmpty();
  }

  /**
   * Writes all that comes of a fleet, and counts it.
   *
   * @param unreadable lines that belong to no session
   * @param hidden whether lines may not be shown
   */
  void write(Fleet fleet, DataStream<Unjudged> unreadable, boolean hidden) {
    DataStream<Unjudged> unjudged = fleet.unjudged().union(hidden ? hide(unreadable) : unreadable);
    to(VERDICTS, text(fleet.verdicts(), FleetJson::of, VERDICTS));
    to(ALERTS, text(fleet.alerts(), FleetJson::of, ALERTS));
    to(UNJUDGED, text(unjudged, FleetJson::of, UNJUDGED));
    to(TALLIES, text(fleet.tallies(window), FleetJson::of, TALLIES));
    to(COUNTS, fleet.counts(window));
    fleet
        .verdicts()
        .map(each -> Counted.valueOf(each.decision().name()))
        .returns(Counted.class)
        .name("decisions")
        .union(unjudged.map(each -> Counted.UNJUDGED).returns(Counted.class).name("not judged"))
        .process(new Totals())
        .returns(Types.VOID)
        .name("totals")
        .uid("mooring-totals")
        .setParallelism(1);
  }

  private static DataStream<Unjudged> hide(DataStream<Unjudged> lines) {
    return lines
        .map(each -> new Unjudged("", Callback.NONE, each.why(), ""))
        .returns(Unjudged.class)
        .name("hide");
  }

  private static <T> DataStream<String> text(
      DataStream<T> stream, MapFunction<T, String> json, String name) {
    return stream.map(json).returns(Types.STRING).name(name + " as text");
  }

  private void to(String stream, DataStream<String> lines) {
    lines
        .sinkTo(sink(stream))
        .name(stream)
        .uid("mooring-" + (isKafka() ? "topic-" : "files-") + stream);
  }

  private Sink<String> sink(String stream) {
    if (isKafka()) {
      return KafkaTopics.sink(servers, prefix + stream, "mooring-" + prefix + stream, timeout);
    }
    return FileSink.forBulkFormat(new Path(Local.address(folder) + "/" + stream), LineWriter::new)
        .withBucketAssigner(new BasePathBucketAssigner<>())
        .withRollingPolicy(OnCheckpointRollingPolicy.build())
        .withOutputFileConfig(
            OutputFileConfig.builder().withPartPrefix(stream).withPartSuffix(".ndjson").build())
        .build();
  }

  /** Where they are, for a reader of the shell. */
  String place() {
    return isKafka() ? "topics " + prefix + "* at " + servers : folder;
  }

  /** The lines that a reader could not read. */
  static DataStream<Unjudged> unreadable(SingleOutputStreamOperator<Callback> callbacks) {
    return callbacks.getSideOutput(CallbackReader.UNREADABLE);
  }
}
