package io.mooring.flink.job;

import io.mooring.flink.CallbackReader;
import io.mooring.flink.job.files.TraceFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the lines come from, and what they are called in it. */
final class InputOptions {

  /** Where a topic is read from if there is no checkpoint to go on from. */
  enum From {
    EARLIEST,
    COMMITTED,
    LATEST;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration IDLE = Duration.ofMinutes(1);

  @Option(
      names = "--files",
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "Files of one JSON object on a line, plain or gzip, and folders of them: all files below,"
              + " but for hidden ones.")
  List<String> files = new ArrayList<>();

  @Option(
      names = "--follow",
      description =
          "Go on with files that appear later; each must be whole when it appears. Without it the"
              + " job ends with the files that are there.")
  boolean follow;

  @Option(
      names = "--kafka",
      paramLabel = "SERVERS",
      description = "Brokers of Kafka: HOST:PORT, several separated by commas.")
  String servers = "";

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      split = ",",
      description = "The topics to read, with --kafka; a record is a line.")
  List<String> topics = new ArrayList<>();

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      defaultValue = "mooring-fleet",
      description =
          "The consumer group under which offsets are committed. Default: ${DEFAULT-VALUE}.")
  String group = "";

  @Option(
      names = "--from",
      paramLabel = "WHERE",
      defaultValue = "earliest",
      description =
          "Where topics are read from if there is no checkpoint: ${COMPLETION-CANDIDATES}. The last"
              + " two begin in the middle of sessions, and need --from-the-middle. Default:"
              + " ${DEFAULT-VALUE}.")
  From from = From.EARLIEST;

  @Option(
      names = "--until-end",
      description = "End at what is the end of the topics now. Without it the job never ends.")
  boolean untilEnd;

  @Option(
      names = "--disorder",
      paramLabel = "TIME",
      defaultValue = "5s",
      description =
          "By how much lines may be out of order; what is later makes its session undecided."
              + " Default: ${DEFAULT-VALUE}.")
  Duration disorder = Duration.ZERO;

  @Option(
      names = "--idle",
      paramLabel = "TIME",
      description =
          "A partition, or a task, that has had no line for so long does not hold up the others."
              + " Default: 1m with --kafka and --follow, else never.")
  @Nullable Duration idle;

  @Option(
      names = "--session-member",
      paramLabel = "NAME",
      defaultValue = "session",
      description = "The member that names the session. Default: ${DEFAULT-VALUE}.")
  String session = "";

  @Option(
      names = "--time-member",
      paramLabel = "NAME",
      defaultValue = "time",
      description =
          "The member by which lines are put in order. Take the time at which a server received"
              + " them, if there is one: a client's clock may be wrong. Default: ${DEFAULT-VALUE}.")
  String time = "";

  @Option(
      names = "--sequence-member",
      paramLabel = "NAME",
      defaultValue = "sequence",
      description = "The member that numbers the lines of a session. Default: ${DEFAULT-VALUE}.")
  String sequence = "";

  @Option(
      names = "--version-member",
      paramLabel = "NAME",
      defaultValue = "version",
      description = "The version of the client. Default: ${DEFAULT-VALUE}.")
  String version = "";

  @Option(
      names = "--region-member",
      paramLabel = "NAME",
      defaultValue = "region",
      description = "Where the client is. Default: ${DEFAULT-VALUE}.")
  String region = "";

  boolean isKafka() {
    return !servers.isEmpty();
  }

  /** Whether the input has an end. */
  boolean ends() {
    return isKafka() ? untilEnd : !follow;
  }

  CallbackReader.Members members() {
    return new CallbackReader.Members(session, time, sequence, version, region);
  }

  /** Refuses what does not go together. */
  void check() {
    if (files.isEmpty() == servers.isEmpty()) {
      throw new WrongCallException(
          files.isEmpty()
              ? "there is no input: give --files PATH, or --kafka SERVERS --topic TOPIC"
              : "--files and --kafka are two inputs: give one of them");
    }
    if (isKafka() && topics.isEmpty()) {
      throw new WrongCallException("--kafka needs the topic to read: give --topic TOPIC");
    }
    if (!isKafka() && !topics.isEmpty()) {
      throw new WrongCallException("--topic needs the brokers: give --kafka SERVERS");
    }
    if (isKafka() && follow) {
      throw new WrongCallException(
          "--follow is about --files: a topic is followed unless --until-end is given");
    }
    if (!isKafka() && untilEnd) {
      throw new WrongCallException(
          "--until-end is about --kafka: files end by themselves unless --follow is given");
    }
  }

  /**
   * After what time without a line a task does not hold up the others; empty for never. What never
   * ends needs it: a task may have no partition, or no file yet.
   */
  Optional<Duration> idleness() {
    return idle == null && (isKafka() || follow) ? Optional.of(IDLE) : Optional.ofNullable(idle);
  }

  /** The lines, with times and watermarks. */
  DataStream<String> lines(StreamExecutionEnvironment environment) {
    MemberTime times = new MemberTime(time);
    WatermarkStrategy<String> ordered = WatermarkStrategy.forBoundedOutOfOrderness(disorder);
    WatermarkStrategy<String> watermarks = idleness().map(ordered::withIdleness).orElse(ordered);
    if (isKafka()) {
      return environment
          .fromSource(
              KafkaTopics.source(this),
              watermarks.withTimestampAssigner((line, before) -> times.of(line)),
              "lines of topics",
              Types.STRING)
          .uid("mooring-topics");
    }
    return environment
        .fromSource(
            new TraceFiles(Local.addresses(files), follow ? POLL : null, times, disorder),
            watermarks,
            "lines of files",
            Types.STRING)
        .uid("mooring-files");
  }
}
