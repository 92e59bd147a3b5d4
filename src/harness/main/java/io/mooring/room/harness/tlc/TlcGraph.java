package io.mooring.room.harness.tlc;

import io.mooring.checker.tlc.StateGraph;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Transition;
import io.mooring.room.harness.SpecGraph;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What TLC explored, in the types of the generated Java.
 *
 * @param graph the locations and labelled edges
 * @param distinctStates how many whole states TLC found
 * @param distinctEdges how many pairs of a whole state and an event
 */
public record TlcGraph(SpecGraph graph, int distinctStates, int distinctEdges) {

  /**
   * Explores a specification afresh.
   *
   * @throws TlcException if TLC cannot
   */
  public static TlcGraph explore(Tlc tlc, Path module, Path config) throws TlcException {
    return of(tlc.explore(module, config));
  }

  /**
   * Translates an explored graph.
   *
   * @throws IllegalArgumentException if the graph has something that the generated types do not
   *     have, or the outputs of the last step decide about the next
   */
  public static TlcGraph of(StateGraph explored) {
    SpecValues values = new SpecValues(explored.variables());
    List<TlaState> states = explored.states();
    Set<Location> locations = EnumSet.noneOf(Location.class);
    states.forEach(state -> locations.add(values.location(state)));
    if (explored.initial().size() != 1) {
      throw new IllegalArgumentException(
          "an engine begins in one state, TLC has " + explored.initial().size());
    }
    Map<String, Step> edges = new TreeMap<>();
    Set<List<Object>> pairs = new HashSet<>();
    for (Transition transition : explored.transitions()) {
      Step step =
          values.step(
              states.get(transition.from()), transition.action(), states.get(transition.to()));
      pairs.add(List.of(transition.from(), step.event()));
      Step known = edges.putIfAbsent(step.from() + " " + step.event(), step);
      if (known != null && !known.sameStateAs(step)) {
        throw new IllegalArgumentException(
            "TLC has two answers in "
                + step.from()
                + " to "
                + step.event().action()
                + ": "
                + known
                + " and "
                + step);
      }
    }
    Location initial = values.location(states.get(explored.initial().get(0)));
    return new TlcGraph(
        SpecGraph.of(initial, locations, new ArrayList<>(edges.values())),
        states.size(),
        pairs.size());
  }
}
