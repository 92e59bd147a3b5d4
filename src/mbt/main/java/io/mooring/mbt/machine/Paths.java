package io.mooring.mbt.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shortest event sequences from the initial location into each location of a machine. */
public final class Paths {
  private final Map<Integer, List<Integer>> paths = new LinkedHashMap<>();

  /** The paths of a machine; of two equally short ones that of the earlier events. */
  public Paths(Machine machine) {
    paths.put(machine.initial().to(), List.of());
    Deque<Integer> open = new ArrayDeque<>(paths.keySet());
    while (!open.isEmpty()) {
      int location = open.remove();
      List<Integer> path = paths.getOrDefault(location, List.of());
      for (int event = 0; event < machine.events().size(); event++) {
        Optional<MachineStep> step = machine.step(location, event);
        if (step.isPresent() && !paths.containsKey(step.get().to())) {
          paths.put(step.get().to(), then(path, event));
          open.add(step.get().to());
        }
      }
    }
  }

  /** The shortest event sequence into a location; empty if none leads there. */
  public Optional<List<Integer>> to(int location) {
    return Optional.ofNullable(paths.get(location));
  }

  /** The locations that can be reached, nearest first. */
  public List<Integer> reached() {
    return List.copyOf(paths.keySet());
  }

  /** A sequence with one more event. */
  public static List<Integer> then(List<Integer> path, int event) {
    List<Integer> longer = new ArrayList<>(path);
    longer.add(event);
    return List.copyOf(longer);
  }
}
