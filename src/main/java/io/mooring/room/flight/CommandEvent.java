package io.mooring.room.flight;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** A command and what it gave. */
@Name("mooring.Command")
@Label("Command")
@Description("A command that the application gave, and its return code")
final class CommandEvent extends ConnectionEvent {

  @Label("Command")
  @Nullable String command;

  @Label("Return Code")
  @Nullable String code;
}
