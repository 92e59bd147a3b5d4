package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import java.util.function.Supplier;

/** The way of a failure to its handler; whatever that does, the connection goes on. */
final class Failures {

  /** The handler that writes to the library's log; one for all connections. */
  static final FailureHandler LOG = logTo(Failures::logger);

  private static final Failures TO_LOG = new Failures(LOG, Failures::logger);

  private final FailureHandler handler;
  private final Supplier<System.Logger> lastResort;

  Failures(FailureHandler handler, Supplier<System.Logger> lastResort) {
    this.handler = handler;
    this.lastResort = lastResort;
  }

  /** The way to a handler, with the library's log as the last resort. */
  static Failures to(FailureHandler handler) {
    return handler == LOG ? TO_LOG : new Failures(handler, Failures::logger);
  }

  /** The library's log; looked up when there is something to write, not for every connection. */
  static System.Logger logger() {
    return System.getLogger("io.mooring.room");
  }

  /** The handler that writes to a log. */
  static FailureHandler logTo(Supplier<System.Logger> log) {
    return failure -> log.get().log(System.Logger.Level.ERROR, failure.toString(), failure.cause());
  }

  /** Reports, and throws nothing. */
  void report(Callee callee, String call, long sessionEpoch, Throwable cause) {
    try {
      CallFailure failure = new CallFailure(callee, call, sessionEpoch, cause);
      try {
        handler.onFailure(failure);
      } catch (Throwable second) {
        if (second != cause) {
          second.addSuppressed(cause);
        }
        lastResort
            .get()
            .log(System.Logger.Level.ERROR, "The failure handler failed at: " + failure, second);
      }
    } catch (Throwable hopeless) {
      // Not even the log took it: out of memory, or out of stack. What the connection owes to
      // others must not be lost as well.
    }
  }
}
