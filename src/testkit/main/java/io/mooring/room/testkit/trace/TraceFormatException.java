package io.mooring.room.testkit.trace;

/** An entry of a trace that cannot be read. */
final class TraceFormatException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * An entry that cannot be read.
   *
   * @param message what is wrong with it, in words that follow its place
   */
  TraceFormatException(String message) {
    super(message);
  }
}
