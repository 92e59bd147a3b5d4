package io.mooring.room.benchmarks.deviation;

import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.List;
import java.util.function.Consumer;
import org.squirrelframework.foundation.fsm.AnonymousAction;
import org.squirrelframework.foundation.fsm.StateMachineBuilder;
import org.squirrelframework.foundation.fsm.StateMachineBuilderFactory;
import org.squirrelframework.foundation.fsm.builder.To;
import org.squirrelframework.foundation.fsm.impl.AbstractStateMachine;

/** squirrel-foundation: the rows that are taken are its transitions. */
final class SquirrelWiring implements Wiring {

  private final Fsm machine;

  private SquirrelWiring(Fsm machine) {
    this.machine = machine;
    machine.start();
  }

  /** One whose transitions have actions that notify. */
  static SquirrelWiring ofActions(List<? extends Consumer<Notification>> told) {
    return new SquirrelWiring(machine(told));
  }

  /** One whose listeners notify when a transition is complete. */
  static SquirrelWiring ofListeners(List<? extends Consumer<Notification>> told) {
    Fsm machine = machine(List.of());
    for (Consumer<Notification> each : told) {
      machine.addTransitionCompleteListener(
          complete ->
              Table.step(complete.getSourceState(), complete.getCause())
                  .notifications()
                  .forEach(each));
    }
    return new SquirrelWiring(machine);
  }

  private static Fsm machine(List<? extends Consumer<Notification>> told) {
    StateMachineBuilder<Fsm, Location, Event, Void> builder =
        StateMachineBuilderFactory.create(Fsm.class, Location.class, Event.class, Void.class);
    for (Step step : Table.steps()) {
      if (step.outcome() == Outcome.TAKEN) {
        To<Fsm, Location, Event, Void> transition =
            step.from() == step.to()
                ? builder.internalTransition().within(step.from())
                : builder.externalTransition().from(step.from()).to(step.to());
        transition
            .on(step.event())
            .perform(told.stream().map(each -> new Tell(step, each)).toList());
      }
    }
    return builder.newStateMachine(Table.initial().to());
  }

  @Override
  public Answer send(Event event) {
    machine.fire(event);
    return Answer.NOTHING;
  }

  @Override
  public ConnectionState state() {
    return machine.getCurrentState().state();
  }

  /** The class that squirrel wants of its users. */
  public static class Fsm extends AbstractStateMachine<Fsm, Location, Event, Void> {

    /** What squirrel makes. */
    public Fsm() {}
  }

  private static final class Tell extends AnonymousAction<Fsm, Location, Event, Void> {

    private final Step step;
    private final Consumer<Notification> told;

    Tell(Step step, Consumer<Notification> told) {
      this.step = step;
      this.told = told;
    }

    @Override
    public void execute(Location from, Location to, Event event, Void context, Fsm machine) {
      step.notifications().forEach(told);
    }
  }
}
