package io.mooring.mbt.run;

import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineLocation;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Outputs;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How much of a system a test can see: which variables, and which of the outputs. What is not seen
 * is not compared. The code that the specification begins with, that of an accepted command, is the
 * same as none: events that return nothing have it too. Immutable.
 */
public final class Scope implements Projection<Answer> {
  private final Machine machine;
  private final Set<String> variables;
  private final boolean codes;
  private final boolean notifications;
  private final boolean effects;

  /** The code of an accepted command, if the machine has codes. */
  private final Set<Constant> accepted;

  private Scope(
      Machine machine,
      Set<String> variables,
      boolean codes,
      boolean notifications,
      boolean effects) {
    this.machine = machine;
    this.variables = Collections.unmodifiableSet(new TreeSet<>(variables));
    this.codes = codes;
    this.notifications = notifications;
    this.effects = effects;
    this.accepted = machine.initial().outputs().code().map(Set::of).orElse(Set.of());
  }

  /** Everything: all variables, return codes, notifications and effects. */
  public static Scope everything(Machine machine) {
    MachineLocation any = machine.locations().get(0);
    return new Scope(machine, any.variables().keySet(), true, true, true);
  }

  /**
   * The scope that shows these variables and no others.
   *
   * @throws IllegalArgumentException if the machine has no such variable
   */
  public Scope showing(String... names) {
    Set<String> known = machine.locations().get(0).variables().keySet();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            machine.name() + " has no variable " + name + "; it has " + known);
      }
    }
    return new Scope(machine, Set.of(names), codes, notifications, effects);
  }

  /** The scope without return codes. */
  public Scope withoutCodes() {
    return new Scope(machine, variables, false, notifications, effects);
  }

  /** The scope without notifications. */
  public Scope withoutNotifications() {
    return new Scope(machine, variables, codes, false, effects);
  }

  /** The scope without effects. */
  public Scope withoutEffects() {
    return new Scope(machine, variables, codes, notifications, false);
  }

  @Override
  public Answer of(MachineStep step) {
    Outputs outputs = step.outputs();
    Map<String, Constant> shown = machine.locations().get(step.to()).variables();
    return project(new Answer(shown, outputs.code(), outputs.notifications(), outputs.effects()));
  }

  @Override
  public Answer project(Answer answer) {
    Map<String, Constant> shown = new TreeMap<>(answer.variables());
    shown.keySet().retainAll(variables);
    return new Answer(
        shown,
        codes ? answer.code().filter(code -> !accepted.contains(code)) : Optional.empty(),
        notifications ? answer.notifications() : List.of(),
        effects ? answer.effects() : List.of());
  }
}
