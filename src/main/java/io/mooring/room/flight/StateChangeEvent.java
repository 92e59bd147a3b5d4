package io.mooring.room.flight;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A change that listeners are notified of, when it was decided. */
@Name("mooring.StateChange")
@Label("State Change")
@Description("A change of the connection's state, or a reason without one")
final class StateChangeEvent extends ConnectionEvent {

  @Label("From")
  @Nullable String from;

  @Label("To")
  @Nullable String to;

  @Label("Reason")
  @Nullable String reason;

  @Label("Elapsed")
  @Description("How long the join or the reconnect episode had been under way")
  @Timespan(Timespan.NANOSECONDS)
  long elapsed;
}
