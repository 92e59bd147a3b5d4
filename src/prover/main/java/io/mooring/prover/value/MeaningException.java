package io.mooring.prover.value;

/** An expression whose value cannot be given to a solver; the message has no position yet. */
public final class MeaningException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String what;

  /** With a message that says what, and what to do. */
  public MeaningException(String message) {
    super(message);
    what = message;
  }

  /** The message. */
  public String what() {
    return what;
  }
}
