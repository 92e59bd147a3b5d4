package io.mooring.mbt.run;

/** A list of inputs cannot be parsed; the message names file, line, value and permitted values. */
public final class InputFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  /** An input cannot be parsed. */
  public InputFormatException(String message) {
    super(message);
  }

  /** An input cannot be parsed, for the reason of the cause. */
  public InputFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
