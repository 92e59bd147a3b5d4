package io.mooring.checker.tlc;

/** A call that cannot be carried out as it was given, with a hint at what to change. */
public final class RefusedException extends TlcException {

  private static final long serialVersionUID = 1L;

  private final String hint;

  /**
   * A refusal.
   *
   * @param message what is wrong, with the file or value at fault
   * @param hint what to do about it
   */
  public RefusedException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /** {@return what to do about it} */
  public String hint() {
    return hint;
  }
}
