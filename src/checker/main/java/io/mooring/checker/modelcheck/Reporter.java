package io.mooring.checker.modelcheck;

/**
 * Receives the output of a run, line by line, ready to be printed.
 *
 * <p>Called by one thread at a time.
 */
public interface Reporter {

  /** A line that stays. */
  void line(String text);

  /**
   * A line that the next call may overwrite: the progress of the run. An empty text clears it. A
   * reporter that does not write to a terminal ignores it.
   */
  void progress(String text);
}
