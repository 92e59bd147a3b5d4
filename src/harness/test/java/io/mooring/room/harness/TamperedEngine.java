package io.mooring.room.harness;

import io.mooring.room.CompiledEngine;
import io.mooring.room.Engine;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An engine with one row changed or dropped on purpose: to see that a check which should notice
 * does.
 */
public final class TamperedEngine implements Engine {
  private final Location from;
  private final Event event;
  private final @Nullable UnaryOperator<Step> change;
  private Location location = new CompiledEngine().location();

  private TamperedEngine(Location from, Event event, @Nullable UnaryOperator<Step> change) {
    this.from = from;
    this.event = event;
    this.change = change;
  }

  /** Engines in which an event does something else in a location. */
  public static Supplier<Engine> changed(Location from, Event event, UnaryOperator<Step> change) {
    return () -> new TamperedEngine(from, event, change);
  }

  /** Engines that do not know what an event does in a location, and throw. */
  public static Supplier<Engine> dropped(Location from, Event event) {
    return () -> new TamperedEngine(from, event, null);
  }

  @Override
  public Location location() {
    return location;
  }

  @Override
  public Step step(Event given) {
    Step step = Table.step(location, given);
    if (location == from && given == event) {
      if (change == null) {
        throw new IllegalStateException("no row for " + given.action() + " in " + location);
      }
      step = change.apply(step);
    }
    location = step.to();
    return step;
  }
}
