package io.mooring.room.flight;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** A call of a listener that took long. */
@Name("mooring.ListenerCall")
@Label("Listener Call")
@Description("A call of a listener that took longer than the threshold")
@Threshold("20 ms")
final class ListenerCallEvent extends ConnectionEvent {

  @Label("Listener")
  @Nullable Class<?> listener;

  @Label("To")
  @Nullable String to;

  @Label("Reason")
  @Nullable String reason;
}
