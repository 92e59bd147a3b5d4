package io.mooring.room.benchmarks.deviation;

import com.alibaba.cola.statemachine.StateMachine;
import com.alibaba.cola.statemachine.StateMachineFactory;
import com.alibaba.cola.statemachine.builder.StateMachineBuilder;
import com.alibaba.cola.statemachine.builder.StateMachineBuilderFactory;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.function.Consumer;

/**
 * COLA: the rows that are taken are its transitions. Its machine has no state; the application
 * keeps it in a field. A transition has one action.
 */
final class ColaWiring implements Wiring {

  private static final String ID = ColaWiring.class.getName();

  static {
    StateMachineBuilder<Location, Event, Consumer<Notification>> builder =
        StateMachineBuilderFactory.create();
    for (Step step : Table.steps()) {
      if (step.outcome() == Outcome.TAKEN && step.from() == step.to()) {
        builder
            .internalTransition()
            .within(step.from())
            .on(step.event())
            .when(told -> true)
            .perform((from, to, event, told) -> step.notifications().forEach(told));
      } else if (step.outcome() == Outcome.TAKEN) {
        builder
            .externalTransition()
            .from(step.from())
            .to(step.to())
            .on(step.event())
            .when(told -> true)
            .perform((from, to, event, told) -> step.notifications().forEach(told));
      }
    }
    builder.build(ID);
  }

  private final StateMachine<Location, Event, Consumer<Notification>> machine =
      StateMachineFactory.get(ID);
  private final Consumer<Notification> told;
  private volatile Location location = Table.initial().to();

  ColaWiring(Consumer<Notification> told) {
    this.told = told;
  }

  @Override
  public Answer send(Event event) {
    Location to = machine.fireEvent(location, event, told);
    location = to;
    return Answer.of(Answer.Kind.SILENT, to);
  }

  @Override
  public ConnectionState state() {
    return location.state();
  }
}
