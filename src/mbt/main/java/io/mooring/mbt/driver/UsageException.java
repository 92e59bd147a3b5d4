package io.mooring.mbt.driver;

/**
 * The driver or the test is written wrongly, so that nothing can be said of the implementation. The
 * message names the action or the name that is meant, and what to do.
 */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message for the author of the test. */
  public UsageException(String message) {
    super(message);
  }
}
