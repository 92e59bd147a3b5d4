package io.mooring.room.flight;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** A reconnect episode, from the loss to its end. */
@Name("mooring.ReconnectEpisode")
@Label("Reconnect Episode")
@Description("The time from the loss of a link to the end of the reconnecting")
final class ReconnectEpisodeEvent extends ConnectionEvent {

  @Label("Outcome")
  @Description("The state that it ended in")
  @Nullable String outcome;

  @Label("Ended By")
  @Description("The command or fact that ended it")
  @Nullable String endedBy;

  @Label("Attempts")
  @Description("How many attempts to get back into the room were begun")
  int attempts;
}
