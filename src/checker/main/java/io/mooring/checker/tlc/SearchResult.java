package io.mooring.checker.tlc;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a check was searched, and what was measured on the way.
 *
 * @param workers how many threads searched
 * @param deadlock whether a state without a successor was a failure
 * @param limit what ended the check before a verdict; empty if nothing did
 * @param simulated the behaviours of a simulation; empty for a breadth-first search
 * @param coverage what was evaluated how often; empty unless it was requested
 * @param witnesses one for each witness that was searched for, in the order of the request
 */
public record SearchResult(
    int workers,
    boolean deadlock,
    Optional<Limit> limit,
    Optional<Simulated> simulated,
    Optional<Coverage> coverage,
    List<WitnessResult> witnesses) {

  /** Nothing was searched. */
  public static final SearchResult NONE =
      new SearchResult(0, false, Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  /** Copies the list. */
  public SearchResult {
    witnesses = List.copyOf(witnesses);
  }

  /** The same, ended by a limit. */
  public SearchResult endedBy(Limit which) {
    return new SearchResult(workers, deadlock, Optional.of(which), simulated, coverage, witnesses);
  }

  /** What ends a check before a verdict. The text is the one of the JSON. */
  public enum Limit {
    /** States at the greatest depth that was allowed have successors that were not looked at. */
    DEPTH("depth"),
    /** The time was over. */
    TIMEOUT("timeout"),
    /** Java used more memory than was allowed. */
    MEMORY("memory");

    private final String text;

    /** What is said of a check that the time or the memory ended. */
    public String message(SearchOptions search) {
      return switch (this) {
        case DEPTH -> "No verdict: the search was cut at depth " + search.depth().orElse(0);
        case TIMEOUT ->
            String.format(
                Locale.ROOT,
                "No verdict: the check was not done after %,d s, when its time was over; what was counted is a part",
                search.timeout().orElse(Duration.ZERO).toSeconds());
        case MEMORY ->
            String.format(
                Locale.ROOT,
                "No verdict: the check keeps more than the %d MB of memory that it may use; what was counted is a part",
                search.memory().orElse(0) >> 20);
      };
    }

    Limit(String text) {
      this.text = text;
    }

    /** The limit as the JSON writes it. */
    public String text() {
      return text;
    }
  }

  /**
   * The random behaviours of a simulation.
   *
   * @param requested what was requested
   * @param behaviours how many behaviours were begun
   * @param steps how many steps they have together
   * @param longest how many states the longest has
   * @param failed the seed of the behaviour that failed; empty if none did
   */
  public record Simulated(
      Simulation requested, long behaviours, long steps, int longest, OptionalLong failed) {}

  /**
   * What a predicate was found to be.
   *
   * @param name the predicate
   * @param onSteps whether it is one on steps; otherwise it is one on states
   * @param count how many distinct states, or steps, make it true; empty if the search ended with
   *     the first
   * @param shortest a shortest behaviour that leads to it; empty if none does
   */
  public record WitnessResult(
      String name, boolean onSteps, OptionalLong count, Optional<Trace> shortest) {}
}
