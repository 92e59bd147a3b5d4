package io.mooring.mbt.conformance;

import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Outputs;
import io.mooring.mbt.machine.Paths;
import io.mooring.mbt.run.SystemUnderTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads a machine from systems that return generated steps, by walking: each event is given in each
 * location that a system reaches, every time to a new one. {@link
 * io.mooring.mbt.machine.MachineComparison} then lists all differences from the specification.
 */
public final class ObservedMachine {

  private ObservedMachine() {}

  /**
   * The machine that systems are. Where one throws, or returns the step of another row, the row
   * leads nowhere and its outcome says so.
   *
   * @param java the generated Java that the steps are of
   * @param systems returns a new system at every call; its answers are generated steps
   */
  public static <E extends Enum<E>> Machine of(
      JavaMachine<E> java, Supplier<? extends SystemUnderTest<E, ?>> systems) {
    Machine table = java.machine();
    List<MachineStep> steps = new ArrayList<>();
    Map<Integer, List<Integer>> paths = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(table.initial().to()));
    paths.put(table.initial().to(), List.of());
    while (!open.isEmpty()) {
      int location = open.remove();
      List<Integer> path = paths.getOrDefault(location, List.of());
      for (int event = 0; event < table.events().size(); event++) {
        List<Integer> longer = Paths.then(path, event);
        MachineStep step = last(java, systems.get(), location, longer);
        steps.add(step);
        if (paths.putIfAbsent(step.to(), longer) == null) {
          open.add(step.to());
        }
      }
    }
    return new Machine(table.name(), table.locations(), table.events(), table.initial(), steps);
  }

  private static <E extends Enum<E>> MachineStep last(
      JavaMachine<E> java, SystemUnderTest<E, ?> system, int location, List<Integer> events) {
    int event = events.get(events.size() - 1);
    try {
      events.subList(0, events.size() - 1).forEach(each -> apply(java, system, each));
      MachineStep step = apply(java, system, event);
      return step.from() == location && step.event() == event
          ? step
          : nowhere(java, location, event, "returns " + java.machine().rowText(row(java, step)));
    } catch (RuntimeException | AssertionError thrown) {
      return nowhere(java, location, event, "throws " + thrown);
    }
  }

  private static <E extends Enum<E>> MachineStep apply(
      JavaMachine<E> java, SystemUnderTest<E, ?> system, int event) {
    return java.step(system.apply(java.events().get(event)));
  }

  private static int row(JavaMachine<?> java, MachineStep step) {
    return java.machine().row(step.from(), step.event());
  }

  private static MachineStep nowhere(JavaMachine<?> java, int location, int event, String outcome) {
    String action = java.machine().events().get(event).action();
    return new MachineStep(
        location,
        event,
        location,
        new Outputs(action, outcome, Optional.empty(), List.of(), List.of()),
        "");
  }
}
