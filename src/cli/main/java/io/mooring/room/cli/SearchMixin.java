package io.mooring.room.cli;

import io.mooring.checker.tlc.SearchOptions;
import io.mooring.checker.tlc.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a specification is searched, and when the search gives up. */
@HelpSection.In(HelpSection.EXTENT)
final class SearchMixin {

  @Option(
      names = "--workers",
      paramLabel = "N|auto",
      converter = WorkerCount.class,
      description =
          "How many threads search; auto: one for each processor. Default: 1. Temporal properties "
              + "are decided by one, where the checker misses violations with more.")
  private @Nullable Integer workers;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description =
          "Search no behaviour beyond N states; a search that is cut gives no verdict (exit code 3). "
              + "With --simulate: how many states a behaviour has at most. Default there: 100.")
  private @Nullable Integer depth;

  @HelpSection.In(HelpSection.CHECKED)
  @Option(names = "--no-deadlock", description = "A state without a successor is no failure.")
  private boolean noDeadlock;

  @Option(
      names = "--simulate",
      description = "Check random behaviours instead of all; temporal properties are not checked.")
  private boolean simulate;

  @Option(
      names = "--behaviours",
      paramLabel = "N",
      description = "With --simulate: how many random behaviours. Default: 1000.")
  private @Nullable Long behaviours;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "With --simulate: the seed of the first behaviour. Default: a random one.")
  private @Nullable Long seed;

  @HelpSection.In(HelpSection.PEOPLE)
  @Option(
      names = "--coverage",
      description =
          "Say how often each action happened, and which expressions of the next-state relation and "
              + "the invariants were never evaluated.")
  private boolean coverage;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      description =
          "End without a verdict (exit code 3) after 30s, 10m, 1h30m, ...; of a manifest, each model.")
  private @Nullable Duration timeout;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = MemorySize.class,
      description =
          "End without a verdict (exit code 3) when the check keeps more memory than 500m, 4g, ... "
              + "of that of Java; MOORING_OPTS=-Xmx8g gives Java more.")
  private @Nullable Long memory;

  /** The options as the checker takes them; what does not go together is refused. */
  SearchOptions options() {
    if (!simulate && (behaviours != null || seed != null)) {
      throw new UsageException(
          (behaviours != null ? "--behaviours" : "--seed") + " belongs to --simulate",
          "Add --simulate, or leave it out.");
    }
    atLeast("--depth", depth, 1);
    atLeast("--behaviours", behaviours, 0);
    SearchOptions options =
        SearchOptions.DEFAULT
            .withWorkers(workers == null ? 1 : workers)
            .withDeadlock(!noDeadlock)
            .withCoverage(coverage)
            .withTimeout(timeout)
            .withMemory(memory);
    return simulate
        ? options.simulating(Simulation.of(behaviours, depth, seed))
        : options.withDepth(depth);
  }

  private static void atLeast(String option, @Nullable Number value, int least) {
    if (value != null && value.longValue() < least) {
      throw new UsageException(option + " is at least " + least + ", not " + value, "");
    }
  }

  boolean simulates() {
    return simulate;
  }

  Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** Refuses what says nothing about the models of a manifest: all but the time of each. */
  void refuseWithManifest() {
    List<String> given = given();
    if (!given.isEmpty()) {
      throw new UsageException(
          given.get(0) + " says how to check a specification, and none is named",
          "The models of a manifest are checked as it says; they take --timeout alone.");
    }
  }

  private List<String> given() {
    List<String> all = new ArrayList<>();
    add(all, workers != null, "--workers");
    add(all, depth != null, "--depth");
    add(all, noDeadlock, "--no-deadlock");
    add(all, simulate, "--simulate");
    add(all, behaviours != null, "--behaviours");
    add(all, seed != null, "--seed");
    add(all, coverage, "--coverage");
    add(all, memory != null, "--memory");
    return all;
  }

  private static void add(List<String> all, boolean given, String name) {
    if (given) {
      all.add(name);
    }
  }
}
