package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import org.jspecify.annotations.Nullable;

/** Receives what the code that a connection calls has thrown. */
@FunctionalInterface
interface Failures {

  /** The handler that writes to the library's log; one for all connections. */
  FailureHandler LOG = failure -> log(SystemLog::write, failure);

  /** Reports, and throws nothing. */
  void report(Callee callee, String call, long sessionEpoch, Throwable cause);

  /** Writes a failure to a log. */
  static void log(FailureLog log, CallFailure failure) {
    log.write(failure.toString(), failure.cause());
  }

  /** Throws what an engine has thrown, if it has. */
  static void rethrow(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    } else if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** Passes a failure to its handler; the connection continues even if the handler throws. */
  static void handOver(FailureHandler handler, FailureLog lastResort, CallFailure failure) {
    try {
      try {
        handler.onFailure(failure);
      } catch (Throwable second) {
        if (second != failure.cause()) {
          second.addSuppressed(failure.cause());
        }
        lastResort.write("The failure handler failed at: " + failure, second);
      }
    } catch (Throwable hopeless) {
      // The log failed too: out of memory, or out of stack. Pending deliveries must not be lost.
    }
  }
}
