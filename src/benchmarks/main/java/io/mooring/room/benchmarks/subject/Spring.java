package io.mooring.room.benchmarks.subject;

import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spring.SpringEngine;
import io.mooring.room.spring.SpringEngines;
import io.mooring.room.spring.spec.StateMachineActions;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.action.Action;
import reactor.core.publisher.Mono;

/** The generated configuration on Spring Statemachine alone, with actions that do nothing. */
public final class Spring implements MeasuredMachine {

  private final StateMachine<Location, Event> machine = SpringEngines.newMachine(new Nothing());

  /** A machine in the initial location, started. */
  public Spring() {
    machine.startReactively().block();
  }

  @Override
  public Object fire(Event event) {
    machine.sendEvent(Mono.just(MessageBuilder.withPayload(event).build())).blockLast();
    return machine;
  }

  @Override
  public boolean isIn(Location location) {
    return machine.getState().getId() == location;
  }

  @Override
  public void close() {
    machine.stopReactively().block();
  }

  /** The same as an engine of ours, which sees to it that Spring does what the contract says. */
  public static final class OfEngine implements MeasuredMachine {

    private final SpringEngine engine = new SpringEngine();

    /** An engine in the initial location. */
    public OfEngine() {}

    @Override
    public Object fire(Event event) {
      return engine.step(event);
    }

    @Override
    public boolean isIn(Location location) {
      return engine.location() == location;
    }
  }

  private static final class Nothing implements StateMachineActions {

    @Override
    public Action<Location, Event> effect(Effect effect) {
      return context -> {};
    }

    @Override
    public Action<Location, Event> tell(Notification notification) {
      return context -> {};
    }

    @Override
    public Action<Location, Event> refuse(ReturnCode code) {
      return context -> {};
    }

    @Override
    public Action<Location, Event> ignore() {
      return context -> {};
    }
  }
}
