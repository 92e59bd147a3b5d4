package io.mooring.room.benchmarks.deviation;

import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachineEventResult;
import org.springframework.statemachine.StateMachineEventResult.ResultType;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.configurers.TransitionConfigurer;
import org.springframework.statemachine.listener.StateMachineListenerAdapter;
import org.springframework.statemachine.transition.Transition;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Spring Statemachine: the rows that are taken are its transitions. */
final class SpringWiring implements Wiring {

  private static final String GATE = SpringWiring.class.getName();

  private final StateMachine<Location, Event> machine;

  private SpringWiring(StateMachine<Location, Event> machine) {
    this.machine = machine;
    machine.startReactively().block();
  }

  /** One whose transitions have actions that notify. */
  static SpringWiring ofActions(List<? extends Consumer<Notification>> told) {
    return new SpringWiring(machine(told));
  }

  /** One whose listeners notify when a transition has ended. */
  static SpringWiring ofListeners(List<? extends Consumer<Notification>> told) {
    StateMachine<Location, Event> machine = machine(List.of());
    for (Consumer<Notification> each : told) {
      machine.addStateListener(
          new StateMachineListenerAdapter<>() {
            @Override
            public void transitionEnded(Transition<Location, Event> transition) {
              if (transition.getTrigger() != null) {
                Location from = transition.getSource().getId();
                Table.step(from, transition.getTrigger().getEvent()).notifications().forEach(each);
              }
            }
          });
    }
    return new SpringWiring(machine);
  }

  private static StateMachine<Location, Event> machine(
      List<? extends Consumer<Notification>> told) {
    try {
      StateMachineBuilder.Builder<Location, Event> builder = StateMachineBuilder.builder();
      builder
          .configureStates()
          .withStates()
          .initial(Table.initial().to())
          .states(EnumSet.allOf(Location.class));
      for (Step step : Table.steps()) {
        if (step.outcome() == Outcome.TAKEN) {
          if (step.from() == step.to()) {
            configure(builder.configureTransitions().withInternal(), step, told);
          } else {
            configure(builder.configureTransitions().withExternal().target(step.to()), step, told);
          }
        }
      }
      return builder.build();
    } catch (Exception refused) {
      throw new IllegalStateException("Spring refused the table", refused);
    }
  }

  private static <T extends TransitionConfigurer<T, Location, Event>> void configure(
      T transition, Step step, List<? extends Consumer<Notification>> told) {
    transition.source(step.from()).event(step.event());
    for (Consumer<Notification> each : told) {
      transition.action(context -> step.notifications().forEach(each));
    }
  }

  @Override
  public Answer send(Event event) {
    List<ResultType> results =
        machine
            .sendEvent(Mono.just(MessageBuilder.withPayload(event).build()))
            .map(StateMachineEventResult::getResultType)
            .collect(Collectors.toList())
            .block();
    if (results == null || results.isEmpty()) {
      return new Answer(Answer.Kind.SILENT, "no result");
    }
    boolean accepted = results.contains(ResultType.ACCEPTED);
    return Answer.of(
        accepted ? Answer.Kind.YES : Answer.Kind.NO,
        results.stream().map(ResultType::name).collect(Collectors.joining(", ")));
  }

  @Override
  public ConnectionState state() {
    return machine.getState().getId().state();
  }

  @Override
  public void tryAgainAfter(CountDownLatch moment) {
    Schedulers.onScheduleHook(
        GATE,
        task ->
            () -> {
              Gate.await(moment);
              task.run();
            });
  }

  @Override
  public void close() {
    Schedulers.resetOnScheduleHook(GATE);
  }
}
