package io.mooring.room;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * A call of the transport that has not returned although the time of a timer or an attempt is over.
 *
 * @param number the call's number
 * @param name the call
 * @param sessionEpoch the session that it is about
 * @param thread the number of the thread that is in it
 * @param nanos how long ago it was asked for; {@link EventClock#NOT_READ} where nobody knows
 */
record BlockedCall(int number, String name, long sessionEpoch, int thread, long nanos) {

  boolean isYoungerThan(long least) {
    return nanos != EventClock.NOT_READ && nanos < least;
  }

  /** What is reported, with the stack of the thread that is in the call, where it is known. */
  TimeoutException cause() {
    String since =
        nanos == EventClock.NOT_READ
            ? ""
            : "; it was asked for " + Seconds.of(Duration.ofNanos(nanos)) + " ago";
    TimeoutException cause =
        new TimeoutException(
            "The transport's "
                + name
                + " has not returned"
                + since
                + ". Whatever else is asked of the transport waits for it.");
    for (Map.Entry<Thread, StackTraceElement[]> each : Thread.getAllStackTraces().entrySet()) {
      if ((int) each.getKey().getId() == thread) {
        cause.setStackTrace(each.getValue());
      }
    }
    return cause;
  }
}
