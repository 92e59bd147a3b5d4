package io.mooring.flink.job;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.WebOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How Flink runs it. */
final class EngineOptions {

  /** Into so many groups sessions are divided: the most tasks that a saved state can go on with. */
  private static final int MOST_TASKS = 720;

  private static final int KEPT_CHECKPOINTS = 3;

  /** What fails so often without ten minutes between fails always: that takes two minutes. */
  private static final int LOCAL_RETRIES = 8;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration SOUND = Duration.ofMinutes(10);

  /** Where the state of sessions is kept. */
  enum State {
    HEAP("hashmap"),
    ROCKSDB("rocksdb");

    private final String backend;

    State(String backend) {
      this.backend = backend;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--checkpoints",
      paramLabel = "DIR",
      description =
          "Save the state here from time to time, on a file system that all machines see. It is"
              + " kept when the job fails or is cancelled.")
  String checkpoints = "";

  @Option(
      names = "--every",
      paramLabel = "TIME",
      defaultValue = "10s",
      description =
          "How often the state is saved; results appear as often. Default: ${DEFAULT-VALUE}.")
  Duration every = Duration.ZERO;

  @Option(
      names = "--resume",
      description =
          "Go on from the newest state in --checkpoints, with the results of before; from the"
              + " beginning if there is none.")
  boolean resume;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description =
          "In how many tasks sessions are judged. Default: that of the cluster; on one machine, its"
              + " processors.")
  int parallelism;

  @Option(
      names = "--state",
      paramLabel = "WHERE",
      defaultValue = "heap",
      description =
          "Where the state of sessions is kept: ${COMPLETION-CANDIDATES}. rocksdb: on disk, if they"
              + " are more than memory holds. Default: ${DEFAULT-VALUE}.")
  State state = State.HEAP;

  @Option(names = "-D", paramLabel = "KEY=VALUE", description = "A setting of Flink.")
  Map<String, String> settings = new LinkedHashMap<>();

  /** Refuses what does not go together. */
  void check(InputOptions input, Outputs outputs) {
    if (checkpoints.isEmpty()) {
      if (!input.ends() || outputs.isKafka()) {
        throw new WrongCallException(
            (outputs.isKafka() ? "--to" : input.isKafka() ? "--kafka" : "--follow")
                + " needs a folder for checkpoints, with which results appear: give --checkpoints"
                + " DIR");
      }
      if (resume) {
        throw new WrongCallException("--resume needs the folder of the state: give --checkpoints");
      }
    }
    if (parallelism < 0 || parallelism > MOST_TASKS) {
      throw new WrongCallException("--parallelism is from 1 to " + MOST_TASKS);
    }
  }

  /** The state to go on from. */
  Optional<String> saved() throws IOException {
    return resume ? Retained.newest(Local.address(checkpoints)) : Optional.empty();
  }

  /**
   * What is set beside {@link #configuration} for a job on this machine, unless the call sets it.
   *
   * @param temporary the folder for all that lives no longer than the job
   */
  Configuration here(String temporary) {
    Configuration here = new Configuration();
    here.set(CoreOptions.TMP_DIRS, temporary);
    here.set(WebOptions.TMP_DIR, temporary);
    if (!settings.containsKey("restart-strategy")) {
      here.set(
          RestartStrategyOptions.RESTART_STRATEGY,
          checkpoints.isEmpty() ? "none" : "exponential-delay");
    }
    // A failure that comes again and again ends it: nothing else would report it.
    here.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, FIRST_PAUSE);
    here.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, LONGEST_PAUSE);
    here.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_BACKOFF_MULTIPLIER, 2.0);
    here.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_JITTER_FACTOR, 0.0);
    here.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD, SOUND);
    here.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, LOCAL_RETRIES);
    settings.forEach(here::setString);
    return here;
  }

  Configuration configuration(@Nullable String saved) {
    Configuration flink = new Configuration();
    if (!checkpoints.isEmpty()) {
      flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, every);
      flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
      flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, Local.address(checkpoints));
      flink.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, KEPT_CHECKPOINTS);
      flink.set(
          CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
          ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    }
    flink.set(StateBackendOptions.STATE_BACKEND, state.backend);
    flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, state == State.ROCKSDB);
    flink.set(PipelineOptions.MAX_PARALLELISM, MOST_TASKS);
    flink.set(PipelineOptions.OBJECT_REUSE, true);
    if (saved != null) {
      flink.set(StateRecoveryOptions.SAVEPOINT_PATH, saved);
    }
    settings.forEach(flink::setString);
    return flink;
  }
}
