package io.mooring.room;

/**
 * Where a room connection reports what the code that it calls has thrown.
 *
 * <p>It is called with no lock held, for one failure at a time, in the order in which they were
 * met; mostly by the thread that met them. It may call the connection. Nothing waits for it but
 * further reports.
 */
// It and Failures, which has the default handler, refer to each other.
@FunctionalInterface
public interface FailureHandler {

  /**
   * Called for each failure. What the handler itself throws goes to the system's log, together with
   * the failure.
   *
   * @param failure who failed at what
   */
  void onFailure(CallFailure failure);

  /**
   * The handler that writes each failure with its stack trace to the {@link System.Logger} named
   * {@code io.mooring.room}, at level error. The default.
   */
  static FailureHandler log() {
    return Failures.LOG;
  }
}
