package io.mooring.room.benchmarks.subject;

import static java.util.Objects.requireNonNull;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.EnumMap;
import java.util.Map;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.jvm.JvmClassMappingKt;
import kotlin.reflect.KClass;
import ru.nsk.kstatemachine.event.EventMatcher;
import ru.nsk.kstatemachine.state.ChildMode;
import ru.nsk.kstatemachine.state.DefaultState;
import ru.nsk.kstatemachine.statemachine.BuildingStateMachine;
import ru.nsk.kstatemachine.statemachine.CreationArgumentsKt;
import ru.nsk.kstatemachine.statemachine.StateMachine;
import ru.nsk.kstatemachine.statemachine.StateMachineKt;
import ru.nsk.kstatemachine.transition.DefaultTransition;
import ru.nsk.kstatemachine.transition.TransitionType;

/** The table in KStateMachine, without coroutines; an event that is not configured is ignored. */
public final class KStateMachine implements MeasuredMachine {

  private static final Map<Event, Fact> FACTS = new EnumMap<>(Event.class);

  static {
    for (Event event : Event.values()) {
      FACTS.put(event, new Fact(event));
    }
  }

  private final Map<Location, DefaultState> states = new EnumMap<>(Location.class);
  private final StateMachine machine;

  /** A machine in the initial location. */
  public KStateMachine() {
    machine =
        StateMachineKt.createStdLibStateMachine(
            "room",
            ChildMode.EXCLUSIVE,
            /* start= */ true,
            CreationArgumentsKt.buildCreationArguments(arguments -> Unit.INSTANCE),
            (building, done) -> {
              configure(building);
              return Unit.INSTANCE;
            });
  }

  private void configure(BuildingStateMachine building) {
    for (Location location : Location.values()) {
      states.put(
          location, building.addState(new DefaultState(location.name(), ChildMode.EXCLUSIVE)));
    }
    building.setInitialState(state(Table.initial().to()));
    for (Step step : Table.steps()) {
      if (step.from() != step.to()) {
        DefaultState from = state(step.from());
        from.addTransition(
            new DefaultTransition<>(
                step.toString(),
                new Matcher(step.event()),
                TransitionType.LOCAL,
                null,
                from,
                state(step.to())));
      }
    }
  }

  private DefaultState state(Location location) {
    return requireNonNull(states.get(location));
  }

  @Override
  public Object fire(Event event) {
    return StateMachineKt.processEventBlocking(machine, requireNonNull(FACTS.get(event)), null);
  }

  @Override
  public boolean isIn(Location location) {
    return state(location).isActive();
  }

  private record Fact(Event event) implements ru.nsk.kstatemachine.event.Event {}

  private record Matcher(Event event) implements EventMatcher<Fact> {

    @Override
    public KClass<Fact> getEventClass() {
      return JvmClassMappingKt.getKotlinClass(Fact.class);
    }

    @Override
    public Object match(
        ru.nsk.kstatemachine.event.Event heard, Continuation<? super Boolean> done) {
      return heard instanceof Fact fact && fact.event == event;
    }
  }
}
