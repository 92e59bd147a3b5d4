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
   * Whether to stop the check now; called after each update.
   *
   * @param distinctStates distinct states found
   */
  default boolean enough(long distinctStates) {
    return false;
  }
}
