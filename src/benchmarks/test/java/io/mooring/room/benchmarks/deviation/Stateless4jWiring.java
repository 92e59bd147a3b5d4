package io.mooring.room.benchmarks.deviation;

import com.github.oxo42.stateless4j.StateConfiguration;
import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * stateless4j: rows that are taken are permitted, rows that are ignored are ignored, rows that are
 * refused are not configured. It notifies on the entry into a state.
 */
final class Stateless4jWiring implements Wiring {

  private final StateMachine<Location, Event> machine;

  Stateless4jWiring(List<? extends Consumer<Notification>> told) {
    StateMachineConfig<Location, Event> config = new StateMachineConfig<>();
    Map<Location, Set<Event>> entries = new EnumMap<>(Location.class);
    for (Step step : Table.steps()) {
      StateConfiguration<Location, Event> from = config.configure(step.from());
      switch (step.outcome()) {
        case REFUSED -> {}
        case IGNORED -> from.ignore(step.event());
        case TAKEN -> {
          if (step.from() == step.to()) {
            from.permitInternal(step.event(), () -> told.forEach(step.notifications()::forEach));
          } else {
            from.permit(step.event(), step.to());
            entries.computeIfAbsent(step.to(), to -> EnumSet.noneOf(Event.class)).add(step.event());
          }
        }
      }
    }
    entries.forEach(
        (to, events) ->
            events.forEach(
                event ->
                    told.forEach(
                        each ->
                            config
                                .configure(to)
                                .onEntryFrom(
                                    event,
                                    transition ->
                                        Table.step(transition.getSource(), event)
                                            .notifications()
                                            .forEach(each)))));
    machine = new StateMachine<>(Table.initial().to(), config);
  }

  @Override
  public Answer send(Event event) {
    machine.fire(event);
    return Answer.NOTHING;
  }

  @Override
  public ConnectionState state() {
    return machine.getState().state();
  }
}
