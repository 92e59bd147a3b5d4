package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * A call of the transport that has not returned although the time of a timer or an attempt is over.
 *
 * @param name the call
 * @param sessionEpoch the session that it is about
 * @param thread the number of the thread that is in it
 * @param nanos how long ago it was asked for, or first seen where nobody knows
 */
record BlockedCall(String name, long sessionEpoch, int thread, long nanos) {

  void reportTo(Failures failures) {
    failures.report(Callee.TRANSPORT, name, sessionEpoch, cause());
  }

  /** What is reported, with the stack of the thread that is in the call, where it is known. */
  private TimeoutException cause() {
    TimeoutException cause =
        new TimeoutException(
            "The transport's "
                + name
                + " has not returned; it was asked for "
                + DurationText.of(Duration.ofNanos(nanos))
                + " ago. Whatever else is asked of the transport waits for it.");
    for (Map.Entry<Thread, StackTraceElement[]> each : Thread.getAllStackTraces().entrySet()) {
      if ((int) each.getKey().getId() == thread) {
        cause.setStackTrace(each.getValue());
      }
    }
    return cause;
  }
}
