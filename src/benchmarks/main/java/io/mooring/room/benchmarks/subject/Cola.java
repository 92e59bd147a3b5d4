package io.mooring.room.benchmarks.subject;

import com.alibaba.cola.statemachine.StateMachine;
import com.alibaba.cola.statemachine.StateMachineFactory;
import com.alibaba.cola.statemachine.builder.StateMachineBuilder;
import com.alibaba.cola.statemachine.builder.StateMachineBuilderFactory;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;

/** The table in COLA: one stateless machine shared by all callers, which keep the state. */
public final class Cola implements MeasuredMachine {

  private static final String ID = "room";

  static {
    StateMachineBuilder<Location, Event, Cola> builder = StateMachineBuilderFactory.create();
    for (Step step : Table.steps()) {
      // An event that is not configured leaves the state as it is.
      if (step.from() != step.to()) {
        builder
            .externalTransition()
            .from(step.from())
            .to(step.to())
            .on(step.event())
            .when(context -> true)
            .perform((from, to, event, context) -> {});
      }
    }
    builder.build(ID);
  }

  private final StateMachine<Location, Event, Cola> machine = StateMachineFactory.get(ID);
  private Location location = Table.initial().to();

  /** A machine in the initial location. */
  public Cola() {}

  @Override
  public Location fire(Event event) {
    location = machine.fireEvent(location, event, this);
    return location;
  }

  @Override
  public boolean isIn(Location expected) {
    return location == expected;
  }
}
