package io.mooring.room.spring;

import io.mooring.room.Engine;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import io.mooring.room.spring.spec.StateMachineActions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachineEventResult;
import org.springframework.statemachine.listener.StateMachineListenerAdapter;
import org.springframework.statemachine.state.State;
import org.springframework.statemachine.transition.Transition;
import reactor.core.publisher.Mono;

/**
 * The engine that runs the generated Spring Statemachine configuration.
 *
 * <p>A step is what the running machine did: one event goes in, and the transition that was seen,
 * the actions that ran and the state afterwards make the step. The table is not looked up. A
 * machine that does not take exactly one transition, or that ends elsewhere than this transition
 * leads, is broken, and the event is answered with an {@link IllegalStateException} that says what
 * happened.
 *
 * <p>As the machine does not know where in the specification it comes from, {@link Step#source()}
 * is {@value #SOURCE} for every step.
 *
 * <p>Not safe for use by several threads at once: the connection's mailbox feeds it one event at a
 * time.
 */
public final class SpringEngine implements Engine {

  /** What {@link Step#source()} says of every step of this engine. */
  public static final String SOURCE = "Spring Statemachine";

  /** Far more than a step takes: the machine runs on the caller's thread. */
  private static final long PATIENCE_SECONDS = 10;

  private final RecordedActions outputs = new RecordedActions();
  private final Witness witness = new Witness();
  private final StateMachine<Location, Event> machine;

  /** An engine on a new machine of the generated configuration, in its initial location. */
  public SpringEngine() {
    this(SpringEngines::newMachine);
  }

  SpringEngine(Function<StateMachineActions, StateMachine<Location, Event>> configuration) {
    machine = configuration.apply(outputs);
    machine.addStateListener(witness);
    await(machine.startReactively(), "start");
    witness.clear();
    outputs.clear();
  }

  @Override
  public Location location() {
    State<Location, Event> state = machine.getState();
    if (state == null || machine.isComplete()) {
      throw new IllegalStateException("The Spring state machine has stopped: " + machine);
    }
    return state.getId();
  }

  @Override
  public Step step(Event event) {
    Location from = location();
    outputs.clear();
    witness.clear();
    List<StateMachineEventResult<Location, Event>> results =
        await(
            machine.sendEvent(Mono.just(MessageBuilder.withPayload(event).build())).collectList(),
            event + " in " + from);
    check(event, from, results);
    Location to = location();
    Transition<Location, Event> taken = witness.transitions.get(0);
    if (taken.getSource().getId() != from
        || taken.getTarget().getId() != to
        || taken.getTrigger().getEvent() != event) {
      throw broken(event, from, "it went to " + to + " by another transition");
    }
    if (!outputs.isConsistent() || (outputs.outcome() != Outcome.TAKEN && from != to)) {
      throw broken(event, from, "its actions contradict each other");
    }
    return new Step(
        from,
        event,
        outputs.outcome(),
        to,
        outputs.code(),
        outputs.notifications(),
        outputs.effects(),
        SOURCE);
  }

  private void check(
      Event event, Location from, List<StateMachineEventResult<Location, Event>> results) {
    if (witness.error != null || machine.hasStateMachineError()) {
      IllegalStateException broken = broken(event, from, "it failed");
      if (witness.error != null) {
        broken.initCause(witness.error);
      }
      throw broken;
    }
    if (results.size() != 1) {
      throw broken(event, from, "it gave " + results.size() + " results");
    }
    StateMachineEventResult.ResultType result = results.get(0).getResultType();
    if (result != StateMachineEventResult.ResultType.ACCEPTED) {
      throw broken(event, from, "it answered " + result + ", as if it had no such transition");
    }
    if (witness.transitions.size() != 1) {
      throw broken(event, from, "it took " + witness.transitions.size() + " transitions");
    }
  }

  private IllegalStateException broken(Event event, Location from, String what) {
    return new IllegalStateException(
        "The Spring state machine does not do what the specification demands of "
            + event
            + " in "
            + from
            + ": "
            + what
            + " ("
            + outputs
            + ")");
  }

  /**
   * Waits for what the machine does on this very thread. Reactor's own blocking is refused on some
   * of Reactor's threads, and a caller may well be on one.
   */
  private static <T> T await(Mono<T> work, String what) {
    CompletableFuture<T> future = work.toFuture();
    try {
      return future.isDone()
          ? future.join()
          : future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException failed) {
      throw new IllegalStateException(
          "The Spring state machine did not finish: " + what, failed.getCause());
    }
  }

  /** For example {@code SpringEngine[CONNECTED]}. */
  @Override
  public String toString() {
    return "SpringEngine[" + machine.getState().getId() + "]";
  }

  /** {@return the step that the machine was observed to take} */
  private static final class Witness extends StateMachineListenerAdapter<Location, Event> {

    final List<Transition<Location, Event>> transitions = new ArrayList<>();
    @Nullable Exception error;

    void clear() {
      transitions.clear();
      error = null;
    }

    @Override
    public void transition(Transition<Location, Event> transition) {
      transitions.add(transition);
    }

    @Override
    public void stateMachineError(StateMachine<Location, Event> machine, Exception exception) {
      error = exception;
    }
  }
}
