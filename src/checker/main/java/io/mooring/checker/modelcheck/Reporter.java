package io.mooring.checker.modelcheck;

/**
 * Receives what a run has to say, line by line, ready to be printed.
 *
 * <p>Called by one thread at a time.
 */
public interface Reporter {

  /** A line that stays. */
  void line(String text);

  /**
   * A line that the next call may overwrite: how far the run has come. An empty text clears it. A
   * reporter that does not write to a terminal ignores it.
   */
  void progress(String text);
}
