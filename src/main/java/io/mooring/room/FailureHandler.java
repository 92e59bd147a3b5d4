package io.mooring.room;

/**
 * Receives what the code that a room connection calls has thrown.
 *
 * <p>It is called with no lock held, for one failure at a time, in order; mostly by the thread that
 * made the call. It may call the connection. Nothing waits for it but further reports.
 */
// It and Failures, which has the default handler, refer to each other.
@FunctionalInterface
public interface FailureHandler {

  /**
   * Called for each failure. What the handler itself throws goes to the system's log, together with
   * the failure.
   *
   * @param failure the failure
   */
  void onFailure(CallFailure failure);

  /**
   * The handler that writes each failure with its stack trace to the {@code
   * java.util.logging.Logger} named {@code io.mooring.room}, at level severe. Where the module
   * {@code java.logging} is absent, it writes the first failure of the process to {@link
   * System#err} and drops the others. The default.
   */
  static FailureHandler log() {
    return Failures.LOG;
  }
}
