package io.mooring.checker.tlc;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How a check searches, and when it gives up. Nothing here changes what the specification says.
 *
 * @param workers how many threads may search; temporal properties are decided by one where the
 *     checker misses violations with more, and {@link SearchResult#workers()} says how many did
 * @param depth the number of states on a behaviour beyond which the breadth-first search does not
 *     go on; empty for no limit
 * @param deadlock whether a state without a successor is a failure, if the configuration does not
 *     say {@code CHECK_DEADLOCK FALSE} anyway
 * @param simulation random behaviours instead of all; empty for the breadth-first search
 * @param coverage whether to count actions, and to look for expressions that are never evaluated
 * @param timeout the time after which the check ends without a verdict
 * @param memory the bytes that Java may still use after garbage was collected; with more the check
 *     ends without a verdict
 */
public record SearchOptions(
    int workers,
    OptionalInt depth,
    boolean deadlock,
    Optional<Simulation> simulation,
    boolean coverage,
    Optional<Duration> timeout,
    OptionalLong memory) {

  /** One worker, every state, deadlock checked, no limits. */
  public static final SearchOptions DEFAULT =
      new SearchOptions(
          1,
          OptionalInt.empty(),
          true,
          Optional.empty(),
          false,
          Optional.empty(),
          OptionalLong.empty());

  /** Rejects numbers that mean nothing. */
  public SearchOptions {
    require(workers > 0, "at least one worker searches, not " + workers);
    require(depth.isEmpty() || depth.getAsInt() > 0, "a depth is at least 1");
    require(timeout.isEmpty() || timeout.get().toMillis() > 0, "a timeout is a positive time");
    require(memory.isEmpty() || memory.getAsLong() > 0, "a memory limit is a positive size");
    require(depth.isEmpty() || simulation.isEmpty(), "a simulation has a depth of its own");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /** The same with a number of threads. */
  public SearchOptions withWorkers(int threads) {
    return new SearchOptions(threads, depth, deadlock, simulation, coverage, timeout, memory);
  }

  /** The same with behaviours of at most a number of states; null for no limit. */
  public SearchOptions withDepth(@Nullable Integer states) {
    OptionalInt most = states == null ? OptionalInt.empty() : OptionalInt.of(states);
    return new SearchOptions(workers, most, deadlock, simulation, coverage, timeout, memory);
  }

  /** The same with or without the check for deadlock. */
  public SearchOptions withDeadlock(boolean checked) {
    return new SearchOptions(workers, depth, checked, simulation, coverage, timeout, memory);
  }

  /** The same with random behaviours instead of all. */
  public SearchOptions simulating(Simulation behaviours) {
    return new SearchOptions(
        workers, depth, deadlock, Optional.of(behaviours), coverage, timeout, memory);
  }

  /** The same with or without coverage. */
  public SearchOptions withCoverage(boolean wanted) {
    return new SearchOptions(workers, depth, deadlock, simulation, wanted, timeout, memory);
  }

  /** The same with a time after which the check ends; null for no limit. */
  public SearchOptions withTimeout(@Nullable Duration time) {
    Optional<Duration> most = Optional.ofNullable(time);
    return new SearchOptions(workers, depth, deadlock, simulation, coverage, most, memory);
  }

  /** The same with a size of memory with which the check ends; null for no limit. */
  public SearchOptions withMemory(@Nullable Long bytes) {
    OptionalLong most = bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    return new SearchOptions(workers, depth, deadlock, simulation, coverage, timeout, most);
  }
}
