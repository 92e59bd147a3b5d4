package io.mooring.room;

/**
 * Where a room connection reports what the code that it calls has thrown.
 *
 * <p>It is called with no lock held, by the thread that met the failure. It may call the
 * connection.
 */
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
