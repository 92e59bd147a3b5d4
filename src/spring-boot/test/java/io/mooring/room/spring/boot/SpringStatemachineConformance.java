package io.mooring.room.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.CompiledEngine;
import io.mooring.room.Engine;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spring.SpringEngines;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** On the Spring of this generation, Spring Statemachine takes each step that the table takes. */
final class SpringStatemachineConformance {

  @Test
  void everyEventInEveryLocationHasTheStepOfTheTable() {
    Map<Location, List<Event>> paths = new EnumMap<>(Location.class);
    Queue<Location> open = new ArrayDeque<>();
    Location initial = new CompiledEngine().location();
    paths.put(initial, List.of());
    open.add(initial);
    int steps = 0;
    while (!open.isEmpty()) {
      List<Event> path = Objects.requireNonNull(paths.get(open.remove()));
      for (Event event : Event.values()) {
        Step expected = after(new CompiledEngine(), path).step(event);
        Engine spring = after(new SpringEngines().get(), path);
        Step step = spring.step(event);
        assertThat(List.of(step.from(), step.to(), step.outcome(), step.code()))
            .as("%s after %s", event, path)
            .isEqualTo(
                List.of(expected.from(), expected.to(), expected.outcome(), expected.code()));
        assertThat(step.notifications()).isEqualTo(expected.notifications());
        assertThat(step.effects()).isEqualTo(expected.effects());
        assertThat(spring.location()).isEqualTo(expected.to());
        steps++;
        if (!paths.containsKey(step.to())) {
          List<Event> longer = new ArrayList<>(path);
          longer.add(event);
          paths.put(step.to(), longer);
          open.add(step.to());
        }
      }
    }
    assertThat(paths.keySet()).containsExactly(Location.values());
    assertThat(steps).isEqualTo(Location.values().length * Event.values().length);
  }

  private static Engine after(Engine engine, List<Event> path) {
    path.forEach(engine::step);
    return engine;
  }
}
