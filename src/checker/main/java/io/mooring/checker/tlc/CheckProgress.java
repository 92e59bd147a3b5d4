package io.mooring.checker.tlc;

/**
 * Receives how far a check has come, about once a second, on a thread of the check's own.
 *
 * <p>Once the check has returned it is not called again.
 */
@FunctionalInterface
public interface CheckProgress {

  /** Listens to nothing. */
  CheckProgress NONE = (distinct, generated, queued) -> {};

  /**
   * The figures so far.
   *
   * @param distinctStates distinct states found
   * @param generatedStates states generated, repetitions included
   * @param queuedStates states found whose successors are still to be generated
   */
  void update(long distinctStates, long generatedStates, long queuedStates);

  /**
   * The figures of a simulation so far, in place of those of a search.
   *
   * @param behaviours how many random behaviours were begun
   * @param steps how many steps they have together
   */
  default void simulated(long behaviours, long steps) {}

  /**
   * Whether to stop the check now; called after each update.
   *
   * @param distinctStates distinct states found
   */
  default boolean enough(long distinctStates) {
    return false;
  }
}
