package io.mooring.room.flight;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** A failure of code that the connection called. */
@Name("mooring.CallFailure")
@Label("Call Failure")
@Description("A listener, the transport or other code that the connection called has thrown")
final class CallFailureEvent extends ConnectionEvent {

  @Label("Callee")
  @Nullable String callee;

  @Label("Call")
  @Nullable String call;

  @Label("Thrown")
  @Nullable Class<?> thrown;

  @Label("Message")
  @Nullable String message;
}
