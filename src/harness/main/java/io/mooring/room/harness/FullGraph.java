package io.mooring.room.harness;

import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The table as the graph that a model checker sees: a state is a location together with the outputs
 * of the step that led to it. States are numbered in breadth-first order from the initial one.
 */
@SuppressWarnings("EnumOrdinal") // indices into dense tables of this process, never stored
final class FullGraph {
  private static final int EVENTS = Event.values().length;

  /**
   * Where a tour begins: in the initial state, after an earlier life with a reconnect episode in
   * it.
   */
  static final Place BEGIN = new Place(0, true);

  /** The graph of the generated table. */
  static final FullGraph OF_TABLE = new FullGraph();

  private final List<Step> states = new ArrayList<>();
  private final Map<WholeState, Integer> numbers = new HashMap<>();

  /** The state that an edge leads to, by the number of the edge. */
  private final int[] successors;

  /** The edges that a connection can take: some events need an episode that they are about. */
  private final BitSet possible = new BitSet();

  /** The pairs of edges that a connection can take, one right after the other. */
  private final BitSet possiblePairs = new BitSet();

  /**
   * Where a walk is.
   *
   * @param state the state
   * @param episode whether the latest session has begun to reconnect: made an attempt to get back,
   *     and armed the window, after which no other timer was armed
   */
  record Place(int state, boolean episode) {}

  private FullGraph() {
    number(Table.initial());
    IntStream.Builder next = IntStream.builder();
    for (int i = 0; i < states.size(); i++) {
      for (Event event : Event.values()) {
        next.add(number(Table.step(states.get(i).to(), event)));
      }
    }
    successors = next.build().toArray();
    findPossible();
  }

  private void findPossible() {
    Set<Place> seen = new HashSet<>(Set.of(BEGIN));
    Deque<Place> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Place place = open.remove();
      for (Event event : Event.values()) {
        if (canCome(place, event)) {
          int edge = edge(place.state(), event);
          possible.set(edge);
          Place next = next(place, event);
          for (Event second : Event.values()) {
            if (canCome(next, second)) {
              possiblePairs.set(pair(edge, second));
            }
          }
          if (seen.add(next)) {
            open.add(next);
          }
        }
      }
    }
  }

  /** Whether there is anybody to tell the event. */
  boolean canCome(Place place, Event event) {
    return canCome(place.episode(), event);
  }

  /** Whether there is anybody to tell the event, with or without an episode that it is about. */
  static boolean canCome(boolean episode, Event event) {
    return episode || !(event.isOfAttempt() || Timer.onlyTeller(event).isPresent());
  }

  Place next(Place place, Event event) {
    int next = next(place.state(), event);
    return new Place(next, isEpisode(place.episode(), states.get(next)));
  }

  /** Whether the latest session has begun to reconnect, after a step. */
  static boolean isEpisode(boolean before, Step step) {
    List<Effect> effects = step.effects();
    boolean episode = before;
    for (int i = 0; i < effects.size(); i++) {
      if (effects.get(i) == Effect.START_RECONNECTING) {
        return true;
      }
      episode &= effects.get(i) != Effect.OPEN_TRANSPORT;
    }
    return episode;
  }

  /** The edges that a connection can take. */
  BitSet possible() {
    return (BitSet) possible.clone();
  }

  /** The pairs of edges that a connection can take, one right after the other. */
  BitSet possiblePairs() {
    return (BitSet) possiblePairs.clone();
  }

  boolean isPossible(int state, Event event) {
    return possible.get(edge(state, event));
  }

  private int number(Step step) {
    return numbers.computeIfAbsent(
        new WholeState(step),
        key -> {
          states.add(step);
          return states.size() - 1;
        });
  }

  int states() {
    return states.size();
  }

  int edges() {
    return states.size() * EVENTS;
  }

  /** A step that leads to the state. */
  Step state(int number) {
    return states.get(number);
  }

  /** The state that a step leads to; -1 if the table knows no such state. */
  int find(Step step) {
    return numbers.getOrDefault(new WholeState(step), -1);
  }

  static int edge(int state, Event event) {
    return state * EVENTS + event.ordinal();
  }

  /** How many pairs of an edge and one that follows it there are. */
  int pairs() {
    return edges() * EVENTS;
  }

  /** An edge, and the one that an event then takes. */
  static int pair(int edge, Event second) {
    return edge * EVENTS + second.ordinal();
  }

  /** An edge in words: the step that leads to its state, and its event. */
  String edgeText(int edge) {
    return Wording.step(states.get(edge / EVENTS))
        + " --"
        + Event.values()[edge % EVENTS].action()
        + "-->";
  }

  /** A pair of edges in words. */
  String pairText(int pair) {
    return edgeText(pair / EVENTS) + " --" + Event.values()[pair % EVENTS].action() + "-->";
  }

  int next(int state, Event event) {
    return successors[edge(state, event)];
  }
}
