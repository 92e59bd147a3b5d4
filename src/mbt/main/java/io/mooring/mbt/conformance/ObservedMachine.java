package io.mooring.mbt.conformance;

import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Outputs;
import io.mooring.mbt.machine.Paths;
import io.mooring.mbt.machine.StepText;
import io.mooring.mbt.run.SystemUnderTest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads a machine from systems that return generated steps, by walking: each event is given in each
 * location that a system reaches, every time to a new one. {@link
 * io.mooring.mbt.machine.MachineComparison} then lists all differences from the specification.
 *
 * <p>A row leads nowhere, and its outcome says why, if a system throws, returns the step of another
 * row, or does something else there after another way into the location.
 *
 * @param <E> the generated enum {@code Event}
 */
public final class ObservedMachine<E extends Enum<E>> {
  private final JavaMachine<E> java;
  private final Machine table;
  private final Supplier<? extends SystemUnderTest<E, ?>> systems;
  private final Map<Integer, List<Integer>> paths = new HashMap<>();
  private final Map<Integer, MachineStep> rows = new HashMap<>();

  /** The rows that lead nowhere, and are not followed. */
  private final Set<Integer> broken = new HashSet<>();

  private ObservedMachine(JavaMachine<E> java, Supplier<? extends SystemUnderTest<E, ?>> systems) {
    this.java = java;
    this.table = java.machine();
    this.systems = systems;
  }

  /**
   * The machine that systems are.
   *
   * @param java the generated Java that the steps are of
   * @param systems returns a new system at every call; its answers are generated steps
   */
  public static <E extends Enum<E>> Machine of(
      JavaMachine<E> java, Supplier<? extends SystemUnderTest<E, ?>> systems) {
    ObservedMachine<E> observed = new ObservedMachine<>(java, systems);
    observed.walk();
    observed.followEveryEdge();
    return new Machine(
        observed.table.name(),
        observed.table.locations(),
        observed.table.events(),
        observed.table.initial(),
        List.copyOf(observed.rows.values()));
  }

  private void walk() {
    Deque<Integer> open = new ArrayDeque<>(List.of(table.initial().to()));
    paths.put(table.initial().to(), List.of());
    while (!open.isEmpty()) {
      int location = open.remove();
      List<Integer> path = paths.getOrDefault(location, List.of());
      for (int event = 0; event < table.events().size(); event++) {
        List<Integer> longer = Paths.then(path, event);
        MachineStep step = last(location, longer);
        rows.put(table.row(location, event), step);
        if (paths.putIfAbsent(step.to(), longer) == null) {
          open.add(step.to());
        }
      }
    }
  }

  /** A system that remembers more than its location is not the machine that it seems to be. */
  private void followEveryEdge() {
    List<MachineStep> edges =
        rows.values().stream()
            .filter(step -> !broken.contains(table.row(step.from(), step.event())))
            .toList();
    for (MachineStep edge : edges) {
      List<Integer> path = Paths.then(paths.getOrDefault(edge.from(), List.of()), edge.event());
      for (int next = 0; next < table.events().size(); next++) {
        MachineStep step = last(edge.to(), Paths.then(path, next));
        MachineStep known = rows.get(table.row(edge.to(), next));
        if (known != null && !step.sameStateAs(known)) {
          String otherwise =
              "after " + StepText.events(table, path) + " does " + StepText.step(table, step);
          rows.put(table.row(edge.to(), next), nowhere(edge.to(), next, otherwise));
        }
      }
    }
  }

  private MachineStep last(int location, List<Integer> events) {
    SystemUnderTest<E, ?> system = systems.get();
    int event = events.get(events.size() - 1);
    try {
      events.subList(0, events.size() - 1).forEach(each -> apply(system, each));
      MachineStep step = apply(system, event);
      return step.from() == location && step.event() == event
          ? step
          : nowhere(
              location, event, "returns " + table.rowText(table.row(step.from(), step.event())));
    } catch (RuntimeException | AssertionError thrown) {
      return nowhere(location, event, "throws " + thrown);
    }
  }

  private MachineStep apply(SystemUnderTest<E, ?> system, int event) {
    return java.step(system.apply(java.events().get(event)));
  }

  private MachineStep nowhere(int location, int event, String outcome) {
    broken.add(table.row(location, event));
    String action = table.events().get(event).action();
    return new MachineStep(
        location,
        event,
        location,
        new Outputs(action, outcome, Optional.empty(), List.of(), List.of()),
        "");
  }
}
