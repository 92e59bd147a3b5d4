package io.mooring.room.harness.trace;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import org.jspecify.annotations.Nullable;

/** What a trace says at one place. */
sealed interface TraceEntry {

  /** The time of an entry that has none. */
  long NO_TIME = Long.MIN_VALUE;

  /** Which session it is about; empty where the trace is of one. */
  String session();

  /** When it was, in nanoseconds since any moment; or {@link #NO_TIME}. */
  long time();

  /**
   * A callback.
   *
   * @param state the code of the state, any integer
   * @param reason the code of the reason, any integer
   * @param because the event that it is about, where the trace knows it
   */
  record Told(String session, long time, int state, int reason, @Nullable Event because)
      implements TraceEntry {}

  /** An event without a callback: what it tells, if anything, is an entry of its own. */
  record Happened(String session, long time, Event event) implements TraceEntry {}

  /**
   * A step that a {@link io.mooring.room.trace.TraceWriter} has written.
   *
   * @param epoch the number of the session after it
   */
  record Recorded(String session, long time, long epoch, Step step) implements TraceEntry {}

  /**
   * A callback that an earlier process may have got already: it decides nothing.
   *
   * @param state the code of the state, any integer
   * @param reason the code of the reason, any integer
   */
  record Repeated(String session, long time, int state, int reason) implements TraceEntry {}

  /**
   * A connection goes on from where an earlier process left it.
   *
   * @param epoch the number of the latest session, or {@link #NO_EPOCH}
   * @param location where it was
   * @param lostAtLeast for how long its links had been lost at least, in nanoseconds
   * @param lostAtMost and at most
   */
  record Restored(
      String session, long time, long epoch, Location location, long lostAtLeast, long lostAtMost)
      implements TraceEntry {

    /** The number of a session of which only the name is known. */
    static final long NO_EPOCH = -1;
  }
}
