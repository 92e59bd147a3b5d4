package io.mooring.room.benchmarks.subject;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;

/** The table in stateless4j: an event that moves is permitted, every other one is ignored. */
public final class Stateless4j implements MeasuredMachine {

  private final StateMachine<Location, Event> machine;

  /** A machine in the initial location. */
  public Stateless4j() {
    StateMachineConfig<Location, Event> config = new StateMachineConfig<>();
    for (Step step : Table.steps()) {
      if (step.from() == step.to()) {
        config.configure(step.from()).ignore(step.event());
      } else {
        config.configure(step.from()).permit(step.event(), step.to());
      }
    }
    machine = new StateMachine<>(Table.initial().to(), config);
  }

  @Override
  public Object fire(Event event) {
    machine.fire(event);
    return machine;
  }

  @Override
  public boolean isIn(Location location) {
    return machine.isInState(location);
  }
}
