package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Receives what the code that a connection calls has thrown. */
@FunctionalInterface
interface Failures {

  /** The handler that writes to the library's log; one for all connections. */
  FailureHandler LOG = logTo(Failures::logger);

  /** Reports, and throws nothing. */
  void report(Callee callee, String call, long sessionEpoch, Throwable cause);

  /** The library's log; looked up when there is something to write, not for every connection. */
  static System.Logger logger() {
    return System.getLogger("io.mooring.room");
  }

  /** The handler that writes to a log. */
  static FailureHandler logTo(Supplier<System.Logger> log) {
    return failure -> log.get().log(System.Logger.Level.ERROR, failure.toString(), failure.cause());
  }

  /** Throws what an engine has thrown, if it has. */
  static void rethrow(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    } else if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** Passes a failure to its handler; whatever that does, the connection continues. */
  static void handOver(
      FailureHandler handler, Supplier<System.Logger> lastResort, CallFailure failure) {
    try {
      try {
        handler.onFailure(failure);
      } catch (Throwable second) {
        if (second != failure.cause()) {
          second.addSuppressed(failure.cause());
        }
        lastResort
            .get()
            .log(System.Logger.Level.ERROR, "The failure handler failed at: " + failure, second);
      }
    } catch (Throwable hopeless) {
      // The log failed too: out of memory, or out of stack. Pending deliveries must not be lost.
    }
  }
}
