package io.mooring.codegen.emit;

import io.mooring.checker.tlc.StateGraph;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.Transition;
import io.mooring.codegen.model.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A breadth-first walk over a compiled table beside TLC's graph of the same specification.
 *
 * <p>States are those of the specification, outputs included, so an equal graph means equal moves,
 * outcomes, codes, notifications and effects.
 */
final class GraphComparison {

  private final CompiledSpec compiled;
  private final Map<String, Map<String, Set<String>>> expected = new TreeMap<>();
  private final Map<String, Object> steps = new LinkedHashMap<>();
  private final Map<String, List<String>> paths = new TreeMap<>();

  GraphComparison(CompiledSpec compiled, StateGraph graph) {
    this.compiled = compiled;
    for (TlaState state : graph.states()) {
      expected.put(state.toString(), new TreeMap<>());
    }
    for (Transition transition : graph.transitions()) {
      Objects.requireNonNull(expected.get(graph.states().get(transition.from()).toString()))
          .computeIfAbsent(
              label(transition.action(), transition.parameters()), each -> new TreeSet<>())
          .add(graph.states().get(transition.to()).toString());
    }
  }

  /** Every step that the walk took, by the state in which it ends. */
  Map<String, Object> steps() {
    return steps;
  }

  /** The first difference, in words that begin with the shortest way to it; empty if none. */
  String difference(StateGraph graph) throws Exception {
    String start = compiled.state(compiled.initial()).toString();
    if (graph.initial().size() != 1
        || !graph.states().get(graph.initial().get(0)).toString().equals(start)) {
      return "The initial state of the table is\n" + start;
    }
    steps.put(start, compiled.initial());
    paths.put(start, List.of());
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      String state = open.remove();
      String difference = visit(state, open);
      if (!difference.isEmpty()) {
        return difference;
      }
    }
    for (String state : expected.keySet()) {
      if (!steps.containsKey(state)) {
        return "The table never reaches\n" + state;
      }
    }
    return "";
  }

  private String visit(String state, Deque<String> open) throws Exception {
    Map<String, Set<String>> allowed = new TreeMap<>(Objects.requireNonNull(expected.get(state)));
    List<Event> events = compiled.events();
    for (int i = 0; i < events.size(); i++) {
      List<String> path = new ArrayList<>(Objects.requireNonNull(paths.get(state)));
      path.add(events.get(i).text());
      Object step = compiled.after(Objects.requireNonNull(steps.get(state)), i);
      String next = compiled.state(step).toString();
      Set<String> targets =
          allowed.remove(label(events.get(i).action(), events.get(i).parameters()));
      if (!Set.of(next).equals(targets)) {
        return "After "
            + String.join(", ", path)
            + " the table gives "
            + step
            + "\n"
            + next
            + "\nand TLC\n"
            + (targets == null ? "no such step" : String.join("\nor\n", targets));
      }
      if (!steps.containsKey(next)) {
        steps.put(next, step);
        paths.put(next, path);
        open.add(next);
      }
    }
    return allowed.isEmpty()
        ? ""
        : "After " + paths.get(state) + " the table lacks " + allowed.keySet();
  }

  private static String label(String action, Map<String, ?> parameters) {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .map(each -> each.getKey() + " = " + each.getValue())
            .collect(Collectors.joining(", ", action + "(", ")"));
  }
}
