package io.mooring.mbt.trace;

import io.mooring.mbt.machine.MachineStep;
import java.util.OptionalInt;

/** What a trace says at one place. */
public sealed interface TraceEntry {

  /** The time of an entry that has none. */
  long NO_TIME = Long.MIN_VALUE;

  /** The number of a session that has a name, or none. */
  long NO_NUMBER = -1;

  /** The session that it is about; empty where the trace is of one. */
  String session();

  /** When it was, in nanoseconds since any moment; or {@link #NO_TIME}. */
  long time();

  /**
   * A notification.
   *
   * @param notification what it says
   * @param event the number of the event that it is about, where the trace knows it
   */
  record Notified(String session, long time, TraceNotification notification, OptionalInt event)
      implements TraceEntry {}

  /**
   * An event without a notification: that which it causes, if any, is an entry of its own.
   *
   * @param event the number of the event
   */
  record Happened(String session, long time, int event) implements TraceEntry {}

  /**
   * A whole step, with its outputs, as a recorder writes it.
   *
   * @param number the number of the session after it, where {@linkplain TraceRules#numbers()
   *     sessions are numbered}; else {@link #NO_NUMBER}
   */
  record Recorded(String session, long time, long number, MachineStep step) implements TraceEntry {}

  /** A notification that an earlier process may have received already: it changes nothing. */
  record Repeated(String session, long time, TraceNotification notification)
      implements TraceEntry {}

  /**
   * A process continues from the state that an earlier one saved.
   *
   * @param number the number of the latest session, or {@link #NO_NUMBER}
   * @param location the number of the location that was saved
   * @param lostAtLeast for how long what {@linkplain TimeBound#sinceLoss() counts on} between two
   *     processes has lasted at least, in nanoseconds
   * @param lostAtMost and at most
   */
  record Restored(
      String session, long time, long number, int location, long lostAtLeast, long lostAtMost)
      implements TraceEntry {}
}
