package io.mooring.codegen.check;

import io.mooring.checker.tlc.StateGraph;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Transition;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.ModelException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * That a graph is a table: one initial state; and in each location each event leads to exactly one
 * state, whatever the outputs were before.
 */
public final class GraphCheck {

  private final StateGraph graph;
  private final List<Event> events;
  private final String out;

  /** Which action with which parameters. */
  private record Instance(String action, Map<String, TlaValue> parameters) {}

  /**
   * A check of one graph.
   *
   * @param out name of the variable that holds the outputs
   */
  public GraphCheck(StateGraph graph, List<Event> events, String out) {
    this.graph = graph;
    this.events = List.copyOf(events);
    this.out = out;
  }

  /**
   * The only transition for each location and event.
   *
   * @return for each location, in the order of a breadth-first walk, the transitions in the order
   *     of the events
   * @throws ModelException if the graph is no table
   */
  public Map<SortedMap<String, TlaValue>, List<Transition>> table() throws ModelException {
    if (graph.initial().size() != 1) {
      throw new ModelException(
          String.format(
              Locale.ROOT,
              "Init allows %d states; it must allow exactly one: give every variable one value",
              graph.initial().size()));
    }
    Map<Integer, Map<Instance, List<Transition>>> leaving = new HashMap<>();
    for (Transition each : graph.transitions()) {
      leaving
          .computeIfAbsent(each.from(), state -> new LinkedHashMap<>())
          .computeIfAbsent(
              new Instance(each.action(), each.parameters()), instance -> new ArrayList<>())
          .add(each);
    }
    Map<SortedMap<String, TlaValue>, List<Transition>> table = new LinkedHashMap<>();
    for (int state = 0; state < graph.states().size(); state++) {
      List<Transition> row = row(state, leaving.getOrDefault(state, Map.of()));
      List<Transition> known = table.putIfAbsent(location(state), row);
      if (known != null) {
        checkIndependent(known, row);
      }
    }
    return table;
  }

  /** The location of a state: the values of all variables but the outputs. */
  public SortedMap<String, TlaValue> location(int state) {
    SortedMap<String, TlaValue> values = new TreeMap<>(graph.states().get(state).values());
    values.remove(out);
    return values;
  }

  private static Instance instance(Event event) {
    Map<String, TlaValue> parameters = new HashMap<>();
    event.parameters().forEach((name, value) -> parameters.put(name, ModelValues.tla(value)));
    return new Instance(event.action(), parameters);
  }

  private List<Transition> row(int state, Map<Instance, List<Transition>> leaving)
      throws ModelException {
    List<Transition> row = new ArrayList<>();
    for (Event event : events) {
      List<Transition> found = leaving.getOrDefault(instance(event), List.of());
      if (found.isEmpty()) {
        throw new ModelException(
            event.line(),
            String.format(
                Locale.ROOT,
                "%s says nothing of the location%n%s%nadd a disjunct that takes, ignores or refuses it there",
                event.text(),
                text(state)));
      }
      for (Transition each : found) {
        if (each.to() != found.get(0).to()) {
          throw new ModelException(
              event.line(),
              String.format(
                  Locale.ROOT,
                  "%s leads to two different states (lines %d and %d) from the location%n%s%nthey differ in %s; make the guards exclude each other",
                  event.text(),
                  found.get(0).span().beginLine(),
                  each.span().beginLine(),
                  text(state),
                  difference(found.get(0).to(), each.to())));
        }
      }
      row.add(found.get(0));
    }
    return row;
  }

  private void checkIndependent(List<Transition> known, List<Transition> row)
      throws ModelException {
    for (int i = 0; i < row.size(); i++) {
      if (known.get(i).to() != row.get(i).to()) {
        throw new ModelException(
            events.get(i).line(),
            String.format(
                Locale.ROOT,
                "%s depends on %s: it leads to different states from the location%n%s%nwith %s = %s and with %s = %s; keep what matters in a variable of its own",
                events.get(i).text(),
                out,
                text(row.get(i).from()),
                out,
                graph.states().get(known.get(i).from()).get(out),
                out,
                graph.states().get(row.get(i).from()).get(out)));
      }
    }
  }

  private String difference(int left, int right) {
    TlaState one = graph.states().get(left);
    TlaState other = graph.states().get(right);
    return graph.variables().stream()
        .filter(each -> !one.get(each).equals(other.get(each)))
        .collect(Collectors.joining(", "));
  }

  private String text(int state) {
    return location(state).entrySet().stream()
        .map(each -> "  " + each.getKey() + " = " + each.getValue())
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
