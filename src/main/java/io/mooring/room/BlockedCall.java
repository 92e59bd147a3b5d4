package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A call of the transport that has not returned although the time of a timer or an attempt is over.
 *
 * @param name the name of the method
 * @param sessionEpoch the number of the session
 * @param thread the number of the thread that is in the call
 * @param nanos how long ago it was requested; or first seen, if that is not known
 */
record BlockedCall(String name, long sessionEpoch, int thread, long nanos) {

  /** A call is blocked if it takes as long as the shortest timer, in nanoseconds. */
  static final long SHORTEST =
      Arrays.stream(Timer.values()).mapToLong(timer -> timer.shortest().toNanos()).min().orElse(0);

  /** Reports a blocked call, if there is one. */
  static void report(@Nullable BlockedCall blocked, Failures failures) {
    if (blocked != null) {
      failures.report(Callee.TRANSPORT, blocked.name, blocked.sessionEpoch, blocked.cause());
    }
  }

  /** The cause of the report, with the stack of the thread that is in the call, if it is alive. */
  private TimeoutException cause() {
    TimeoutException cause =
        new TimeoutException(
            "The transport's "
                + name
                + " has not returned; it was called "
                + DurationText.of(Duration.ofNanos(nanos))
                + " ago. Further calls of the transport wait for it.");
    for (Map.Entry<Thread, StackTraceElement[]> each : Thread.getAllStackTraces().entrySet()) {
      if ((int) each.getKey().getId() == thread) {
        cause.setStackTrace(each.getValue());
      }
    }
    return cause;
  }
}
