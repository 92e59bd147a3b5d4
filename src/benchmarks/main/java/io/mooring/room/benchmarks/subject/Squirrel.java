package io.mooring.room.benchmarks.subject;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import org.squirrelframework.foundation.fsm.StateMachineBuilder;
import org.squirrelframework.foundation.fsm.StateMachineBuilderFactory;
import org.squirrelframework.foundation.fsm.impl.AbstractStateMachine;

/** The table in squirrel-foundation: an event that is not configured is declined. */
public final class Squirrel implements MeasuredMachine {

  private static final StateMachineBuilder<Fsm, Location, Event, Void> BUILDER =
      StateMachineBuilderFactory.create(Fsm.class, Location.class, Event.class, Void.class);

  static {
    for (Step step : Table.steps()) {
      if (step.from() != step.to()) {
        BUILDER.externalTransition().from(step.from()).to(step.to()).on(step.event());
      }
    }
  }

  private final Fsm machine = BUILDER.newStateMachine(Table.initial().to());

  /** A machine in the initial location. */
  public Squirrel() {
    machine.start();
  }

  @Override
  public Object fire(Event event) {
    machine.fire(event);
    return machine;
  }

  @Override
  public boolean isIn(Location location) {
    return machine.getCurrentState() == location;
  }

  /** The class that squirrel wants of its users, with nothing to add. */
  public static class Fsm extends AbstractStateMachine<Fsm, Location, Event, Void> {

    /** Created by squirrel. */
    public Fsm() {}
  }
}
