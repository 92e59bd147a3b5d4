package io.mooring.maven;

import io.mooring.checker.tlc.OptionText;
import io.mooring.checker.tlc.SearchOptions;
import io.mooring.checker.tlc.Simulation;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** How a goal searches, and when the search gives up. */
abstract class SearchMojo extends SpecMojo {

  /**
   * How many threads search; {@code auto}: one for each processor. Default: 1. Temporal properties
   * are decided by one, where the checker misses violations with more.
   */
  @Parameter(property = "mooring.workers")
  private @Nullable String workers;

  /**
   * Searches no behaviour beyond this number of states; a search that is cut gives no verdict,
   * which fails the build. With {@code simulate}: how many states a behaviour has at most.
   */
  @Parameter(property = "mooring.depth")
  private @Nullable Integer depth;

  /** Whether a state without a successor is a failure. */
  @Parameter(property = "mooring.deadlock", defaultValue = "true")
  private boolean deadlock;

  /** Checks random behaviours instead of all; temporal properties are not checked. */
  @Parameter(property = "mooring.simulate", defaultValue = "false")
  private boolean simulate;

  /** How many random behaviours {@code simulate} checks. Default: 1000. */
  @Parameter(property = "mooring.behaviours")
  private @Nullable Long behaviours;

  /**
   * The seed of the first random behaviour. Default: a random one, and then every build checks
   * other behaviours.
   */
  @Parameter(property = "mooring.seed")
  private @Nullable Long seed;

  /** Says how often each action happened, and which expressions were never evaluated. */
  @Parameter(property = "mooring.coverage", defaultValue = "false")
  private boolean coverage;

  /** Ends without a verdict, which fails the build, after 30s, 10m, 1h30m, ... */
  @Parameter(property = "mooring.timeout")
  private @Nullable String timeout;

  /**
   * Ends without a verdict, which fails the build, when a check keeps more than 500m, 4g, ... of
   * the memory that Maven has.
   */
  @Parameter(property = "mooring.memory")
  private @Nullable String memory;

  /** Whether two builds check different behaviours. */
  boolean isRandom() {
    return simulate && seed == null;
  }

  SearchOptions search() throws CallException {
    if (!simulate && (behaviours != null || seed != null)) {
      throw new CallException("<behaviours> and <seed> belong to <simulate>");
    }
    try {
      return options();
    } catch (IllegalArgumentException refused) {
      throw new CallException(String.valueOf(refused.getMessage()));
    }
  }

  private SearchOptions options() throws CallException {
    SearchOptions options =
        SearchOptions.DEFAULT
            .withWorkers(workers == null ? 1 : value("workers", workers, OptionText::workers))
            .withDeadlock(deadlock)
            .withCoverage(coverage)
            .withTimeout(timeout == null ? null : value("timeout", timeout, OptionText::duration))
            .withMemory(memory == null ? null : value("memory", memory, OptionText::memory));
    return simulate
        ? options.simulating(Simulation.of(behaviours, depth, seed))
        : options.withDepth(depth);
  }
}
