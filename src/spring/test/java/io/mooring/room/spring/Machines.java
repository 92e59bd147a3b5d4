package io.mooring.room.spring;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spring.spec.StateMachineActions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.action.Action;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.builders.StateMachineTransitionConfigurer;

/** Machines that are not quite the specification's. */
final class Machines {

  private Machines() {}

  /** A configuration as Spring wants it, with the checked exceptions that it throws. */
  @FunctionalInterface
  interface Transitions {
    void configure(StateMachineTransitionConfigurer<Location, Event> transitions) throws Exception;
  }

  /** A machine in the initial location with these transitions. */
  static StateMachine<Location, Event> of(Transitions transitions) {
    try {
      StateMachineBuilder.Builder<Location, Event> builder = StateMachineBuilder.builder();
      builder
          .configureStates()
          .withStates()
          .initial(Table.initial().to())
          .states(EnumSet.allOf(Location.class));
      transitions.configure(builder.configureTransitions());
      return builder.build();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  /** A machine with every row of the table but one. */
  static StateMachine<Location, Event> without(
      StateMachineActions actions, Location from, Event event) {
    return of(
        transitions -> {
          for (Step step : Table.steps()) {
            if (step.from() != from || step.event() != event) {
              row(transitions, step, actions);
            }
          }
        });
  }

  private static void row(
      StateMachineTransitionConfigurer<Location, Event> transitions,
      Step step,
      StateMachineActions actions)
      throws Exception {
    if (step.from() == step.to()) {
      var row = transitions.withInternal().source(step.from()).event(step.event());
      for (Action<Location, Event> action : actionsOf(step, actions)) {
        row.action(action);
      }
    } else {
      var row = transitions.withExternal().source(step.from()).event(step.event());
      row.target(step.to());
      for (Action<Location, Event> action : actionsOf(step, actions)) {
        row.action(action);
      }
    }
  }

  private static List<Action<Location, Event>> actionsOf(Step step, StateMachineActions actions) {
    List<Action<Location, Event>> all = new ArrayList<>();
    if (step.outcome() == Outcome.REFUSED) {
      all.add(actions.refuse(step.code()));
    }
    if (step.outcome() == Outcome.IGNORED) {
      all.add(actions.ignore());
    }
    step.effects().forEach(effect -> all.add(actions.effect(effect)));
    for (Notification told : step.notifications()) {
      all.add(actions.tell(told));
    }
    return all;
  }
}
