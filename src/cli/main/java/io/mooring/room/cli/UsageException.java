package io.mooring.room.cli;

/** A call that cannot be carried out, in words for the one who typed it. Ends with exit code 2. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String hint;

  /**
   * A refusal.
   *
   * @param message what is wrong, with the file, line or value at fault
   * @param hint what to do about it; empty when the message says it
   */
  public UsageException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  String hint() {
    return hint;
  }
}
