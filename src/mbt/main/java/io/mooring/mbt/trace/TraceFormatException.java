package io.mooring.mbt.trace;

/** An entry of a trace that cannot be read. */
public final class TraceFormatException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean unfinished;

  /**
   * An entry that cannot be read.
   *
   * @param message what is wrong with it, in words that follow its place
   */
  public TraceFormatException(String message) {
    this(message, false);
  }

  /**
   * An entry that cannot be read.
   *
   * @param unfinished whether all of it is well so far, and its end is missing
   */
  public TraceFormatException(String message, boolean unfinished) {
    super(message);
    this.unfinished = unfinished;
  }

  /** Whether only the end is missing. */
  public boolean isUnfinished() {
    return unfinished;
  }
}
