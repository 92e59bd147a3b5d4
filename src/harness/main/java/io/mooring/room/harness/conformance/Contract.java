package io.mooring.room.harness.conformance;

import static java.util.Objects.requireNonNull;

import io.mooring.room.harness.SpecGraph;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.transducer.impl.CompactMealy;
import net.automatalib.util.automaton.minimizer.HopcroftMinimizer;

/** What the specification demands of a connection in a scope. Immutable. */
final class Contract {
  private final SpecGraph graph;
  private final Scope scope;

  /** A shortest way into every location that the scope's events reach. */
  private final Map<Location, List<Event>> ways;

  private final IdentityHashMap<Step, Answer> answers = new IdentityHashMap<>();

  Contract(SpecGraph graph, Scope scope) {
    this.graph = graph;
    this.scope = scope;
    this.ways = findWays();
    graph.steps().forEach(step -> answers.put(step, Answer.of(step).within(scope)));
  }

  Scope scope() {
    return scope;
  }

  /** The locations that can be reached. */
  Set<Location> locations() {
    return ways.keySet();
  }

  /** A shortest way into a location that can be reached. */
  List<Event> way(Location location) {
    return requireNonNull(ways.get(location));
  }

  Step step(Location from, Event event) {
    return graph
        .edge(from, event)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the specification says nothing of " + event.action() + " in " + from));
  }

  /** What the events do, one step each. */
  List<Step> steps(List<Event> events) {
    List<Step> steps = new ArrayList<>();
    Location location = graph.initial();
    for (Event event : events) {
      Step step = step(location, event);
      steps.add(step);
      location = step.to();
    }
    return steps;
  }

  Alphabet<Event> alphabet() {
    return Alphabets.fromCollection(scope.events());
  }

  /** The smallest machine that answers as the specification does, as far as the scope looks. */
  CompactMealy<Event, Answer> machine() {
    CompactMealy<Event, Answer> machine = new CompactMealy<>(alphabet());
    Map<Location, Integer> states = new EnumMap<>(Location.class);
    ways.keySet().forEach(location -> states.put(location, machine.addState()));
    machine.setInitialState(states.get(graph.initial()));
    states.forEach(
        (from, state) -> {
          for (Event event : scope.events()) {
            Step step = step(from, event);
            machine.addTransition(state, event, states.get(step.to()), answer(step));
          }
        });
    return HopcroftMinimizer.minimizeMealy(machine);
  }

  /** What the scope shows of one of the specification's own steps. */
  Answer answer(Step step) {
    return requireNonNull(answers.get(step));
  }

  private Map<Location, List<Event>> findWays() {
    Map<Location, List<Event>> found = new EnumMap<>(Location.class);
    Deque<Location> open = new ArrayDeque<>(List.of(graph.initial()));
    found.put(graph.initial(), List.of());
    while (!open.isEmpty()) {
      Location from = open.remove();
      List<Event> way = found.getOrDefault(from, List.of());
      for (Event event : scope.events()) {
        Location to = step(from, event).to();
        if (found.putIfAbsent(to, Suites.then(way, event)) == null) {
          open.add(to);
        }
      }
    }
    return found;
  }
}
