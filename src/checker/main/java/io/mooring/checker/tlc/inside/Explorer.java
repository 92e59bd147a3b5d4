package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.StateGraph;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tlc2.tool.TLCState;

/**
 * Walks a specification breadth first with TLC's evaluator.
 *
 * <p>States are distinguished by their values, not by fingerprints, so two states are never taken
 * for one.
 */
final class Explorer {

  private final Specification specification;
  private final Map<TlaState, Integer> known = new HashMap<>();
  private final List<TlaState> states = new ArrayList<>();
  private final List<TLCState> inside = new ArrayList<>();
  private final List<Transition> transitions = new ArrayList<>();
  private int from;

  Explorer(Specification specification) {
    this.specification = specification;
  }

  StateGraph explore() throws TlcException {
    if (specification.tool().getActions().length == 0) {
      throw new TlcException(
          specification.place().userConfig() + ": names no next-state relation to explore");
    }
    try {
      List<Integer> initial = new ArrayList<>();
      for (TLCState state : specification.initialStates()) {
        int index = indexOf(state);
        if (!initial.contains(index)) {
          initial.add(index);
        }
      }
      for (from = 0; from < states.size(); from++) {
        step();
      }
      return new StateGraph(specification.variables(), states, initial, transitions);
    } catch (RuntimeException | StackOverflowError failure) {
      List<TLCState> behaviour = inside.isEmpty() ? List.of() : List.of(inside.get(from));
      throw EvaluationErrors.evaluation(
          specification.place(),
          Replay.of(specification, behaviour, failure instanceof StackOverflowError),
          failure);
    }
  }

  private void step() {
    for (NamedAction action : specification.actions()) {
      for (TLCState successor : specification.successors(action, inside.get(from))) {
        transitions.add(
            new Transition(
                from, indexOf(successor), action.name(), action.parameters(), action.span()));
      }
    }
  }

  private int indexOf(TLCState state) {
    TlaState value = specification.read(state);
    Integer index = known.putIfAbsent(value, states.size());
    if (index != null) {
      return index;
    }
    states.add(value);
    inside.add(state);
    return states.size() - 1;
  }
}
