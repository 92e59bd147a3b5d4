package io.mooring.mbt.tlc;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.check.ModelValues;
import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.ExploredMachine;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.MachineLocation;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Outputs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Translates between the steps of a machine and the states of its specification: a location is a
 * value for each variable, the outputs of a step are the record {@code out}. A specification may
 * have more variables than the machine.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class ValueMapping {
  private static final String EVENT = "event";
  private static final String OUTCOME = "outcome";
  private static final String CODE = "code";
  private static final String NOTIFICATIONS = "notifications";
  private static final String EFFECTS = "effects";

  private final Machine machine;
  private final List<String> variables;
  private final Set<String> outputs;
  private final List<Map<String, TlaValue>> valuations = new ArrayList<>();
  private final Map<Map<String, TlaValue>, Integer> locations = new HashMap<>();

  /** The constants that the machine has, by the output or field that has them and by value. */
  private final Map<String, Map<Constant, Constant>> names = new LinkedHashMap<>();

  /**
   * A mapping for a specification that has the variables of the machine, or some of them, among its
   * own.
   *
   * @param state any state of the specification
   * @throws IllegalArgumentException if the state has no record {@code out}
   */
  public ValueMapping(Machine machine, TlaState state) {
    if (!(state.values().get(ExploredMachine.OUT) instanceof TlaValue.Rec out)) {
      throw new IllegalArgumentException(
          "the specification has no record "
              + ExploredMachine.OUT
              + ", as that of a machine has; its variables are "
              + state.values().keySet());
    }
    this.machine = machine;
    this.outputs = out.fields().keySet();
    this.variables =
        machine.locations().get(0).variables().keySet().stream()
            .filter(name -> state.values().containsKey(name))
            .toList();
    for (MachineLocation location : machine.locations()) {
      Map<String, TlaValue> values = new HashMap<>();
      variables.forEach(
          name -> values.put(name, ModelValues.tla(field(location.variables(), name).value())));
      locations.put(values, valuations.size());
      valuations.add(values);
    }
    machine.steps().forEach(step -> learn(step.outputs()));
    learn(machine.initial().outputs());
  }

  private void learn(Outputs known) {
    known.code().ifPresent(code -> learn(CODE, code));
    known.effects().forEach(effect -> learn(EFFECTS, effect));
    known.notifications().forEach(fields -> fields.forEach(this::learn));
  }

  private void learn(String place, Constant constant) {
    names.computeIfAbsent(place, key -> new HashMap<>()).putIfAbsent(constant, constant);
  }

  private Constant named(String place, Constant constant) {
    return names.getOrDefault(place, Map.of()).getOrDefault(constant, constant);
  }

  /** The machine. */
  public Machine machine() {
    return machine;
  }

  /** Whether no two locations have the same values of the variables that the specification has. */
  public boolean distinguishesLocations() {
    return locations.size() == machine.locations().size();
  }

  /** The part of a state that has the variables of the machine alone. */
  public TlaState part(TlaState state) {
    SortedMap<String, TlaValue> values = new TreeMap<>();
    variables.forEach(variable -> values.put(variable, state.get(variable)));
    values.put(ExploredMachine.OUT, state.get(ExploredMachine.OUT));
    return new TlaState(values);
  }

  /** The values of the variables in a location. */
  public Map<String, TlaValue> location(int number) {
    return Collections.unmodifiableMap(valuations.get(number));
  }

  /** The state that a step leads to. */
  public TlaState state(MachineStep step) {
    SortedMap<String, TlaValue> values = new TreeMap<>(valuations.get(step.to()));
    values.put(ExploredMachine.OUT, outputs(step.outputs()));
    return new TlaState(values);
  }

  private TlaValue outputs(Outputs step) {
    SortedMap<String, TlaValue> fields = new TreeMap<>();
    fields.put(EVENT, new TlaValue.Str(step.action()));
    fields.put(OUTCOME, new TlaValue.Str(step.outcome()));
    step.code().ifPresent(code -> fields.put(CODE, ModelValues.tla(code.value())));
    fields.put(
        NOTIFICATIONS,
        new TlaValue.Seq(step.notifications().stream().map(ValueMapping::record).toList()));
    fields.put(
        EFFECTS,
        new TlaValue.Seq(
            step.effects().stream().map(each -> ModelValues.tla(each.value())).toList()));
    fields.keySet().retainAll(outputs);
    return new TlaValue.Rec(fields);
  }

  private static TlaValue record(Map<String, Constant> notification) {
    SortedMap<String, TlaValue> fields = new TreeMap<>();
    notification.forEach((name, constant) -> fields.put(name, ModelValues.tla(constant.value())));
    return new TlaValue.Rec(fields);
  }

  /**
   * The location of a state.
   *
   * @throws IllegalArgumentException if the machine has no such location
   */
  public int location(TlaState state) {
    Map<String, TlaValue> values = new HashMap<>(state.values());
    values.keySet().retainAll(variables);
    Integer location = locations.get(values);
    if (location == null) {
      throw new IllegalArgumentException(
          "the specification has a state that is no location of " + machine.name() + ":\n" + state);
    }
    return location;
  }

  /**
   * The step of an event between two states.
   *
   * @throws IllegalArgumentException if a state is no location, or the outputs are those of another
   *     action
   */
  public MachineStep step(TlaState before, int event, TlaState after) {
    Outputs found = outputs(after);
    String action = machine.events().get(event).action();
    if (!found.action().equals(action)) {
      throw new IllegalArgumentException(
          "the action " + action + " outputs the event " + found.action());
    }
    return new MachineStep(location(before), event, location(after), found, "");
  }

  /** The outputs of the step that led to a state, by the names of the machine. */
  Outputs outputs(TlaState state) {
    Outputs unnamed = ExploredMachine.outputs(state);
    return new Outputs(
        unnamed.action(),
        unnamed.outcome(),
        unnamed.code().map(code -> named(CODE, code)),
        unnamed.notifications().stream().map(this::named).toList(),
        unnamed.effects().stream().map(effect -> named(EFFECTS, effect)).toList());
  }

  /** A notification by the names of the machine, with its fields in the order of the machine. */
  private Map<String, Constant> named(Map<String, Constant> notification) {
    Map<String, Constant> fields = new LinkedHashMap<>();
    for (String name : names.keySet()) {
      Constant constant = notification.get(name);
      if (constant != null) {
        fields.put(name, named(name, constant));
      }
    }
    notification.forEach(fields::putIfAbsent);
    return fields;
  }

  /** The events of an action: several if it has parameters. */
  List<Integer> events(String action) {
    List<Integer> events = new ArrayList<>();
    for (MachineEvent event : machine.events()) {
      if (event.action().equals(action)) {
        events.add(machine.find(event));
      }
    }
    return events;
  }

  /** The parameters of an event, as TLC has them. */
  public static Map<String, TlaValue> parameters(MachineEvent event) {
    Map<String, TlaValue> parameters = new TreeMap<>();
    event.parameters().forEach((name, value) -> parameters.put(name, ModelValues.tla(value)));
    return parameters;
  }

  /**
   * A field of a record that must have it.
   *
   * @throws IllegalArgumentException if it has not
   */
  public static TlaValue field(TlaValue.Rec record, String name) {
    return field(record.fields(), name);
  }

  private static <V> V field(Map<String, V> fields, String name) {
    V value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("there is no " + name + " in " + fields);
    }
    return value;
  }

  /** The states that a specification may begin in, of which one is needed. */
  static TlaState one(Collection<TlaState> states, String what) {
    if (states.size() != 1) {
      throw new IllegalArgumentException(
          "TLC has " + states.size() + " " + what + ", a machine needs one");
    }
    return states.iterator().next();
  }
}
