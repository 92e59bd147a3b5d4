package io.mooring.mbt.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The graph that a model checker sees: a state is a location together with the outputs of the step
 * that led to it. States are numbered in breadth-first order from the initial one; an <em>edge</em>
 * is a state and an event. What a {@link Context} rules out is no possible edge.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class MooreGraph {
  private static final int NONE = -1;

  private final Machine machine;
  private final Context context;
  private final int events;

  /** For each state a step that leads to it. */
  private final List<MachineStep> states = new ArrayList<>();

  private final Map<MooreState, Integer> numbers = new HashMap<>();

  /** The state that an edge leads to, by the number of the edge; {@link #NONE} without a step. */
  private final int[] successors;

  private final BitSet possible = new BitSet();

  /**
   * Where a run is.
   *
   * @param state the number of the state
   * @param context the state of the context
   */
  public record Position(int state, int context) {}

  /** The graph of a machine in which everything can occur. */
  public MooreGraph(Machine machine) {
    this(machine, Context.EVERYTHING);
  }

  /** The graph of a machine within a context. */
  public MooreGraph(Machine machine, Context context) {
    this.machine = machine;
    this.context = context;
    this.events = machine.events().size();
    number(machine.initial());
    List<Integer> next = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      for (int event = 0; event < events; event++) {
        next.add(machine.step(states.get(i).to(), event).map(this::number).orElse(NONE));
      }
    }
    successors = next.stream().mapToInt(Integer::intValue).toArray();
    findPossible();
  }

  private int number(MachineStep step) {
    return numbers.computeIfAbsent(
        MooreState.after(step),
        state -> {
          states.add(step);
          return states.size() - 1;
        });
  }

  private void findPossible() {
    Set<Position> seen = new HashSet<>(Set.of(begin()));
    Deque<Position> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Position position = open.remove();
      for (int event = 0; event < events; event++) {
        if (canOccur(position, event)) {
          possible.set(edge(position.state(), event));
          Position next = next(position, event);
          if (seen.add(next)) {
            open.add(next);
          }
        }
      }
    }
  }

  /** The machine. */
  public Machine machine() {
    return machine;
  }

  /** The context. */
  public Context context() {
    return context;
  }

  /** Where a run begins. */
  public Position begin() {
    return new Position(0, context.begin());
  }

  /** Whether an event can occur: it has a step, and the context does not rule it out. */
  public boolean canOccur(Position position, int event) {
    return successors[edge(position.state(), event)] != NONE
        && context.canOccur(position.context(), event);
  }

  /** Where an event leads that can occur. */
  public Position next(Position position, int event) {
    int next = next(position.state(), event);
    return new Position(next, context.next(position.context(), states.get(next)));
  }

  /** How many states there are. */
  public int states() {
    return states.size();
  }

  /** A step that leads to the state. */
  public MachineStep state(int number) {
    return states.get(number);
  }

  /** The state that a step leads to; -1 if the graph has no such state. */
  public int find(MachineStep step) {
    return numbers.getOrDefault(MooreState.after(step), NONE);
  }

  /** How many edges there are, possible or not. */
  public int edges() {
    return successors.length;
  }

  /** The number of an edge. */
  public int edge(int state, int event) {
    return state * events + event;
  }

  /** The state that an event leads to; -1 if it has no step there. */
  public int next(int state, int event) {
    return successors[edge(state, event)];
  }

  /** The edges that can be taken. */
  public BitSet possible() {
    return (BitSet) possible.clone();
  }

  /** An edge in words: the step that leads to its state, and its event. */
  public String edgeText(int edge) {
    return StepText.step(machine, states.get(edge / events))
        + " --"
        + machine.events().get(edge % events)
        + "-->";
  }
}
