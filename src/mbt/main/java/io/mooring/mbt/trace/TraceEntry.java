package io.mooring.mbt.trace;

import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.MachineStep;
import java.util.Map;
import java.util.OptionalInt;

/** What a trace says at one place. */
public sealed interface TraceEntry {

  /** The time of an entry that has none. */
  long NO_TIME = Long.MIN_VALUE;

  /** The session that it is about; empty where the trace is of one. */
  String session();

  /** When it was, in nanoseconds since any moment; or {@link #NO_TIME}. */
  long time();

  /**
   * A notification.
   *
   * @param fields its fields; integers may be unknown to the specification
   * @param event the number of the event that it is about, where the trace knows it
   */
  record Notified(String session, long time, Map<String, Constant> fields, OptionalInt event)
      implements TraceEntry {}

  /**
   * An event without a notification: that which it causes, if any, is an entry of its own.
   *
   * @param event the number of the event
   */
  record Happened(String session, long time, int event) implements TraceEntry {}

  /** A whole step, with its outputs. */
  record Recorded(String session, long time, MachineStep step) implements TraceEntry {}
}
