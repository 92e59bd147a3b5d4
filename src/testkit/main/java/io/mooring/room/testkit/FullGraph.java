package io.mooring.room.testkit;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The table as the graph that a model checker sees: a state is a location together with the outputs
 * of the step that led to it. States are numbered in breadth-first order from the initial one.
 */
@SuppressWarnings("EnumOrdinal") // indices into dense tables of this process, never stored
final class FullGraph {
  private static final int EVENTS = Event.values().length;

  /** The graph of the generated table. */
  static final FullGraph OF_TABLE = new FullGraph();

  private final List<Step> states = new ArrayList<>();
  private final Map<WholeState, Integer> numbers = new HashMap<>();
  private final List<int[]> successors = new ArrayList<>();

  private FullGraph() {
    number(Table.initial());
    for (int i = 0; i < states.size(); i++) {
      int[] next = new int[EVENTS];
      for (Event event : Event.values()) {
        next[event.ordinal()] = number(Table.step(states.get(i).to(), event));
      }
      successors.add(next);
    }
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

  int next(int state, Event event) {
    return successors.get(state)[event.ordinal()];
  }
}
