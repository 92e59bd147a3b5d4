package io.mooring.room;

import io.mooring.room.CallFailure.Callee;

/** The way of a failure to its handler; whatever that does, the connection goes on. */
final class Failures {

  static final FailureHandler LOG = Failures::log;

  private final FailureHandler handler;

  Failures(FailureHandler handler) {
    this.handler = handler;
  }

  /** Reports; throws nothing that can be caught. */
  void report(Callee callee, String call, long sessionEpoch, Throwable cause) {
    try {
      CallFailure failure = new CallFailure(callee, call, sessionEpoch, cause);
      try {
        handler.onFailure(failure);
      } catch (Throwable second) {
        if (second != cause) {
          second.addSuppressed(cause);
        }
        logger()
            .log(System.Logger.Level.ERROR, "The failure handler failed at: " + failure, second);
      }
    } catch (Throwable hopeless) {
      // Not even logging worked: out of memory, or out of stack. The connection must still go on,
      // so that what it owes to others is not lost as well.
    }
  }

  private static void log(CallFailure failure) {
    logger().log(System.Logger.Level.ERROR, failure.toString(), failure.cause());
  }

  private static System.Logger logger() {
    return System.getLogger("io.mooring.room");
  }
}
