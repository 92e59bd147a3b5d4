package io.mooring.checker.tlc;

import java.util.List;

/**
 * Everything that a specification can do within a configuration's bounds, as an explicit graph.
 *
 * <p>States stand in the order of a breadth-first walk, transitions in the order of their source
 * state and, for one state, in the order of the actions in the next-state relation; the same input
 * gives the same graph. Two different disjuncts that allow the same step are two transitions; TLC
 * counts them both as generated states.
 *
 * @param variables names of the variables in the order of their declaration
 * @param states the reachable states, each once
 * @param initial indices of the initial states
 * @param transitions the steps between them
 */
public record StateGraph(
    List<String> variables,
    List<TlaState> states,
    List<Integer> initial,
    List<Transition> transitions) {

  /** Copies the lists. */
  public StateGraph {
    variables = List.copyOf(variables);
    states = List.copyOf(states);
    initial = List.copyOf(initial);
    transitions = List.copyOf(transitions);
  }
}
