package io.mooring.mbt.run;

/**
 * A list of inputs that is not understood; the message names file, line, value and what is allowed.
 */
public final class InputFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  /** An input that is not understood. */
  public InputFormatException(String message) {
    super(message);
  }

  /** An input that is not understood, and why. */
  public InputFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
