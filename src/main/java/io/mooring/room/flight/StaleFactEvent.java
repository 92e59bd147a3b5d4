package io.mooring.room.flight;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** A fact that was dropped. */
@Name("mooring.StaleFact")
@Label("Stale Fact")
@Description("A fact that was dropped because its session, episode or attempt was over")
final class StaleFactEvent extends ConnectionEvent {

  @Label("Fact")
  @Nullable String fact;
}
