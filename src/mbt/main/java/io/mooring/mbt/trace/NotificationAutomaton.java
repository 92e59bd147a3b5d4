package io.mooring.mbt.trace;

import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * A machine as it is seen by what it notifies of alone: from a set of positions in which it may be
 * to another. A position is a location, or a place between two notifications of one step. Events
 * that notify of nothing may happen at any time, unseen.
 *
 * <p>Immutable, and safe for use by several threads.
 */
final class NotificationAutomaton {
  private final Machine machine;
  private final Map<Map<String, Constant>, List<Edge>> edges = new LinkedHashMap<>();

  /** By position: the location that it is, or that its step leaves. */
  private final List<Integer> locations = new ArrayList<>();

  /** By position: the positions that unseen events lead to, itself among them. */
  private final List<BitSet> unseen = new ArrayList<>();

  private record Edge(int from, int event, int to) {}

  /**
   * The automaton of a machine.
   *
   * @throws IllegalArgumentException if the machine has no notifications
   */
  NotificationAutomaton(Machine machine) {
    this.machine = machine;
    for (int location = 0; location < machine.locations().size(); location++) {
      locations.add(location);
    }
    machine.steps().forEach(this::add);
    if (edges.isEmpty()) {
      throw new IllegalArgumentException(
          machine.name() + " has no notifications, so there is nothing that a trace could say");
    }
    for (int position = 0; position < locations.size(); position++) {
      unseen.add(closure(position));
    }
  }

  private void add(MachineStep step) {
    int from = step.from();
    List<Map<String, Constant>> notifications = step.outputs().notifications();
    for (int i = 0; i < notifications.size(); i++) {
      int to = step.to();
      if (i + 1 < notifications.size()) {
        to = locations.size();
        locations.add(step.from());
      }
      edges
          .computeIfAbsent(notifications.get(i), key -> new ArrayList<>())
          .add(new Edge(from, step.event(), to));
      from = to;
    }
  }

  private BitSet closure(int position) {
    BitSet reached = new BitSet();
    reached.set(position);
    Deque<Integer> open = new ArrayDeque<>();
    if (position < machine.locations().size()) {
      open.add(position);
    }
    while (!open.isEmpty()) {
      int location = open.remove();
      for (int event = 0; event < machine.events().size(); event++) {
        machine
            .step(location, event)
            .filter(step -> step.outputs().notifications().isEmpty() && !reached.get(step.to()))
            .ifPresent(
                step -> {
                  reached.set(step.to());
                  open.add(step.to());
                });
      }
    }
    return reached;
  }

  /** Every location: a trace that begins anywhere. */
  BitSet anywhere() {
    BitSet all = new BitSet();
    all.set(0, machine.locations().size());
    return all;
  }

  /** One location, and where unseen events lead from it. */
  BitSet at(int location) {
    return (BitSet) unseen.get(location).clone();
  }

  /** Whether the machine has a step that notifies of this. */
  boolean knows(Map<String, Constant> notification) {
    return edges.containsKey(notification);
  }

  /**
   * Where the machine may be after a notification; nowhere if it must not be.
   *
   * @param event the event that it is about, where that is known
   */
  BitSet after(BitSet possible, Map<String, Constant> notification, OptionalInt event) {
    BitSet after = new BitSet();
    for (Edge edge : edges.getOrDefault(notification, List.of())) {
      if (possible.get(edge.from()) && (event.isEmpty() || event.getAsInt() == edge.event())) {
        after.or(unseen.get(edge.to()));
      }
    }
    return after;
  }

  /** Where the machine may be after an event whose notification, if any, is still to come. */
  BitSet after(BitSet possible, int event) {
    BitSet after = new BitSet();
    possible.stream()
        .forEach(
            position -> {
              boolean silent =
                  position < machine.locations().size()
                      && machine
                          .step(position, event)
                          .filter(step -> step.outputs().notifications().isEmpty())
                          .isPresent();
              after.or(
                  unseen.get(silent ? machine.step(position, event).orElseThrow().to() : position));
            });
    return after;
  }

  /** The notifications that may be next, in the order of the machine. */
  List<Map<String, Constant>> allowed(BitSet possible, OptionalInt event) {
    return edges.keySet().stream()
        .filter(notification -> !after(possible, notification, event).isEmpty())
        .toList();
  }

  /** The locations in which the machine may be. */
  Set<Integer> locations(BitSet possible) {
    Set<Integer> all = new TreeSet<>();
    possible.stream().forEach(position -> all.add(locations.get(position)));
    return all;
  }
}
