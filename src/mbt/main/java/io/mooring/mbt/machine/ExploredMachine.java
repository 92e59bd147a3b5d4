package io.mooring.mbt.machine;

import io.mooring.checker.tlc.StateGraph;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Transition;
import io.mooring.codegen.check.ModelValues;
import io.mooring.codegen.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a machine from a graph that TLC explored: the variable {@code out} holds the outputs of the
 * last step, all others make the location.
 */
public final class ExploredMachine {

  /** The variable that holds the outputs of the last step. */
  public static final String OUT = "out";

  private final StateGraph graph;
  private final Map<MachineLocation, Integer> locations = new LinkedHashMap<>();
  private final Map<MachineEvent, Integer> events = new LinkedHashMap<>();

  private ExploredMachine(StateGraph graph) {
    this.graph = graph;
  }

  /**
   * The machine of a graph. It has no names but those of the specification: a location is called
   * after its values, a constant after its own.
   *
   * @param name the name of the module
   * @throws IllegalArgumentException if the graph is not that of a machine: it has several initial
   *     states, an event leads from one location to two states, or a value that is no boolean,
   *     integer or string
   */
  public static Machine of(String name, StateGraph graph) {
    return new ExploredMachine(graph).machine(name);
  }

  private Machine machine(String name) {
    if (graph.initial().size() != 1) {
      throw new IllegalArgumentException(
          "a machine begins in one state, but " + name + " has " + graph.initial().size());
    }
    graph.states().forEach(state -> number(locations, location(state)));
    Map<List<Integer>, MachineStep> steps = new LinkedHashMap<>();
    for (Transition transition : graph.transitions()) {
      MachineStep step = step(transition);
      MachineStep known = steps.putIfAbsent(List.of(step.from(), step.event()), step);
      if (known != null && !known.sameStateAs(step)) {
        throw new IllegalArgumentException(
            name
                + " is no machine: in "
                + location(graph.states().get(transition.from()))
                + " the event "
                + event(transition)
                + " leads to two states:\n"
                + graph.states().get(transition.to())
                + "\nand one with the outputs "
                + known.outputs());
      }
    }
    TlaState first = graph.states().get(graph.initial().get(0));
    int begin = number(locations, location(first));
    // The first outputs name an action; any of its events with parameters represents it.
    Outputs outputs = outputs(first);
    int event =
        events.keySet().stream()
            .filter(each -> each.action().equals(outputs.action()))
            .mapToInt(each -> number(events, each))
            .findFirst()
            .orElse(0);
    return new Machine(
        name,
        new ArrayList<>(locations.keySet()),
        new ArrayList<>(events.keySet()),
        new MachineStep(begin, event, begin, outputs, ""),
        new ArrayList<>(steps.values()));
  }

  private MachineStep step(Transition transition) {
    TlaState before = graph.states().get(transition.from());
    TlaState after = graph.states().get(transition.to());
    return new MachineStep(
        number(locations, location(before)),
        number(events, event(transition)),
        number(locations, location(after)),
        outputs(after),
        "");
  }

  private static <T> int number(Map<T, Integer> numbers, T value) {
    return numbers.computeIfAbsent(value, key -> numbers.size());
  }

  private static MachineEvent event(Transition transition) {
    Map<String, Value> parameters = new LinkedHashMap<>();
    transition.parameters().forEach((name, value) -> parameters.put(name, ModelValues.of(value)));
    MachineEvent unnamed = new MachineEvent("", transition.action(), parameters, true);
    return new MachineEvent(unnamed.text(), transition.action(), parameters, true);
  }

  private MachineLocation location(TlaState state) {
    Map<String, Constant> variables = new LinkedHashMap<>();
    for (String variable : graph.variables()) {
      if (!variable.equals(OUT)) {
        variables.put(variable, Constant.of(ModelValues.of(state.get(variable))));
      }
    }
    return new MachineLocation(
        variables.entrySet().stream()
            .map(each -> each.getKey() + " = " + each.getValue())
            .collect(Collectors.joining(", ")),
        variables);
  }

  /**
   * The outputs of the step that led to a state.
   *
   * @throws IllegalArgumentException if the state has none
   */
  public static Outputs outputs(TlaState state) {
    if (!(state.values().get(OUT) instanceof TlaValue.Rec out)) {
      throw new IllegalArgumentException(OUT + " is no record: " + state.values().get(OUT));
    }
    return new Outputs(
        constant(out, "event").map(Constant::name).orElse(""),
        constant(out, "outcome").map(Constant::name).orElse(Outputs.TAKEN),
        constant(out, "code"),
        elements(out, "notifications").stream().map(ExploredMachine::fields).toList(),
        elements(out, "effects").stream().map(each -> Constant.of(ModelValues.of(each))).toList());
  }

  private static Optional<Constant> constant(TlaValue.Rec out, String field) {
    return Optional.ofNullable(out.fields().get(field))
        .map(value -> Constant.of(ModelValues.of(value)));
  }

  private static List<TlaValue> elements(TlaValue.Rec out, String field) {
    return out.fields().get(field) instanceof TlaValue.Seq sequence
        ? sequence.elements()
        : List.of();
  }

  private static Map<String, Constant> fields(TlaValue notification) {
    if (!(notification instanceof TlaValue.Rec record)) {
      throw new IllegalArgumentException("a notification is no record: " + notification);
    }
    Map<String, Constant> fields = new LinkedHashMap<>();
    record.fields().forEach((name, value) -> fields.put(name, Constant.of(ModelValues.of(value))));
    return fields;
  }
}
