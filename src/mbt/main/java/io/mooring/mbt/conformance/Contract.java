package io.mooring.mbt.conformance;

import io.mooring.mbt.machine.Context;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.MooreGraph;
import io.mooring.mbt.run.Projection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.transducer.impl.CompactMealy;
import net.automatalib.util.automaton.minimizer.HopcroftMinimizer;

/**
 * What a machine demands of a system: for each event sequence the answers, as far as a projection
 * shows them. Immutable.
 *
 * @param <E> the events
 * @param <A> the answers
 */
public final class Contract<E, A> {
  private final Machine machine;
  private final Projection<A> projection;

  /** All events of the machine, by their number. */
  private final List<E> byNumber;

  private final Map<E, Integer> numbers = new HashMap<>();

  /** The events that systems are given. */
  private final Set<E> events;

  /** A shortest event sequence into every location that the events reach, nearest first. */
  private final Map<Integer, List<E>> paths = new LinkedHashMap<>();

  /** What is to be answered, by the number of the row. */
  private final Map<Integer, A> answers = new HashMap<>();

  Contract(Machine machine, List<E> byNumber, Projection<A> projection, Collection<E> events) {
    this.machine = machine;
    this.byNumber = byNumber;
    this.projection = projection;
    Set<E> ordered = new LinkedHashSet<>(byNumber);
    ordered.retainAll(Set.copyOf(events));
    if (ordered.isEmpty()) {
      throw new IllegalArgumentException("a conformance suite needs at least one event");
    }
    this.events = Collections.unmodifiableSet(ordered);
    byNumber.forEach(event -> numbers.put(event, numbers.size()));
    explore();
  }

  private void explore() {
    Deque<Integer> open = new ArrayDeque<>(List.of(machine.initial().to()));
    paths.put(machine.initial().to(), List.of());
    while (!open.isEmpty()) {
      int from = open.remove();
      List<E> path = paths.getOrDefault(from, List.of());
      for (E event : events) {
        MachineStep step = step(from, event);
        answers.put(machine.row(from, step.event()), projection.of(step));
        if (paths.putIfAbsent(step.to(), then(path, event)) == null) {
          open.add(step.to());
        }
      }
    }
  }

  /** The contract for fewer events. */
  Contract<E, A> withEvents(Collection<E> fewer) {
    return new Contract<>(machine, byNumber, projection, fewer);
  }

  /** The machine. */
  public Machine machine() {
    return machine;
  }

  /** The events that systems are given, in the order of the machine. */
  public Set<E> events() {
    return events;
  }

  /** The numbers of the locations that the events reach, nearest first. */
  public Set<Integer> locations() {
    return Collections.unmodifiableSet(paths.keySet());
  }

  /**
   * A shortest event sequence into a location.
   *
   * @throws IllegalArgumentException if the events do not reach it
   */
  public List<E> path(int location) {
    List<E> path = paths.get(location);
    if (path == null) {
      throw new IllegalArgumentException(
          "the events do not reach " + machine.locations().get(location));
    }
    return path;
  }

  /**
   * What an event does in a location.
   *
   * @throws IllegalArgumentException if the machine does not say
   */
  public MachineStep step(int location, E event) {
    Integer number = numbers.get(event);
    if (number == null) {
      throw new IllegalArgumentException(machine.name() + " has no event " + event);
    }
    return machine
        .step(location, number)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    machine.name()
                        + " does not say what "
                        + machine.events().get(number)
                        + " does in "
                        + machine.locations().get(location)));
  }

  /** What the events do, one step each. */
  public List<MachineStep> steps(List<E> sequence) {
    List<MachineStep> steps = new ArrayList<>();
    int location = machine.initial().to();
    for (E event : sequence) {
      MachineStep step = step(location, event);
      steps.add(step);
      location = step.to();
    }
    return steps;
  }

  /** What must be seen of a step of the machine. */
  public A answer(MachineStep step) {
    A known = answers.get(machine.row(step.from(), step.event()));
    return known == null ? projection.of(step) : known;
  }

  /** The part of an answer that is compared. */
  public A project(A answer) {
    return projection.project(answer);
  }

  /** What is compared of an answer. */
  Projection<A> projection() {
    return projection;
  }

  /** How many states of the machine can be told apart by what the projection shows. */
  public int states() {
    return mealy().size();
  }

  Alphabet<E> alphabet() {
    return Alphabets.fromCollection(events);
  }

  /**
   * The smallest Mealy machine that answers as the machine does, as far as the projection shows.
   */
  CompactMealy<E, A> mealy() {
    CompactMealy<E, A> mealy = new CompactMealy<>(alphabet());
    Map<Integer, Integer> states = new HashMap<>();
    paths.keySet().forEach(location -> states.put(location, mealy.addState()));
    mealy.setInitialState(states.get(machine.initial().to()));
    states.forEach(
        (location, state) -> {
          for (E event : events) {
            MachineStep step = step(location, event);
            mealy.addTransition(state, event, states.get(step.to()), answer(step));
          }
        });
    return HopcroftMinimizer.minimizeMealy(mealy);
  }

  /** The machine's graph, in which only these events can occur. */
  MooreGraph graph() {
    return new MooreGraph(machine, Context.only(event -> events.contains(byNumber.get(event))));
  }

  /** The events with these numbers. */
  List<E> events(List<Integer> sequence) {
    return sequence.stream().map(byNumber::get).toList();
  }

  /** A sequence with one more event. */
  static <E> List<E> then(List<E> path, E event) {
    List<E> longer = new ArrayList<>(path);
    longer.add(event);
    return List.copyOf(longer);
  }
}
