package io.mooring.room.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;

/** What all events of a room connection have. The fields are read by the recorder alone. */
@Category({"Mooring", "Room Connection"})
@StackTrace(false)
@SuppressWarnings("unused")
abstract class ConnectionEvent extends Event {

  @Label("Connection")
  @Description("Tells the connections of one process apart")
  int connection;

  @Label("Session")
  @Description("The number of the session in its connection; 0 before the first join")
  long session;
}
